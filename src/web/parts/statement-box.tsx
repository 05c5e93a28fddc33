import { useTranslation } from 'react-i18next';
import { statementLines } from './statement-lines';

/** A digest or a challenge. On a telephone it breaks anywhere, and not at its hyphens alone. */
const token = /^[\w-]{40,}$/;

interface StatementBoxProps {
  /** Exactly what the card signs. */
  readonly content: Uint8Array;
  /** Another challenge stood in its last line before. */
  readonly renewed: boolean;
  /** The element that says what it is. */
  readonly labelledBy: string;
}

/** A statement line by line, every character of it, in the language it is signed in. Says so when its last line has changed. */
export function StatementBox({ content, renewed, labelledBy }: StatementBoxProps) {
  const { t } = useTranslation('frame');
  return (
    <>
      <div className="statement" role="group" aria-labelledby={labelledBy} lang="zh-TW">
        {statementLines(content).map(({ name, value }, index) => (
          <p key={index}>
            {name === '' ? null : <span className="muted">{name}</span>}
            {token.test(value) ? <span className="token">{value}</span> : value}
          </p>
        ))}
      </div>
      <p role="status" className="muted">
        {renewed ? t('statement-changed') : null}
      </p>
    </>
  );
}
