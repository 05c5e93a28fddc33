import { useTranslation } from 'react-i18next';

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
            {value}
          </p>
        ))}
      </div>
      <p role="status" className="muted">
        {renewed ? t('statement-changed') : null}
      </p>
    </>
  );
}

/** A line as it is shown; `name` ends with the colon, and is empty in the heading. */
interface StatementLine {
  readonly name: string;
  readonly value: string;
}

/** The lines of a statement: every character of it but the line ends. */
export function statementLines(statement: Uint8Array): readonly StatementLine[] {
  const lines = new TextDecoder().decode(statement).split('\n').slice(0, -1);
  return lines.map((line) => {
    const colon = line.indexOf('：');
    return { name: line.slice(0, colon + 1), value: line.slice(colon + 1) };
  });
}
