import { type NationalId, parseNationalId } from '../../core/national-id.js';
import { equalOctets } from '../../core/octets.js';
import { renderStatement, type StatementFields } from '../../core/statement/index.js';

/** What a statement says that the case doesn't: found by place, then proved by rendering again. */
export interface StatementParts {
  /** As signed; its form is judged later, so that a wrong number is E05 and not E02. */
  readonly nationalId: string;
  readonly challenge: string;
}

/**
 * Reads number and challenge out of attached statements of one round. Nothing is believed by parsing: a candidate is taken
 * from the place where the round's own statement has it, rendered again, and all bytes must agree.
 */
export class StatementFrame {
  private readonly numberPlace: Place;
  private readonly challengePlace: Place;

  constructor(private readonly subject: StatementFields) {
    const [one, other] = [exampleId('A123456789'), exampleId('B123456780')];
    this.numberPlace = placeOf(renderStatement(subject, one, 'a'), renderStatement(subject, other, 'a'));
    this.challengePlace = placeOf(renderStatement(subject, one, 'a'), renderStatement(subject, one, 'b'));
  }

  /** The parts of `statement`, or undefined when it isn't byte for byte one of this round. */
  read(statement: Uint8Array): StatementParts | undefined {
    const lines = Buffer.from(statement).toString('utf8').split('\n');
    const nationalId = candidateAt(lines, this.numberPlace);
    const challenge = candidateAt(lines, this.challengePlace);
    if (nationalId === undefined || challenge === undefined) return undefined;
    // The cast is safe: the renderer only writes it down, and whoever uses the number parses it first.
    const rendered = renderStatement(this.subject, nationalId as NationalId, challenge);
    return equalOctets(rendered, statement) ? { nationalId, challenge } : undefined;
  }
}

/** A line, and how many characters stand before its value. */
interface Place {
  readonly line: number;
  readonly offset: number;
}

/** What a candidate may be made of: enough for any number or challenge, nothing that could break a line. */
const candidateForm = /^[A-Za-z0-9_-]{1,128}$/;

function candidateAt(lines: readonly string[], place: Place): string | undefined {
  const candidate = lines.at(place.line)?.slice(place.offset);
  return candidate !== undefined && candidateForm.test(candidate) ? candidate : undefined;
}

/** The one line in which two statements differ: the heading and the name before the value are equal up to `：`. */
function placeOf(one: Uint8Array, other: Uint8Array): Place {
  const theirs = Buffer.from(other).toString('utf8').split('\n');
  const ours = Buffer.from(one).toString('utf8').split('\n');
  const line = ours.findIndex((text, index) => text !== theirs[index]);
  return { line, offset: (ours[line] ?? '').indexOf('：') + 1 };
}

function exampleId(text: string): NationalId {
  const id = parseNationalId(text);
  if (!id.ok) throw new Error('the example number is no number');
  return id.value;
}
