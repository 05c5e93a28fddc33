import { type Constructed, fromBER } from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';

const contextSpecific = 3;

/** The SignedData that fills these bytes to the end. Throws where there is none. */
export function readSignedData(bytes: Uint8Array): SignedData {
  const contentInfo = new ContentInfo({ schema: readObject(bytes) });
  if (contentInfo.contentType !== ContentInfo.SIGNED_DATA) throw new TypeError('not a SignedData');
  return new SignedData({ schema: contentInfo.content as Constructed });
}

/** The `certificates` field (`[0] IMPLICIT`) as it stands in the bytes, its tag and length included. Throws where there is none. */
export function certificatesField(bytes: Uint8Array): Uint8Array {
  const [, explicit] = partsOf(readObject(bytes));
  const [signedData] = partsOf(explicit);
  const [field] = partsOf(signedData).filter(
    ({ idBlock }) => idBlock.tagClass === contextSpecific && idBlock.tagNumber === 0,
  );
  return field.valueBeforeDecodeView;
}

/** The one object that these bytes are. Throws on bytes behind it. */
export function readObject(bytes: Uint8Array): Constructed {
  const { offset, result } = fromBER(bytes);
  if (offset !== bytes.length) throw new TypeError('not one object');
  return result as Constructed;
}

function partsOf({ valueBlock }: Constructed): Constructed[] {
  return valueBlock.value as Constructed[];
}
