import { Crypto } from '@peculiar/webcrypto';
import { type Constructed, fromBER, Integer, Sequence } from 'asn1js';
import { ContentInfo, CryptoEngine, type PublicKeyInfo, SignedData, type SignerInfo } from 'pkijs';

/** What was signed, and the certificate (DER) whose key signed it. */
export interface SignedContent {
  readonly content: Uint8Array;
  readonly signer: Uint8Array;
}

/**
 * Verifies the one signature of a SignedData (RFC 5652 §5.4, 5.6) with pkijs and asn1js alone, without any code of
 * `core/cms`. Undefined where the signature is refused. `content` is the content of a detached signature. If the
 * content is also attached, both must be equal. Checks only whether the signature verifies, and over which content: not
 * the certificate's path, and not our rules on form and strength.
 */
export async function secondOpinion(
  bytes: Uint8Array,
  content?: Uint8Array,
): Promise<SignedContent | undefined> {
  try {
    return await verify(readSignedData(bytes), content);
  } catch {
    // pkijs throws for malformed bytes, a missing certificate and a wrong digest alike.
    return undefined;
  }
}

async function verify(
  signedData: SignedData,
  detached: Uint8Array | undefined,
): Promise<SignedContent | undefined> {
  const { signerInfos } = signedData;
  const content = contentOf(signedData, detached);
  const [signerInfo, ...others] = signerInfos;
  if (signerInfo === undefined || others.length > 0 || content === undefined) return undefined;
  const { signatureVerified, signerCertificate } = await signedData.verify(
    { signer: 0, data: Uint8Array.from(content).buffer, extendedMode: true },
    engine,
  );
  return signatureVerified === true &&
    signerCertificate &&
    isSignatureValue(signerInfo, signerCertificate.subjectPublicKeyInfo)
    ? { content, signer: new Uint8Array(signerCertificate.toSchema().toBER()) }
    : undefined;
}

function contentOf(
  { encapContentInfo: { eContent } }: SignedData,
  detached: Uint8Array | undefined,
): Uint8Array | undefined {
  if (eContent === undefined) return detached;
  const attached = new Uint8Array(eContent.getValue());
  return detached === undefined || same(attached, detached) ? attached : undefined;
}

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
  const field = partsOf(signedData).find(
    ({ idBlock }) => idBlock.tagClass === contextSpecific && idBlock.tagNumber === 0,
  );
  if (field === undefined) throw new TypeError('no certificates field');
  return field.valueBeforeDecodeView;
}

/** The one object that these bytes are. Throws on bytes behind it. */
function readObject(bytes: Uint8Array): Constructed {
  const { offset, result } = fromBER(bytes);
  if (offset !== bytes.length) throw new TypeError('not one object');
  return result as Constructed;
}

function partsOf(whole: Constructed | undefined): Constructed[] {
  if (whole === undefined) throw new TypeError('not a SignedData');
  return whole.valueBlock.value as Constructed[];
}

const ecPublicKey = '1.2.840.10045.2.1';

/** Whether an ECDSA signature value is the one DER Ecdsa-Sig-Value (RFC 3279 §2.2.3) of its numbers; pkijs reads others too. */
export function isSignatureValue({ signature }: SignerInfo, key: PublicKeyInfo): boolean {
  if (key.algorithm.algorithmId !== ecPublicKey) return true;
  const bytes = signature.valueBlock.valueHexView;
  const numbers = readObject(bytes).valueBlock.value as Integer[];
  const value = numbers.map(({ valueBlock }) => new Integer({ valueHex: valueBlock.valueHexView }));
  return same(new Uint8Array(new Sequence({ value }).toBER()), bytes);
}

/** A digest by the second engine. */
export async function digest(algorithm: 'SHA-1' | 'SHA-256', bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await engine.digest(algorithm, Uint8Array.from(bytes)));
}

/** True when both hold the same octets. */
export function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** pkijs's own engine over another WebCrypto than Node's. It is handed to each call: nothing global is set. */
export const engine = new CryptoEngine({ name: 'second opinion', crypto: new Crypto() });
