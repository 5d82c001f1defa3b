import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { startBackground } from '../utils/background/start.ts';
import { examine, reportOn } from '../utils/verify/index.ts';

export default defineBackground(() => {
  startBackground({
    verification: { examine, reportOn },
    t: i18n.t,
    themedIcons: import.meta.env.FIREFOX,
  });
});
