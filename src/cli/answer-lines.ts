import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { AnswerSheet } from '../core/exchange/index.js';
import type { Failure } from '../core/result.js';
import { OperatorError } from './failure.js';
import type { CliFailureCode } from '../messages/index.js';

/** The columns that a file of answers may have: alone, or added to the rows as `moi open` wrote them. */
const headers = { 'seq,result': 2, 'seq,national_id,result': 3 } as const;

/**
 * Reads a file of answers into the sheet, line by line: CSV with header `seq,result`, or `seq,national_id,result`, of which the number is not looked at.
 * Lines end in CRLF or LF, in any order; a byte order mark is skipped. Throws an {@link OperatorError} with file and line at the first fault, which never
 * repeats what stands there.
 */
export async function readAnswers(file: string, sheet: AnswerSheet): Promise<void> {
  const name = path.basename(file);
  const input = createReadStream(file, 'utf8');
  let columns: number | undefined;
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line += 1;
      if (line === 1) columns = columnsOf(text, name);
      else take(text, { columns: columns ?? 0, line, name }, sheet);
    }
  } finally {
    input.destroy();
  }
  if (columns === undefined) throw new OperatorError('answer-header-wrong', { file: name });
  const whole = sheet.checkWhole(line);
  if (!whole.ok) refuse(name, whole.failure);
}

function columnsOf(header: string, file: string): number {
  const columns = Object.entries(headers).find(([known]) => header.replace(/^\uFEFF/, '') === known)?.[1];
  if (columns === undefined) throw new OperatorError('answer-header-wrong', { file });
  return columns;
}

interface Place {
  readonly columns: number;
  readonly line: number;
  readonly name: string;
}

function take(text: string, { columns, line, name }: Place, sheet: AnswerSheet): void {
  const fields = text.split(',');
  if (fields.length !== columns) throw new OperatorError('answer-line-malformed', { file: name, line });
  const added = sheet.add(fields[0] ?? '', fields.at(-1) ?? '', line);
  if (!added.ok) refuse(name, added.failure);
}

function refuse(file: string, { code, values }: Failure<CliFailureCode>): never {
  throw new OperatorError(code, { file, ...values });
}
