import { Component, type ReactNode } from 'react';
import { t } from './text.ts';

interface Props {
  children: ReactNode;
}

/** Words instead of a blank page when drawing one of our pages fails. What was checked and stored is not touched by it. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="broken" role="alert">
        <h1>{t('common.broken_title')}</h1>
        <p>{t('common.broken_text')}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('common.reload')}
        </button>
      </main>
    );
  }
}
