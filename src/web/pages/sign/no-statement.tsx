import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../../parts/page';
import { useFocusedHeading } from '../../parts/use-focused-heading';
import type { Statement } from './use-statement';

interface NoStatementProps {
  readonly statement: Exclude<Statement, { readonly kind: 'ready' | 'loading' }>;
  readonly number: string;
  readonly again: () => void;
}

/** Stands in place of step 2 where there is nothing to sign: no answer, a refusal, or a text that must not be signed. */
export function NoStatement({ statement, number, again }: NoStatementProps) {
  const { t } = useTranslation('sign');
  useFocusedHeading();
  if (statement.kind === 'unreachable')
    return (
      <Page heading={t('unreachable.heading')}>
        <p>{t('unreachable.what-to-do')}</p>
        <Button className="button primary" onPress={again}>
          {t('unknown.again')}
        </Button>
      </Page>
    );
  const sentence =
    statement.kind === 'refused'
      ? statement.problem.detail
      : t(`failed.${statement.failure.code}`, statement.failure.values);
  return (
    <Page heading={t('failed.heading')}>
      <p>{sentence}</p>
      {statement.kind === 'refused' ? <p>{t('failed.not-begun')}</p> : null}
      {statement.kind === 'refused' && passes(statement.problem.status) ? (
        <Button className="button primary" onPress={again}>
          {t('unknown.again')}
        </Button>
      ) : null}
      {statement.kind === 'not-to-sign' && statement.failure.code === 'origin' ? null : (
        <p>
          <Link href={`/cases/${number}`}>{t('number.back')}</Link>
        </p>
      )}
    </Page>
  );
}

/** Instead of step 1, where one can't co-sign today. */
export function Closed({ number }: { readonly number: string }) {
  const { t } = useTranslation('sign');
  return (
    <Page heading={t('number.closed')}>
      <p>
        <Link href={`/cases/${number}`}>{t('number.to-case')}</Link>
      </p>
    </Page>
  );
}

/** Whether trying again may help: too many requests, or a service that is not there now. */
const passes = (status: number): boolean => status === 429 || status === 503;
