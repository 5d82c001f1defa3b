import { Collapsible } from '@base-ui/react/collapsible';
import { Chevron } from '../controls/icons.tsx';
import { t } from '../text.ts';

const STEPS = ['mail', 'account', 'confirm', 'accept', 'copy', 'look', 'add'] as const;
/** Steps that only the platform can do: nobody else can accept a badge in its owner's name. */
const ON_PLATFORM: ReadonlySet<string> = new Set(['account', 'confirm', 'accept']);
const WAYS = ['link', 'credly', 'learn', 'badgr', 'file', 'resume', 'linkedin', 'backup'] as const;

/** What can be handed in, and the way from the e-mail that announces a badge to the badge in the wallet. */
export function WaysIn() {
  return (
    <div className="ways-in">
      <Fold title={t('claim.steps')}>
        <ol className="steps">
          {STEPS.map((step) => (
            <li key={step}>
              {ON_PLATFORM.has(step) && <strong>{t('claim.on_platform')} </strong>}
              {t(`claim.step.${step}`)}
            </li>
          ))}
        </ol>
        <p className="quiet small">{t('claim.no_deadline')}</p>
      </Fold>
      <Fold title={t('claim.ways')}>
        <ul className="bullets">
          {WAYS.map((way) => (
            <li key={way}>{t(`claim.way.${way}`)}</li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}

function Fold({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Collapsible.Root>
      <Collapsible.Trigger className="fold">
        {title}
        <Chevron />
      </Collapsible.Trigger>
      <Collapsible.Panel>{children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
