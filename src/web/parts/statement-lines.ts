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
