import { buffer } from 'node:stream/consumers';
import { type Case, CaseService } from '../../../src/cases/index.js';
import {
  type CheckingAction,
  CheckingService,
  CHECK_JOBS,
  type JobsHere,
  PublicResults,
  STRUCK_OUT_LISTS,
  type StruckOutLists,
} from '../../../src/checking/index.js';
import type { CaseNumber, RoundId } from '../../../src/core/identifiers.js';
import { type Attempt, type MockMoi, revokeBefore, valueOf } from '../../../src/devkit/index.js';
import { approvedStep } from '../checking/approved-step.js';
import type { TestApplication, TestCase } from './application.js';
import { submitted, twoCases } from './cases.js';
import { type Taken, tryToCoSign } from './co-signers.js';

/** What an application has of the check below its endpoints. */
export interface CheckServices {
  readonly checking: CheckingService;
  readonly checks: JobsHere;
  readonly published: PublicResults;
  readonly struckOut: StruckOutLists;
}

/** The application's own services. */
export function checkServices(application: TestApplication): CheckServices {
  return {
    checking: application.get(CheckingService),
    checks: application.get<JobsHere>(CHECK_JOBS),
    published: application.get(PublicResults),
    struckOut: application.get<StruckOutLists>(STRUCK_OUT_LISTS),
  };
}

/** The whole content of a published file of the latest round; undefined where there is none. */
export async function publishedFile(
  { published }: Pick<CheckServices, 'published'>,
  number: CaseNumber,
  name: string,
): Promise<Buffer | undefined> {
  const file = await published.file(number, name);
  return file === undefined ? undefined : buffer(file.content());
}

/** The round in hand of case 9001, collected. */
export interface CollectedRound {
  readonly of: TestCase;
  readonly number: CaseNumber;
  readonly roundId: RoundId;
  readonly taken: readonly Taken[];
  submit(): Promise<void>;
}

/** Has everybody of a plan try to co-sign case 9001 on its first day; 9002 is the other case, of which there is no record. */
export async function collectRound(
  application: TestApplication,
  attempts: readonly Attempt[],
  electorTotal = 1000,
): Promise<CollectedRound> {
  const { installation } = application;
  revokeBefore(attempts, installation.pki, installation.clock.now());
  const { main } = await twoCases(application, electorTotal);
  await installation.nextDay();
  return tryAll(application, main, attempts);
}

/** Has everybody of a plan try to co-sign the round in hand of this case, 9001. */
export async function tryAll(
  application: TestApplication,
  of: TestCase,
  attempts: readonly Attempt[],
): Promise<CollectedRound> {
  const taken = await tryToCoSign(application, attempts);
  const { number, rounds } = await caseOf(application, of.number as CaseNumber);
  const roundId = rounds.at(-1)?.id;
  if (roundId === undefined) throw new Error('the case has no round');
  return { of, number, roundId, taken, submit: () => submitted(application, of) };
}

/** As two people do: what the action comes to now is approved, then carried out. */
export async function carryOut(
  application: TestApplication,
  action: CheckingAction,
  number: CaseNumber,
): Promise<unknown> {
  const { checking } = checkServices(application);
  const subject = valueOf(await checking.approvalContent(action, number));
  return valueOf(await checking.execute(action, approvedStep(number, subject)));
}

/** The files of the roster that was sent, by name. */
export async function rosterOf(
  application: TestApplication,
  number: CaseNumber,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = valueOf(await checkServices(application).checking.roster(number));
  return new Map(files.map(({ name, sealed }) => [name, sealed]));
}

/** What the ministry answers to the roster that was sent. */
export async function answerOf(
  application: TestApplication,
  number: CaseNumber,
  ministry: MockMoi,
  tampering?: Parameters<MockMoi['answer']>[2],
): Promise<readonly { readonly name: string; readonly sealed: Uint8Array }[]> {
  const roster = await rosterOf(application, number);
  const answer = await ministry.answer(roster, application.installation.clock.now(), tampering);
  return [...answer].map(([name, sealed]) => ({ name, sealed }));
}

/** The case as it is now. */
export async function caseOf(application: TestApplication, number: CaseNumber): Promise<Case> {
  const found = await application.get(CaseService).find(number);
  if (found === undefined) throw new Error('no such case');
  return found;
}
