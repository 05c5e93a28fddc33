import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useGivenAnswer } from '../page-data';
import { type PageProblem, problemPath } from '../page-problem';
import { Page } from '../parts/page';

/** What stands in place of a page that the server could not write: it is busy, a part of it is away, or it has a fault. */
export default function ProblemPage() {
  const { t } = useTranslation('frame');
  const problem = useGivenAnswer(problemPath) as PageProblem | undefined;
  return (
    <Page heading={problem?.title ?? t('unreachable.heading')}>
      <p>{problem?.detail ?? t('unreachable.what-to-do')}</p>
      <p>
        <a href="">{t('try-again')}</a>
      </p>
      <p>
        <Link href="/status">{t('footer.status')}</Link>
      </p>
    </Page>
  );
}
