import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CaseEvent, type CaseState, transitions } from '../../../src/cases/index.js';
import { answerProbe } from '../../../src/core/ceremony/index.js';
import { RoundBindings } from '../../../src/cosigning/index.js';
import type { CaseNumber, RoundOrdinal } from '../../../src/core/identifiers.js';
import { insertCase, lastDay, recordsInRound, type WantedCase } from '../../support/cases/case-in-state.js';
import { valueOf } from '../../../src/devkit/index.js';
import { origin, type TestApplication } from '../../support/application/application.js';
import {
  caseNumber,
  type CaseServices,
  caseServices,
  roundKeyOf,
  signSubmission,
} from '../../support/application/case-services.js';
import { carryOut, checkServices } from '../../support/application/check-services.js';
import { TestInstallation } from '../../support/application/installation.js';
import { approverId, requestId } from '../../support/checking/approved-step.js';
import { LosableConnections } from '../../support/postgres/lost-connection.js';

const within = new Date('2025-10-01T04:00:00Z');
const dayAfter = new Date(`${lastDay}T16:00:00Z`);

/** What happens to a case, done as the platform does it: what comes before the step itself, and then the step. */
type Doing = (
  services: CaseServices,
  wanted: WantedCase,
  application: TestApplication,
) => Promise<() => Promise<unknown>>;

const stepOfCheck =
  (action: 'start-check' | 'confirm-result' | 'purge'): Doing =>
  (_services, { number }, application) =>
    Promise.resolve(() => carryOut(application, action, number));

/** For each event: how it comes about, and what the audit log calls it. A name, once given, stays. */
const events: Readonly<
  Record<
    Exclude<CaseEvent, 'correct-enough'>,
    { readonly action: string; readonly actor: string; readonly doing: Doing }
  >
> = {
  'issue-code': {
    action: 'access-code-issued',
    actor: 'staff:registrar',
    doing: (services, { number }) =>
      Promise.resolve(async () =>
        valueOf(await services.cases.issueCode(number, { actor: 'staff:registrar' })),
      ),
  },
  'open-round': {
    action: 'round-opened',
    actor: 'lead',
    doing: async (services, { number, round, card }) => {
      const material = await roundKeyOf(services, card, number, round === 2 ? 2 : 1);
      const sealed = valueOf(await services.lead.handInKey(number, material));
      const answer = valueOf(await answerProbe(card, material.wrappedKey, sealed));
      return async () => valueOf(await services.lead.open(number, answer));
    },
  },
  submit: {
    action: 'round-submitted',
    actor: 'lead',
    doing: async (services, { number, card }) => {
      const draft = valueOf(await services.lead.draftSubmission(number));
      const { round } = valueOf(await services.lead.find(number));
      const { statement, wrappedKey } = await signSubmission(card, number, round, draft);
      return async () => valueOf(await services.lead.submit(number, statement, wrappedKey));
    },
  },
  'end-period': {
    action: 'case-end-period',
    actor: 'system',
    doing: (services, { number }) =>
      Promise.resolve(async () => valueOf(await services.cases.apply(number, 'end-period'))),
  },
  refuse: {
    action: 'case-refuse',
    actor: `staff:${approverId}`,
    doing: stepOfCheck('start-check'),
  },
  'start-check': {
    action: 'case-start-check',
    actor: `staff:${approverId}`,
    doing: stepOfCheck('start-check'),
  },
  'find-enough': {
    action: 'case-find-enough',
    actor: `staff:${approverId}`,
    doing: stepOfCheck('confirm-result'),
  },
  'find-too-few': {
    action: 'case-find-too-few',
    actor: `staff:${approverId}`,
    doing: stepOfCheck('confirm-result'),
  },
  stop: {
    action: 'case-stop',
    actor: 'staff:registrar',
    doing: (services, { number }) =>
      Promise.resolve(async () => valueOf(await services.cases.apply(number, 'stop', 'staff:registrar'))),
  },
};

/** Rounds in hand that a case in this state can have. */
function roundsOf(state: CaseState): readonly (0 | RoundOrdinal)[] {
  if (state === 'registered') return [0];
  return state === 'supplement-due' ? [1] : [1, 2];
}

/**
 * Every step of the state machine, once for each round for which it holds. What a corrected result does needs records that open:
 * `test/e2e/remedies.spec.ts`.
 */
const steps = transitions.flatMap(({ event, ...step }) =>
  event === 'correct-enough'
    ? []
    : roundsOf(step.from)
        .filter((round) => step.round === undefined || step.round === round)
        .map((round) => ({ ...step, event, round })),
);

/** Too few for these, enough for all others. */
const fallingShort: ReadonlySet<CaseEvent> = new Set(['refuse', 'find-too-few']);

