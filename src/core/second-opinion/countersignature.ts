import type { Constructed, OctetString, UTCTime } from 'asn1js';
import {
  OtherRevocationInfoFormat,
  PublicKeyInfo,
  type SignedAndUnsignedAttributes,
  type SignedData,
  SignerInfo,
} from 'pkijs';
import { certificatesField, digest, engine, isSignatureValue, readSignedData, same } from './signed-data.js';

const sha256 = '2.16.840.1.101.3.4.2.1';
const countersignature = '1.2.840.113549.1.9.6';
const ocspResponse = '1.3.6.1.5.5.7.16.2';
const contentType = '1.2.840.113549.1.9.3';
const messageDigest = '1.2.840.113549.1.9.4';
const signingTime = '1.2.840.113549.1.9.5';
/**
 * docs/protocol.md, "Intake judgement": 2.25.156875845124482402322565163924728419997.1. asn1js writes an arc of more than 53
 * bits as its groups of seven, in hex.
 */
const intakeJudgement = '2.25.{016c05181462345a0359063c3a0a5412562d1d}.1';

/**
 * Verifies the countersignature (RFC 5652 §11.4) of stored evidence under one of the platform's keys (SubjectPublicKeyInfo,
 * DER), with pkijs and asn1js alone: over this signature, with these certificates and OCSP responses. Its signing-time, or undefined
 * where it refuses.
 */
export async function secondOpinionOnCountersignature(
  evidence: Uint8Array,
  intakeKeys: readonly Uint8Array[],
): Promise<Date | undefined> {
  try {
    const signedData = readSignedData(evidence);
    const [signed] = signedData.signerInfos;
    const counter = new SignerInfo({ schema: onlyValue(signed?.unsignedAttrs, countersignature) });
    return signed !== undefined &&
      (await covers(counter, signed, evidence)) &&
      (await namesResponses(counter, signedData)) &&
      (await isByOneOf(intakeKeys, counter))
      ? (onlyValue(counter.signedAttrs, signingTime) as UTCTime).toDate()
      : undefined;
  } catch {
    // pkijs throws for malformed bytes, a missing attribute and a key of another kind alike.
    return undefined;
  }
}

async function covers(counter: SignerInfo, signed: SignerInfo, evidence: Uint8Array): Promise<boolean> {
  const { signedAttrs, digestAlgorithm } = counter;
  const signatureDigest = onlyValue(signedAttrs, messageDigest) as OctetString;
  const judgement = onlyValue(signedAttrs, intakeJudgement) as Constructed;
  const certificatesDigest = judgement.valueBlock.value[0] as OctetString;
  return (
    digestAlgorithm.algorithmId === sha256 &&
    !attributesOf(signedAttrs).attributes.some(({ type }) => type === contentType) &&
    same(
      signatureDigest.valueBlock.valueHexView,
      await digest('SHA-256', signed.signature.valueBlock.valueHexView),
    ) &&
    same(certificatesDigest.valueBlock.valueHexView, await digest('SHA-256', certificatesField(evidence)))
  );
}

/** The OCSP responses in the evidence are those that the judgement names. */
async function namesResponses(counter: SignerInfo, { crls = [] }: SignedData): Promise<boolean> {
  const judgement = onlyValue(counter.signedAttrs, intakeJudgement) as Constructed;
  const references = (judgement.valueBlock.value[1] as Constructed).valueBlock.value as Constructed[];
  const named = references
    .filter(({ idBlock }) => idBlock.tagNumber === 1)
    .map(({ valueBlock }) => (valueBlock.value[0] as OctetString).valueBlock.valueHexView);
  const there = await Promise.all(crls.map((each) => digest('SHA-256', responseIn(each))));
  return (
    named.every((one) => there.some((other) => same(one, other))) &&
    there.every((one) => named.some((other) => same(one, other)))
  );
}

function responseIn(info: NonNullable<SignedData['crls']>[number]): Uint8Array {
  if (!(info instanceof OtherRevocationInfoFormat) || info.otherRevInfoFormat !== ocspResponse)
    throw new TypeError('not an OCSP response');
  return new Uint8Array((info.otherRevInfo as Constructed).toBER());
}

async function isByOneOf(intakeKeys: readonly Uint8Array[], counter: SignerInfo): Promise<boolean> {
  for (const each of intakeKeys) if (await isBy(PublicKeyInfo.fromBER(Uint8Array.from(each)), counter)) return true;
  return false;
}

async function isBy(key: PublicKeyInfo, counter: SignerInfo): Promise<boolean> {
  const { signedAttrs, signature, signatureAlgorithm } = counter;
  const name = counter.sid as OctetString;
  return (
    // RFC 5280 §4.2.1.2 (1).
    same(name.valueBlock.valueHexView, await digest('SHA-1', key.subjectPublicKey.valueBlock.valueHexView)) &&
    isSignatureValue(counter, key) &&
    engine.verifyWithPublicKey(attributesOf(signedAttrs).encodedValue, signature, key, signatureAlgorithm)
  );
}

/** The one value of the one attribute of this type. Throws where there is not exactly one. */
function onlyValue(attributes: SignedAndUnsignedAttributes | undefined, type: string): unknown {
  const [attribute, ...others] = attributesOf(attributes).attributes.filter((each) => each.type === type);
  if (others.length > 0 || attribute?.values.length !== 1) throw new TypeError('not exactly one value');
  return attribute.values[0];
}

function attributesOf(attributes: SignedAndUnsignedAttributes | undefined): SignedAndUnsignedAttributes {
  if (attributes === undefined) throw new TypeError('no attributes');
  return attributes;
}
