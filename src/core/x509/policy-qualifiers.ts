import { DerError, type DerReader, Tag } from '../der/index.js';
import { Oid } from './oids.js';
import { isWellFormedString } from './string-types.js';

/**
 * Reads policyQualifiers (RFC 5280 §4.2.1.4): at least one. Returns the object identifier of the first that is neither a CPS pointer
 * nor a user notice. What a qualifier says is for people: it is checked and not kept. Throws DerError.
 */
export function readQualifiers(list: DerReader): string | undefined {
  let unknown: string | undefined;
  do {
    const qualifier = list.into();
    const kind = qualifier.oid();
    const read = qualifierReaders.get(kind);
    if (read === undefined) {
      qualifier.element();
      unknown ??= kind;
    } else read(qualifier);
    qualifier.end();
  } while (!list.done);
  return unknown;
}

const qualifierReaders: ReadonlyMap<string, (reader: DerReader) => void> = new Map([
  [Oid.cpsPointer, (reader) => readText(reader, cpsUriTags)],
  [Oid.userNotice, readUserNotice],
]);

const cpsUriTags: readonly number[] = [Tag.ia5String];
const displayTextTags: readonly number[] = [Tag.ia5String, Tag.visibleString, Tag.bmpString, Tag.utf8String];

/** UserNotice. A text of more than 200 characters is accepted, as RFC 5280 §4.2.1.4 recommends. */
function readUserNotice(reader: DerReader): void {
  const notice = reader.into();
  const reference = notice.optionalInto(Tag.sequence);
  if (reference !== undefined) {
    readText(reference, displayTextTags);
    const numbers = reference.into();
    while (!numbers.done) numbers.integerOctets();
    reference.end();
  }
  if (!notice.done) readText(notice, displayTextTags);
  notice.end();
}

function readText(reader: DerReader, tags: readonly number[]): void {
  const { tag, content } = reader.element();
  if (!tags.includes(tag) || !isWellFormedString(tag, content)) throw new DerError('not a text');
}
