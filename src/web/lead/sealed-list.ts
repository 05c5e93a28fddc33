import type { StruckOutDelivery } from '../../core/ceremony/struck-out-marking.js';
import { digestSha256 } from '../../core/cryptography.js';
import { decodeBase64 } from '../../core/encodings.js';
import { type JsonBounds, parseJson } from '../../core/json.js';
import { hex } from '../../core/octets.js';
import { parseCertificate } from '../../core/x509/index.js';
import { type Refusal, refusalOf } from '../api/refusal';
import type { LeadApi, RoundName } from './lead-api';
import { type NamedCertificate, namedCertificate } from '../card/named-certificate';
import { commissionCertificate } from './struck-out-list';

/** The struck-out list as the server has it, and what it is held against. */
export interface SealedList {
  readonly caseNumber: string;
  /** Of which round it is, by the published result. */
  readonly round: RoundName;
  /** What the saved list is marked with. */
  readonly delivery: StruckOutDelivery;
  /** CMS EnvelopedData, DER. */
  readonly envelope: Uint8Array;
  /** The certificate that the published result names as the commission's. */
  readonly commission: NamedCertificate;
  /** Its SHA-256, hex. */
  readonly commissionDigest: string;
  /** The published `result.json`. */
  readonly result: Uint8Array;
}

/** How the list was come by. */
export type SealedListAnswer =
  | { readonly kind: 'loaded'; readonly list: SealedList }
  /** There is none yet. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Fetches the list of a round, or of the round checked last; the published result of the same, and the commission's certificate from it. */
export async function loadSealedList(
  api: LeadApi,
  caseNumber: string,
  wanted?: RoundName,
): Promise<SealedListAnswer> {
  const sealed = await api.struckOut(wanted);
  if (sealed.kind !== 'answered') {
    const refusal = refusalOf(sealed);
    return refusal.code === 'not-found' ? { kind: 'none' } : { kind: 'refused', refusal };
  }
  const [result, pem] = await Promise.all([
    api.result(caseNumber, wanted),
    api.commissionCertificates(caseNumber, wanted),
  ]);
  if (result.kind !== 'answered') return { kind: 'refused', refusal: refusalOf(result) };
  if (pem.kind !== 'answered') return { kind: 'refused', refusal: refusalOf(pem) };
  const envelope = decodeBase64(sealed.data.envelope);
  const { leadName, fetchedAt } = sealed.data;
  const delivery = { caseNumber, leadName, at: new Date(fetchedAt) };
  const published = decodeBase64(result.data.result);
  const commission = parsed(commissionCertificate(pem.data));
  const round = published && roundOf(published);
  if (envelope === undefined || published === undefined || round === undefined || commission === undefined)
    return { kind: 'refused', refusal: { code: 'struck-out-malformed' } };
  const commissionDigest = hex(await digestSha256(commission.der));
  return {
    kind: 'loaded',
    list: { caseNumber, round, delivery, envelope, commission, commissionDigest, result: published },
  };
}

const bounds: JsonBounds = { size: 65_536, depth: 8 };

function roundOf(result: Uint8Array): RoundName | undefined {
  const read = parseJson(result, bounds, (json) => json.member('round').oneOf(1, 2));
  return read.ok ? (`${read.value}` as const) : undefined;
}

function parsed(der: Uint8Array | undefined): NamedCertificate | undefined {
  const certificate = der && parseCertificate(der);
  return certificate?.ok === true ? namedCertificate(certificate.value) : undefined;
}
