import { DirectionProvider } from '@base-ui/react/direction-provider';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from './error-boundary.tsx';
import { t, wordsLanguage } from './text.ts';

/** Draws one of our pages into `#root`: language, direction and title first, so that nothing jumps. */
export function mountPage(title: string, page: ReactNode): void {
  const direction = t('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
  document.documentElement.lang = wordsLanguage();
  document.documentElement.dir = direction;
  document.title = title;
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <DirectionProvider direction={direction}>
        <ErrorBoundary>{page}</ErrorBoundary>
      </DirectionProvider>
    </StrictMode>,
  );
}
