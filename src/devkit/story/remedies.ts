import type { Card, SignatureForm } from '../../core/cms/card.js';
import type { CaseNumber, Commitment } from '../../core/identifiers.js';
import { type RemedyKind, renderRemedyStatement } from '../../core/statement/index.js';
import { cardOf } from '../scenarios/perform.js';
import { type PlannedRemedy, planRemedies } from '../scenarios/plan-remedies.js';
import { type ApiClient, fromBase64, signatureJson } from './api-client.js';
import { StaffClient } from './staff-client.js';
import type { AttemptOutcome } from './collecting.js';
import { nextMorning, type StoryContext } from './story-context.js';

/** What a holder asks for by card. */
export interface WantedRemedy {
  readonly kind: RemedyKind;
  readonly caseNumber: string;
  readonly account: string;
  /** The platform's origin. */
  readonly origin: string;
  /** The receipt and the commitment in it, where the holder shows it. */
  readonly shown?: { readonly receipt: string; readonly commitment: Uint8Array };
  readonly form?: SignatureForm;
}

/** What is posted for a request signed by this card, with a fresh challenge. */
export async function remedyBody(api: ApiClient, card: Card, wanted: WantedRemedy): Promise<object> {
  const { kind, caseNumber, account, origin, shown, form = 'cms-attached' } = wanted;
  const path = `cases/${caseNumber}/remedies/challenges`;
  const { challenge } = await api.post<{ challenge: string }>(path, { kind });
  const commitment = shown?.commitment as Commitment | undefined;
  const fields = { kind, caseNumber: caseNumber as CaseNumber, commitment, account, origin, challenge };
  const signature = await card.sign(renderRemedyStatement(fields), form);
  const receipt = shown === undefined ? {} : { receipt: shown.receipt };
  return { account, challenge, signature: signatureJson(signature), ...receipt };
}

/** What was asked for after the result, and what came of it. */
export interface RemediesOutcome {
  readonly misuse: { readonly reported: number; readonly upheld: number };
  readonly objection: { readonly filed: number; readonly upheld: number };
  /** Undefined where nothing was decided. */
  readonly corrected?: {
    readonly version: number;
    readonly valid: number;
    readonly determination: string;
    /** Electronic ones, by exact reason. */
    readonly struckOut: Readonly<Record<string, number>>;
  };
}

const caseNumber = '9001';
const paths = { misuse: 'misuse-reports', objection: 'objections' } as const;

/** A day after the result, people report and object; two people decide, and a corrected result is published beside the first. */
export async function runRemedies(
  context: StoryContext,
  outcomes: readonly AttemptOutcome[],
  hasResult: boolean,
): Promise<RemediesOutcome & { readonly wrong: readonly PlannedRemedy[] }> {
  const planned = hasResult ? planRemedies(context.attempts) : [];
  const none = { misuse: { reported: 0, upheld: 0 }, objection: { filed: 0, upheld: 0 }, wrong: [] };
  if (planned.length === 0) return none;
  context.reporter.step('異議與冒用通報', 'Objection, and a misused card');
  await nextMorning(context, 1);
  for (const remedy of planned) await file(context, remedy, acknowledgedOf(outcomes, remedy));
  const staff = await StaffClient.signIn(context, caseNumber);
  for (const { id, account } of await staff.remedies()) {
    const reason = planned.find((each) => each.account === account)?.reason;
    if (reason !== undefined) await staff.decide(id, 'upheld', reason);
  }
  const upheld = (await staff.remedies()).filter(({ decision }) => decision?.outcome === 'upheld');
  await staff.requestAndApprove('correct-result');
  const corrected = { ...(await correctedResult(context.api)), struckOut: (await staff.tallies()).struckOut };
  context.reporter.message(
    `兩人核定後，公布更正版查對結果（第 ${String(corrected.version)} 版），第一版仍然公布`,
    `Two people decided; a corrected result (version ${String(corrected.version)}) is published, beside the first`,
  );
  const wrong: PlannedRemedy[] = [];
  for (const remedy of planned)
    if ((await toldOf(context.api, acknowledgedOf(outcomes, remedy))) !== remedy.expect) wrong.push(remedy);
  const count = (kind: string): number => upheld.filter((each) => each.kind === kind).length;
  return {
    misuse: { reported: 1, upheld: count('misuse') },
    objection: { filed: 1, upheld: count('objection') },
    corrected,
    wrong,
  };
}

type Acknowledged = NonNullable<AttemptOutcome['acknowledged']>;

function acknowledgedOf(outcomes: readonly AttemptOutcome[], { attempt }: PlannedRemedy): Acknowledged {
  const acknowledged = outcomes.find((each) => each.attempt.index === attempt.index)?.acknowledged;
  if (acknowledged === undefined) throw new Error('nobody took the co-signature that a remedy is about');
  return acknowledged;
}

async function file(
  { api, pki }: StoryContext,
  { kind, attempt, account }: PlannedRemedy,
  { receipt, commitment }: Acknowledged,
): Promise<void> {
  const shown = { receipt, commitment: Buffer.from(commitment, 'hex') };
  const wanted = { kind, caseNumber, account, origin: api.origin, shown };
  await api.post(`cases/${caseNumber}/${paths[kind]}`, await remedyBody(api, cardOf(attempt, pki), wanted));
}

async function correctedResult(
  api: ApiClient,
): Promise<{ readonly version: number; readonly valid: number; readonly determination: string }> {
  const { result, version } = await api.get<{ result: string; version: number }>(
    `cases/${caseNumber}/result`,
  );
  const { valid, determination } = JSON.parse(Buffer.from(fromBase64(result)).toString('utf8')) as {
    valid: number;
    determination: string;
  };
  return { version, valid, determination };
}

/** What the bearer of the receipt is told: `counted`, or the group of reasons. */
async function toldOf(api: ApiClient, { receipt }: Acknowledged): Promise<string> {
  const told = await api.post<{ status: string; group?: string }>('receipts/status', { receipt });
  return told.group ?? told.status;
}
