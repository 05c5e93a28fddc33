import { answerProbe, openRound } from '../../core/ceremony/index.js';
import type { Card } from '../../core/cms/card.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import type { Result } from '../../core/result.js';
import { type ApiClient, base64, fromBase64, signInLead } from './api-client.js';
import type { RegisteredCase } from './registration.js';
import type { StoryContext } from './story-context.js';

interface LeadCase {
  readonly number: CaseNumber;
  readonly undertaking: string;
  readonly round: { readonly round: RoundOrdinal };
}

/** The recovery passphrase of the demo's lead. A real one is made up by the lead and told to nobody. */
const passphrase = 'demo recovery passphrase, not for real use';

/** Both leads make their round keys, wrap them for their cards, and show that they open. */
export async function openRounds(
  context: StoryContext,
  cases: { main: RegisteredCase; other: RegisteredCase },
): Promise<void> {
  const { people, reporter } = context;
  reporter.step('領銜人開啟連署', 'The lead opens the round');
  await openAsLead(context.api, cases.main, people.lead, people.deputy.encryptionCertificate);
  await openAsLead(context.api, cases.other, people.otherLead);
  reporter.message(
    '連署金鑰在領銜人的電腦上產生，以卡片、代理人憑證與備援密語包覆；卡片已實際開啟一次',
    'The round key was made at the lead’s machine, wrapped for card, deputy and passphrase, and opened once by the card',
  );
}

/** Signs the lead in, makes the round's key, wraps it for the card (and deputy), proves that it opens: the case collects. */
export async function openAsLead(
  api: ApiClient,
  { accessCode }: RegisteredCase,
  card: Card,
  deputy?: Uint8Array,
): Promise<void> {
  const lead = await signInLead(api, card, accessCode);
  const referendum = await lead.get<LeadCase>('lead/case');
  const opened = expectOk(
    await openRound({
      card,
      caseNumber: referendum.number,
      round: referendum.round.round,
      undertaking: referendum.undertaking,
      ...(deputy === undefined ? {} : { deputies: [deputy], passphrase }),
    }),
  );
  const { sealedProbe } = await lead.post<{ sealedProbe: string }>('lead/round/key', {
    publicKey: base64(opened.publicKey),
    wrappedKey: base64(opened.wrappedKey),
    keyStatement: base64(opened.keyStatement),
  });
  const probe = expectOk(await answerProbe(card, opened.wrappedKey, fromBase64(sealedProbe)));
  await lead.post('lead/round/opening', { probe: base64(probe) });
}

/** The value of a step that can't fail in a story that goes well. */
export function expectOk<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
