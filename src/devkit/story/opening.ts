import { answerProbe, openRound, type RoundOpening } from '../../core/ceremony/index.js';
import type { Card } from '../../core/cms/card.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import type { SealingMode } from '../../core/statement/index.js';
import { valueOf } from '../value-of.js';
import { type ApiClient, base64, fromBase64, signInLead } from './api-client.js';
import type { RegisteredCase } from './registration.js';
import type { StoryContext } from './story-context.js';

/** What the lead's case says of what is to be signed. */
export interface LeadCaseToSign {
  readonly number: CaseNumber;
  readonly undertaking: string;
  readonly origin: string;
  readonly mode: SealingMode;
  readonly round: { readonly round: RoundOrdinal; readonly commissionRoundKey: string };
}

/** The recovery passphrase of the demo's lead. A real lead chooses a secret one. */
const passphrase = 'demo recovery passphrase, not for real use';

/** Both leads make their round keys, wrap them for their cards and prove that the cards can unwrap them. */
export async function openRounds(
  context: StoryContext,
  cases: { main: RegisteredCase; other: RegisteredCase },
): Promise<void> {
  const { people, reporter } = context;
  reporter.step('領銜人開啟連署', 'The lead opens the round');
  await openAsLead(context.api, cases.main, people.lead, people.deputy.encryptionCertificate);
  await openAsLead(context.api, cases.other, people.otherLead);
  reporter.message(
    '連署金鑰在領銜人的電腦上產生，以領銜人的卡片、代理人的憑證與備援密語加密保存；已用卡片解開一次，確認可用',
    'The round key was made on the lead’s computer and wrapped for the card, the deputy and the passphrase; the card unwrapped it once as a proof',
  );
}

/**
 * Signs in the lead, makes the round key, wraps it for the card and the deputy, and proves that the card unwraps it. The case
 * then collects.
 */
export async function openAsLead(
  api: ApiClient,
  { accessCode }: RegisteredCase,
  card: Card,
  deputy?: Uint8Array,
): Promise<void> {
  const lead = await signInLead(api, card, accessCode);
  const referendum = await lead.get<LeadCaseToSign>('lead/case');
  const recovery = deputy === undefined ? {} : { deputies: [deputy], passphrase };
  const opened = valueOf(await openRound({ ...roundOpening(card, referendum), ...recovery }));
  const { sealedProbe } = await lead.post<{ sealedProbe: string }>('lead/round/key', {
    publicKey: base64(opened.publicKey),
    wrappedKey: base64(opened.wrappedKey),
    keyStatement: base64(opened.keyStatement),
  });
  const probe = valueOf(await answerProbe(card, opened.wrappedKey, fromBase64(sealedProbe)));
  await lead.post('lead/round/opening', { probe: base64(probe) });
}

/** What the lead's machine needs to open the round of this case. */
export function roundOpening(
  card: Card,
  { number, origin, mode, undertaking, round }: LeadCaseToSign,
): RoundOpening {
  return {
    card,
    caseNumber: number,
    round: round.round,
    origin,
    mode,
    commissionRoundKey: fromBase64(round.commissionRoundKey),
    undertaking,
  };
}
