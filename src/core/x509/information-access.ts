import { type DerReader } from '../der/index.js';
import { type GeneralName, readGeneralName } from './general-name.js';

/** AccessDescription (RFC 5280 4.2.2.1). */
export interface AccessDescription {
  readonly method: string;
  readonly location: GeneralName;
}

/** Reads authorityInfoAccess: at least one. Throws DerError. */
export function readAuthorityInfoAccess(reader: DerReader): readonly AccessDescription[] {
  const list = reader.into();
  const descriptions: AccessDescription[] = [];
  do {
    const description = list.into();
    descriptions.push({ method: description.oid(), location: readGeneralName(description) });
    description.end();
  } while (!list.done);
  return descriptions;
}
