import { useTranslation } from 'react-i18next';
import { statementLines } from './statement';
import type { FreshStatement } from './use-statement';

/** The statement line by line, every character of it, in the language it is signed in. Says so when its last line has changed. */
export function StatementBox({
  statement,
  labelledBy,
}: {
  readonly statement: FreshStatement | { readonly kind: 'loading' };
  readonly labelledBy: string;
}) {
  const { t } = useTranslation('sign', { keyPrefix: 'statement' });
  if (statement.kind === 'loading')
    return (
      <p className="muted" role="status">
        {t('loading')}
      </p>
    );
  return (
    <>
      <div className="statement" role="group" aria-labelledby={labelledBy} lang="zh-TW">
        {statementLines(statement.content).map(({ name, value }, index) => (
          <p key={index}>
            {name === '' ? null : <span className="muted">{name}</span>}
            {value}
          </p>
        ))}
      </div>
      <p role="status" className="muted">
        {statement.renewed ? t('changed') : null}
      </p>
    </>
  );
}