describe('each step of a case', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let services: CaseServices;
  let connections: LosableConnections;
  let nextNumber = 9001;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    services = caseServices(application);
    const { owner, staff, lead, checking } = application.databases;
    connections = new LosableConnections(owner, [staff, lead, checking]);
  });
  afterAll(() => installation.remove());

  const arrange = async (
    state: CaseState,
    round: 0 | RoundOrdinal,
    threshold: number = recordsInRound,
  ): Promise<WantedCase> => {
    const number = caseNumber(String(nextNumber++));
    const card = installation.people.lead;
    const material = await roundKeyOf(services, card, number, round === 2 ? 2 : 1);
    const mode = 'number-to-lead';
    const terms = { origin, commissionRoundKey: Buffer.alloc(91) };
    const bound = await application.get(RoundBindings).bind({ number, mode, rounds: [] }, terms);
    const binding = valueOf(bound);
    const wanted = { number, state, round, threshold, card, material, binding };
    await insertCase(application.databases.owner, wanted);
    return wanted;
  };

  interface Told {
    readonly actor: string;
    readonly action: string;
    readonly case_number: string | null;
    readonly details: string;
    readonly transaction: string;
  }
  const lastSeq = async (): Promise<number> => {
    const rows = await application.databases.owner.query<{ seq: number | null }[]>(
      'SELECT max(seq) AS seq FROM audit_event',
    );
    return rows.at(0)?.seq ?? 0;
  };
  const toldSince = (seq: number): Promise<Told[]> =>
    application.databases.owner.query<Told[]>(
      'SELECT actor, action, case_number, details, xmin::text AS transaction FROM audit_event WHERE seq > $1',
      [seq],
    );
  const caseRow = async (number: CaseNumber): Promise<{ state: string; transaction: string } | undefined> => {
    const rows = await application.databases.owner.query<{ state: string; transaction: string }[]>(
      'SELECT state, xmin::text AS transaction FROM referendum_case WHERE number = $1',
      [number],
    );
    return rows.at(0);
  };

  it('is looked at', () => {
    expect(steps).toHaveLength(29);
    expect(new Set(steps.map(({ event }) => event))).toEqual(new Set(Object.keys(events)));
  });

  it.each(steps)('$from, $event, round $round: leaves one event, written with the state', async (step) => {
    const { action, actor, doing } = events[step.event];
    installation.clock.set(within);
    const threshold = fallingShort.has(step.event) ? recordsInRound + 1 : recordsInRound;
    const wanted = await arrange(step.from, step.round, threshold);
    const happen = await doing(services, wanted, application);
    if (step.when === 'after-period') installation.clock.set(dayAfter);
    const before = await connections.contents();
    const seq = await lastSeq();

    // With the connection lost before each statement in turn: all of it, or nothing.
    let left = await caseRow(wanted.number);
    let statements = 0;
    for (; left?.state === step.from; statements += 1) {
      await connections.loseAfter(statements, happen, () => checkServices(application).checks.settled());
      left = await caseRow(wanted.number);
      if (left?.state === step.from) expect(await connections.contents()).toEqual(before);
    }
    expect(statements).toBeGreaterThan(8);

    const told = await toldSince(seq);
    expect(told).toEqual([
      expect.objectContaining({ actor, action, case_number: wanted.number, transaction: left?.transaction }),
    ]);
    expect(left?.state).toBe(step.to);
    const round = step.event === 'issue-code' ? step.round + 1 : step.round;
    const { from, to, article } = step;
    expect(JSON.parse(told.map(({ details }) => details).join())).toMatchObject({
      from,
      to,
      article,
      ...(round === 0 ? {} : { round }),
      ...(actor === `staff:${approverId}` ? { request: requestId } : {}),
    });
  });

  it.each(['lapsed', 'established'] as const)(
    'that purges a case which is %s leaves one event as well',
    async (state) => {
      installation.clock.set(within);
      const { number } = await arrange(state, 1);
      const { owner } = application.databases;
      await owner.query(`UPDATE referendum_case SET announced_on = '2025-10-01' WHERE number = $1`, [number]);
      installation.clock.set(new Date('2029-01-01T00:00:00Z'));
      const seq = await lastSeq();
      const purge = (): Promise<unknown> => carryOut(application, 'purge', number);
      expect(await connections.cutShortEverywhere(purge)).toBeGreaterThan(8);
      const notes = await application.databases.owner.query<{ transaction: string; digest: string }[]>(
        `SELECT xmin::text AS transaction, encode(sha256(note), 'hex') AS digest FROM purge_note WHERE case_number = $1`,
        [number],
      );
      expect(notes).toHaveLength(1);
      const told = await toldSince(seq);
      expect(told).toEqual([
        expect.objectContaining({
          actor: `staff:${approverId}`,
          action: 'case-purge',
          case_number: number,
          transaction: notes.at(0)?.transaction,
        }),
      ]);
      expect(JSON.parse(told.map(({ details }) => details).join())).toEqual({
        article: 'REG 12',
        noteDigest: notes.at(0)?.digest,
        request: requestId,
      });
    },
  );

  it('that comes too late writes nothing', async () => {
    installation.clock.set(within);
    const { number } = await arrange('code-issued', 1);
    const seq = await lastSeq();
    const stops = await Promise.all([1, 2, 3].map(() => services.cases.apply(number, 'stop')));
    expect(stops.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await toldSince(seq)).map(({ action }) => action)).toEqual(['case-stop']);
  });
});
