import { parseCaseNumber } from '../../core/case-number.js';
import { digestSha256 } from '../../core/cryptography.js';
import { encodeBase64, encodeUtf8 } from '../../core/encodings.js';
import { hex } from '../../core/octets.js';
import {
  caseDocument,
  type CaseText,
  checkCaseText,
  statementAroundNationalId,
} from '../../core/statement/index.js';
import type { ApiSchemas } from '../api/client';
import type { NamedCertificate } from '../card/named-certificate';

/** What a registrar has typed and chosen so far. */
export interface RegistrationDraft {
  readonly number: string;
  readonly mainText: string;
  readonly reason: string;
  readonly electorTotal: string;
  readonly noticedOn: string;
  readonly mode: ApiSchemas['StaffCaseView']['mode'];
  readonly signing: NamedCertificate | undefined;
  readonly encryption: NamedCertificate | undefined;
}

export const emptyDraft: RegistrationDraft = {
  number: '',
  mainText: '',
  reason: '',
  electorTotal: '',
  noticedOn: '',
  mode: 'number-to-lead',
  signing: undefined,
  encryption: undefined,
};

/** The code of what is wrong with each field; none where nothing is. */
export type RegistrationFaults = Readonly<Partial<Record<keyof RegistrationDraft, string>>>;

/** Looks at a draft as the server will. What depends on what is registered already, the server alone knows. */
export function faultsOf(draft: RegistrationDraft): RegistrationFaults {
  const number = parseCaseNumber(draft.number.trim());
  const { mainText, reason } = draft;
  const faults = {
    number: number.ok ? undefined : number.failure.code,
    mainText: textFault({ mainText, reason: '。' }),
    reason: textFault({ mainText: '。', reason }),
    electorTotal: electorsIn(draft) === undefined ? 'electors-missing' : undefined,
    noticedOn: draft.noticedOn === '' ? 'day-missing' : undefined,
    signing: draft.signing === undefined ? 'certificate-missing' : undefined,
    encryption: draft.encryption === undefined ? 'certificate-missing' : undefined,
  };
  return Object.fromEntries(Object.entries(faults).filter(([, code]) => code !== undefined));
}

/** One text at a time, beside another that is fit: the check ends at the first that isn't. */
function textFault(text: CaseText): string | undefined {
  const checked = checkCaseText(text);
  return checked.ok ? undefined : checked.failure.code;
}

function electorsIn({ electorTotal }: RegistrationDraft): number | undefined {
  const digits = electorTotal.replaceAll(/[,\s]/g, '');
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : undefined;
}

/** A draft without faults, as everybody will see it and as it will be sent. */
export interface PreparedRegistration {
  readonly body: ApiSchemas['RegisterCaseDto'];
  /** SHA-256 of the case document, hex: the one that each statement names. */
  readonly documentDigest: string;
  /** What a co-signer's card will sign in the main round, UTF-8: with these words where the number and the challenge will stand. */
  readonly statement: Uint8Array;
}

/** Makes what is sent, and what is shown before. Throws for a draft with faults. */
export async function prepareRegistration(
  draft: RegistrationDraft,
  origin: string,
  inPlaceOf: { readonly number: string; readonly challenge: string },
): Promise<PreparedRegistration> {
  const number = parseCaseNumber(draft.number.trim());
  const text = checkCaseText(draft);
  const { signing, encryption, noticedOn, mode } = draft;
  const electorTotal = electorsIn(draft);
  if (
    !number.ok ||
    !text.ok ||
    signing === undefined ||
    encryption === undefined ||
    electorTotal === undefined
  )
    throw new TypeError('the draft has faults');
  const { mainText, reason } = text.value;
  const documentDigest = await digestSha256(caseDocument(mainText, reason));
  const fields = { caseNumber: number.value, round: 1 as const, mainText, documentDigest, origin };
  const { beforeNationalId, afterNationalId } = statementAroundNationalId(fields, inPlaceOf.challenge);
  const certificates = {
    leadSigningCertificate: encodeBase64(signing.der),
    leadEncryptionCertificate: encodeBase64(encryption.der),
  };
  return {
    body: { number: number.value, mainText, reason, electorTotal, noticedOn, mode, ...certificates },
    documentDigest: hex(documentDigest),
    statement: encodeUtf8(`${beforeNationalId}${inPlaceOf.number}${afterNationalId}`),
  };
}
