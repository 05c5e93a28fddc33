import { type NationalId, parseNationalId } from '../../core/national-id.js';
import { equalOctets } from '../../core/octets.js';
import { renderStatement, type StatementFields } from '../../core/statement/index.js';

/** The fields of a statement that differ between co-signers of one round. */
export interface SignedFields {
  /** As signed. Its form is checked later, so that a wrong number is E05 and not E02. */
  readonly nationalId: string;
  readonly challenge: string;
}

/**
 * Reads number and challenge from the statements of one round. Parsing alone is not trusted: both are taken from their
 * known places, the statement is rendered again with them, and all bytes must be equal.
 */
export class StatementFrame {
  private readonly numberPlace: Place;
  private readonly challengePlace: Place;

  constructor(private readonly fields: StatementFields) {
    const [one, other] = [exampleId('A123456789'), exampleId('B123456780')];
    this.numberPlace = placeOf(renderStatement(fields, one, 'a'), renderStatement(fields, other, 'a'));
    this.challengePlace = placeOf(renderStatement(fields, one, 'a'), renderStatement(fields, one, 'b'));
  }

  /** Number and challenge of `statement`. Undefined when it isn't, byte for byte, a statement of this round. */
  read(statement: Uint8Array): SignedFields | undefined {
    const lines = Buffer.from(statement).toString('utf8').split('\n');
    const nationalId = candidateAt(lines, this.numberPlace);
    const challenge = candidateAt(lines, this.challengePlace);
    if (nationalId === undefined || challenge === undefined) return undefined;
    // The cast is safe: the renderer only writes the text, and everybody who uses the number parses it first.
    const rendered = renderStatement(this.fields, nationalId as NationalId, challenge);
    return equalOctets(rendered, statement) ? { nationalId, challenge } : undefined;
  }
}

/** The place of a value: the line, and the number of characters before it. */
interface Place {
  readonly line: number;
  readonly offset: number;
}

/** The form of a candidate. It allows any number or challenge, and nothing that could break a line. */
const candidateForm = /^[A-Za-z0-9_-]{1,128}$/;

function candidateAt(lines: readonly string[], place: Place): string | undefined {
  const candidate = lines.at(place.line)?.slice(place.offset);
  return candidate !== undefined && candidateForm.test(candidate) ? candidate : undefined;
}

/** The place in which two statements differ. In that line, all before the value is equal up to `：`. */
function placeOf(one: Uint8Array, other: Uint8Array): Place {
  const theirs = Buffer.from(other).toString('utf8').split('\n');
  const ours = Buffer.from(one).toString('utf8').split('\n');
  const line = ours.findIndex((text, index) => text !== theirs[index]);
  return { line, offset: (ours[line] ?? '').indexOf('：') + 1 };
}

function exampleId(text: string): NationalId {
  const id = parseNationalId(text);
  if (!id.ok) throw new Error('the example number is malformed');
  return id.value;
}
