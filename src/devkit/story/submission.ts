import { submitRound } from '../../core/ceremony/index.js';
import type { Card } from '../../core/cms/card.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { valueOf } from '../value-of.js';
import { type ApiClient, base64, fromBase64, signInLead } from './api-client.js';
import type { RegisteredCase } from './registration.js';
import { nextMorning, type StoryContext } from './story-context.js';

interface LeadRound {
  readonly number: CaseNumber;
  readonly threshold: number;
  readonly round: { readonly round: RoundOrdinal; readonly publicKey: string; readonly wrappedKey: string };
}

interface Progress {
  readonly recordCount: number;
  readonly daysLeft: number;
  readonly shareOfThreshold: number;
}

/** What the lead must sign. */
interface Draft {
  readonly origin: string;
  readonly recordCount: number;
  readonly merkleRoot: string;
  readonly commissionCertificate: string;
}

interface RecordPage {
  readonly records: readonly { readonly commitment: string; readonly record: string }[];
  readonly next?: string;
}

/** What the lead has after the submission. */
interface SubmissionOutcome {
  readonly round: RoundOrdinal;
  readonly submitted: number;
  readonly threshold: number;
  /** Sealed records by commitment (hex). */
  readonly records: ReadonlyMap<string, Uint8Array>;
  /** The round key, PKCS #8, DER. It is unencrypted only on the lead's computer. */
  readonly roundKey: Uint8Array;
}

/** The lead reads the progress, submits the round with one decryption by the card (REG 7), and downloads the records. */
export async function submitRecords(
  context: StoryContext,
  { accessCode }: RegisteredCase,
): Promise<SubmissionOutcome> {
  const { api, people, reporter } = context;
  reporter.step('領銜人提出', 'The lead submits');
  await nextMorning(context, 1);
  const lead = await signInLead(api, people.lead, accessCode);
  const referendum = await lead.get<LeadRound>('lead/case');
  const progress = await lead.get<Progress>('lead/progress');
  reporter.message(
    `領銜人的進度：${String(progress.recordCount)} 筆，門檻的 ${(progress.shareOfThreshold * 100).toFixed(0)}%，還有 ${String(progress.daysLeft)} 天。只有領銜人看得到`,
    `The lead’s progress: ${String(progress.recordCount)} records. Nobody else can see it`,
  );
  const draft = await submitAsLead(lead, people.lead);
  reporter.message(
    `領銜人以卡片解開金鑰一次、簽章一次，提出 ${String(draft.recordCount)} 筆；樹根 ${draft.merkleRoot.slice(0, 16)}…`,
    `The lead submitted ${String(draft.recordCount)} records with one decryption and one signature by the card`,
  );
  return {
    round: referendum.round.round,
    submitted: draft.recordCount,
    threshold: referendum.threshold,
    records: await downloadRecords(lead),
    roundKey: await people.lead.decrypt(fromBase64(referendum.round.wrappedKey)),
  };
}

/**
 * Unwraps the round key with one operation of the card, wraps it for the commission, signs the draft and submits. Returns what
 * was signed.
 */
export async function submitAsLead(lead: ApiClient, card: Card): Promise<Draft> {
  const { draft, submission } = await prepareSubmission(lead, card);
  await lead.post('lead/submission', submission);
  return draft;
}

/** What {@link submitAsLead} submits, in base64, made and not sent: a lead may hand it over offline (REG 11). */
export async function prepareSubmission(
  lead: ApiClient,
  card: Card,
): Promise<{
  readonly draft: Draft;
  readonly submission: { readonly statement: string; readonly wrappedKey: string };
}> {
  const referendum = await lead.get<LeadRound>('lead/case');
  const { round, publicKey, wrappedKey } = referendum.round;
  const draft = await lead.post<Draft>('lead/submission/draft');
  const made = valueOf(
    await submitRound({
      card,
      wrappedKey: fromBase64(wrappedKey),
      publicKey: fromBase64(publicKey),
      commissionCertificate: fromBase64(draft.commissionCertificate),
      draft: {
        caseNumber: referendum.number,
        round,
        origin: draft.origin,
        recordCount: draft.recordCount,
        merkleRoot: Buffer.from(draft.merkleRoot, 'hex'),
      },
    }),
  );
  return {
    draft,
    submission: { statement: base64(made.statement), wrappedKey: base64(made.wrappedKey) },
  };
}

async function downloadRecords(lead: ApiClient): Promise<Map<string, Uint8Array>> {
  const records = new Map<string, Uint8Array>();
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: RecordPage = await lead.get(
      `lead/round/records?limit=500${after === '' ? '' : `&after=${after}`}`,
    );
    for (const { commitment, record } of page.records) records.set(commitment, fromBase64(record));
    after = page.next;
  }
  return records;
}
