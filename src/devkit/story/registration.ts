import type { Card } from '../../core/cms/card.js';
import type { SealingMode } from '../../core/statement/index.js';
import { taipeiDateOf } from '../../core/taipei-date.js';
import { type ApiClient, base64, signInStaff } from './api-client.js';
import type { StoryContext } from './story-context.js';

/** A registered case with its access code. */
export interface RegisteredCase {
  readonly number: string;
  readonly accessCode: string;
}

/** The texts of the story's two cases. */
const texts = {
  '9001': {
    mainText: '你是否同意學校每週五的午餐應提供在地食材？',
    reason: '在地食材較為新鮮，運送距離短，也讓孩子認識家鄉的農漁產。\n本案僅為展示系統之用，並非真實提案。',
  },
  '9002': {
    mainText: '你是否同意公立圖書館於例假日延長開放至晚間九時？',
    reason: '讓上班的人也能使用圖書館。\n本案僅為展示系統之用，並非真實提案。',
  },
} as const;

/**
 * The number of electors: 20 for each attempt. The threshold, 1.5 % of them, is a little under a third of the attempts. At least half
 * of the attempts are good, so the story reaches the threshold.
 */
const electorsFor = (attempts: number): number => Math.max(1, attempts * 20);

/** Registers the story's case and a second case, and issues their access codes (REG 4). */
export async function registerCases(
  context: StoryContext,
): Promise<{ main: RegisteredCase; other: RegisteredCase }> {
  const { api, people, reporter, attempts } = context;
  reporter.step('登錄案件、核發認證碼', 'The commission registers the case and issues the access code');
  const registrar = await signInStaff(api, people.registrar);
  const electors = electorsFor(attempts.length);
  const now = context.clock.now();
  const main = await registerCase(
    registrar,
    { number: '9001', ...texts['9001'] },
    people.lead,
    electors,
    now,
  );
  const other = await registerCase(
    registrar,
    { number: '9002', ...texts['9002'] },
    people.otherLead,
    electors,
    now,
  );
  reporter.message(
    `案號 ${main.number}：「${texts['9001'].mainText}」`,
    `Case ${main.number}; the lead receives the access code with the undertaking`,
  );
  return { main, other };
}

/** A case's number, texts and, if it is not the usual one, its mode. */
interface CaseText {
  readonly mode?: SealingMode;
  readonly number: string;
  readonly mainText: string;
  readonly reason: string;
}

/** Registers a case for this lead, whose notice is of this moment, and issues its access code. */
export async function registerCase(
  registrar: ApiClient,
  text: CaseText,
  lead: Card,
  electorTotal: number,
  noticedAt: Date,
): Promise<RegisteredCase> {
  await registrar.post('staff/cases', {
    ...text,
    noticedOn: taipeiDateOf(noticedAt),
    leadSigningCertificate: base64(lead.signingCertificate),
    leadEncryptionCertificate: base64(lead.encryptionCertificate),
    electorTotal,
  });
  const { accessCode } = await registrar.post<{ accessCode: string }>(`staff/cases/${text.number}/code`);
  return { number: text.number, accessCode };
}
