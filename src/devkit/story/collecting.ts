import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import type { NationalId } from '../../core/national-id.js';
import { renderStatement, type StatementFields } from '../../core/statement/index.js';
import { buildCoSignature, revokeAfter } from '../scenarios/perform.js';
import type { Attempt } from '../scenarios/scenario-table.js';
import { ApiProblem, signatureJson } from './api-client.js';
import { nextMorning, type StoryContext } from './story-context.js';

/** The result of an attempt at intake. */
export interface AttemptOutcome {
  readonly attempt: Attempt;
  /** `accepted`, or the code with which it was refused. */
  readonly outcome: string;
  /** Present if it was accepted. `commitment` is in hex, `receipt` is a compact JWS. */
  readonly acknowledged?: { readonly commitment: string; readonly receipt: string };
}

interface PublicCase {
  readonly number: CaseNumber;
  readonly mainText: string;
  readonly documentDigest: string;
  readonly rounds: readonly { readonly round: RoundOrdinal }[];
}

const days = 6;
const concurrency = 8;
const elevenMinutes = 11 * 60_000;

/** Makes all attempts to co-sign, over several days. Returns their outcomes in the order of the attempts. */
export async function collectCoSignatures(context: StoryContext): Promise<readonly AttemptOutcome[]> {
  context.reporter.step('連署', 'People co-sign');
  const subjects = { main: await subjectOf(context, '9001'), other: await subjectOf(context, '9002') };
  const outcomes: AttemptOutcome[] = [];
  const pairs = pairsOf(context.attempts);
  const perDay = Math.ceil(pairs.length / days);
  for (let day = 0; day < days; day++) {
    await nextMorning(context, day === 0 ? 1 : 7);
    const today = pairs.slice(day * perDay, (day + 1) * perDay);
    const stale = await agedChallenges(context, today.flat());
    const visit = new AttemptsOfDay(context, subjects, stale);
    outcomes.push(...(await inParallel(today, (pair) => visit.coSignInOrder(pair, outcomes.length))));
    context.reporter.progress(outcomes.length, context.attempts.length);
  }
  return outcomes;
}

/** Pairs of attempts that must be made one after the other: an attempt with an odd index may depend on the one before it. */
function pairsOf(attempts: readonly Attempt[]): Attempt[][] {
  const pairs: Attempt[][] = [];
  for (let i = 0; i < attempts.length; i += 2) pairs.push(attempts.slice(i, i + 2));
  return pairs;
}

/** What a statement for this case's latest round says, but for the number and the challenge. */
export async function subjectOf(
  context: Pick<StoryContext, 'api'>,
  caseNumber: string,
): Promise<StatementFields> {
  const referendum = await context.api.get<PublicCase>(`cases/${caseNumber}`);
  const latest = referendum.rounds.at(-1);
  if (latest === undefined) throw new Error(`case ${caseNumber} has no round`);
  return {
    caseNumber: referendum.number,
    round: latest.round,
    mainText: referendum.mainText,
    documentDigest: Buffer.from(referendum.documentDigest, 'hex'),
    origin: context.api.origin,
  };
}

/** The challenges of the attempts that sign too late, by index. They are fetched first; then the clock moves on eleven minutes. */
async function agedChallenges(
  context: StoryContext,
  today: readonly Attempt[],
): Promise<Map<number, string>> {
  const late = today.filter(({ challenge }) => challenge === 'stale');
  const aged = new Map<number, string>();
  for (const { index } of late) aged.set(index, await fetchChallenge(context, '9001'));
  if (late.length > 0) context.clock.advance(elevenMinutes);
  return aged;
}

/** A new challenge for a co-signature in this case. */
export async function fetchChallenge(
  { api }: Pick<StoryContext, 'api'>,
  caseNumber: string,
): Promise<string> {
  return (await api.post<{ challenge: string }>(`cases/${caseNumber}/challenges`)).challenge;
}

/** The attempts of one day. */
class AttemptsOfDay {
  private done = 0;

  constructor(
    private readonly context: StoryContext,
    private readonly subjects: { readonly main: StatementFields; readonly other: StatementFields },
    private readonly aged: ReadonlyMap<number, string>,
  ) {}

  async coSignInOrder(pair: readonly Attempt[], before: number): Promise<AttemptOutcome[]> {
    const outcomes: AttemptOutcome[] = [];
    for (const attempt of pair) {
      outcomes.push(await this.coSign(attempt));
      this.context.reporter.progress(before + ++this.done, this.context.attempts.length);
    }
    return outcomes;
  }

  private async coSign(attempt: Attempt): Promise<AttemptOutcome> {
    const { api, pki, clock } = this.context;
    const request = await buildCoSignature(attempt, {
      pki,
      challenge: (kind) => this.challenge(attempt, kind),
      statement: (nationalId, challenge, which) => this.statement(nationalId, challenge, which),
    });
    try {
      const acknowledged = await api.post<NonNullable<AttemptOutcome['acknowledged']>>(
        'cases/9001/co-signatures',
        { ...request, signature: signatureJson(request.signature) },
      );
      revokeAfter(attempt, pki, clock.now());
      return { attempt, outcome: 'accepted', acknowledged };
    } catch (error) {
      if (error instanceof ApiProblem) return { attempt, outcome: error.code };
      throw error;
    }
  }

  private async challenge({ index }: Attempt, kind: Attempt['challenge']): Promise<string> {
    const aged = this.aged.get(index);
    if (aged !== undefined) return aged;
    return fetchChallenge(this.context, kind === 'of-another-case' ? '9002' : '9001');
  }

  /** The statement that the card program shows and signs. A wrong number stands in it as it was entered. */
  private statement(nationalId: string, challenge: string, which: Attempt['statement']): Uint8Array {
    const subject = which === 'of-another-case' ? this.subjects.other : this.subjects.main;
    return renderStatement(subject, nationalId as NationalId, challenge);
  }
}

/** Runs up to eight pairs at the same time. Returns the outcomes in the order of the pairs. */
async function inParallel(
  pairs: readonly Attempt[][],
  run: (pair: Attempt[]) => Promise<AttemptOutcome[]>,
): Promise<AttemptOutcome[]> {
  const outcomes: AttemptOutcome[][] = [];
  const waiting = pairs.entries();
  const worker = async (): Promise<void> => {
    for (const [place, pair] of waiting) outcomes[place] = await run(pair);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return outcomes.flat();
}
