import { decodeBase64 } from '../../../core/encodings';
import { type JsonBounds, type JsonReader, parseJson } from '../../../core/json';
import { type ReasonGroup, reasonGroups } from '../../../core/reason-group';
import type { ApiSchemas } from '../../api/client';

/** A number, or that it is below five or would tell one that is (docs/adr/0018). */
export type PublishedCount = number | 'withheld';

/** What was handed in of one kind, and what became of it. */
export interface PublishedTally {
  readonly submitted: number;
  readonly valid: number;
  readonly notCounted: readonly (readonly [group: ReasonGroup, count: PublishedCount])[];
}

/** The numbers of a published result (`result.json`), for people. */
export interface PublishedNumbers {
  readonly electronic: PublishedTally;
  readonly paper: PublishedTally;
  readonly joint: { readonly submitted: number; readonly valid: number };
  readonly threshold: number;
  /** Valid co-signatures of the main round, where this is the supplement; otherwise 0. */
  readonly earlierValid: number;
  /** What is compared with the threshold. */
  readonly valid: number;
  /** Whether it corrects an earlier one. */
  readonly isCorrected: boolean;
}

const bounds: JsonBounds = { size: 65_536, depth: 4 };

/** Reads the numbers; undefined where it is no such document. The commission's signature is not verified here. */
export function publishedNumbers({
  result,
}: Pick<ApiSchemas['ResultView'], 'result'>): PublishedNumbers | undefined {
  const octets = decodeBase64(result);
  const read = octets === undefined ? undefined : parseJson(octets, bounds, readNumbers);
  return read?.ok === true ? read.value : undefined;
}

function readNumbers(json: JsonReader): PublishedNumbers {
  const joint = json.member('joint');
  return {
    electronic: readTally(json.member('electronic')),
    paper: readTally(json.member('paper')),
    joint: { submitted: joint.member('submitted').integer(), valid: joint.member('valid').integer() },
    threshold: json.member('threshold').integer(),
    earlierValid: json.member('earlierValid').integer(),
    valid: json.member('valid').integer(),
    isCorrected: json.optional('corrects') !== undefined,
  };
}

function readTally(json: JsonReader): PublishedTally {
  const counts = json.member('notCounted');
  return {
    submitted: json.member('submitted').integer(),
    valid: json.member('valid').integer(),
    notCounted: reasonGroups.flatMap((group) => {
      const count = counts.optional(group);
      return count === undefined ? [] : [[group, readCount(count)] as const];
    }),
  };
}

function readCount(count: JsonReader): PublishedCount {
  if (typeof count.value() === 'number') return count.integer();
  count.oneOf('fewer-than-five-or-withheld');
  return 'withheld';
}
