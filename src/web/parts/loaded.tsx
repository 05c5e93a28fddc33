import { useTranslation } from 'react-i18next';
import type { Loaded } from '../api/use-answer';
import NotFoundPage from '../pages/not-found-page';
import { Page } from './page';

/** Stands in place of a page whose answer has not come, did not come, or is that there is nothing. */
export function NotLoaded({ answer }: { readonly answer: Exclude<Loaded<never>, { kind: 'loaded' }> }) {
  const { t } = useTranslation('frame');
  if (answer.kind === 'missing') return <NotFoundPage />;
  if (answer.kind === 'loading')
    return (
      <p className="muted" role="status">
        {t('loading')}
      </p>
    );
  return (
    <Page heading={t('unreachable.heading')}>
      <p>{t('unreachable.what-to-do')}</p>
      <button type="button" className="button primary" onClick={answer.again}>
        {t('try-again')}
      </button>
    </Page>
  );
}
