import { submitRound } from '../../core/ceremony/index.js';
import type { Card } from '../../core/cms/card.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { type ApiClient, base64, fromBase64, signInLead } from './api-client.js';
import { expectOk } from './opening.js';
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

/** What the platform asks the lead to sign. */
interface Draft {
  readonly recordCount: number;
  readonly merkleRoot: string;
  readonly commissionCertificate: string;
}

interface RecordPage {
  readonly records: readonly { readonly commitment: string; readonly record: string }[];
  readonly next?: string;
}

/** What the lead has in the end. */
interface SubmissionOutcome {
  readonly round: RoundOrdinal;
  readonly submitted: number;
  readonly threshold: number;
  /** Sealed records by commitment (hex). */
  readonly records: ReadonlyMap<string, Uint8Array>;
  /** The round key, PKCS #8, DER: in clear on the lead's machine only. */
  readonly roundKey: Uint8Array;
}

/** The lead looks at the progress, takes the records into safekeeping, unwraps the key once and submits (REG 7). */
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
    `The lead’s progress: ${String(progress.recordCount)} records, which nobody else can see`,
  );
  const draft = await submitAsLead(lead, people.lead);
  reporter.message(
    `一次解開金鑰、一次簽章，${String(draft.recordCount)} 筆一次提出；樹根 ${draft.merkleRoot.slice(0, 16)}…`,
    `One decryption, one signature: ${String(draft.recordCount)} records submitted`,
  );
  return {
    round: referendum.round.round,
    submitted: draft.recordCount,
    threshold: referendum.threshold,
    records: await downloadRecords(lead),
    roundKey: await people.lead.decrypt(fromBase64(referendum.round.wrappedKey)),
  };
}

/** Unwraps the round key once by the card, wraps it for the commission, signs the draft and submits; answers what was signed. */
export async function submitAsLead(lead: ApiClient, card: Card): Promise<Draft> {
  const referendum = await lead.get<LeadRound>('lead/case');
  const { round, publicKey, wrappedKey } = referendum.round;
  const draft = await lead.post<Draft>('lead/submission/draft');
  const submission = expectOk(
    await submitRound({
      card,
      wrappedKey: fromBase64(wrappedKey),
      publicKey: fromBase64(publicKey),
      commissionCertificate: fromBase64(draft.commissionCertificate),
      draft: {
        caseNumber: referendum.number,
        round,
        recordCount: draft.recordCount,
        merkleRoot: Buffer.from(draft.merkleRoot, 'hex'),
      },
    }),
  );
  await lead.post('lead/submission', {
    statement: base64(submission.statement),
    wrappedKey: base64(submission.wrappedKey),
  });
  return draft;
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
