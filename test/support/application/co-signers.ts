import type { CaseNumber, Commitment, RoundOrdinal } from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { renderSignIn, renderStatement, type StatementFields } from '../../../src/core/statement/index.js';
import { OPEN_ROUNDS, type OpenRounds } from '../../../src/cosigning/index.js';
import {
  type ApiClient,
  ApiProblem,
  type Attempt,
  buildCoSignature,
  cardOf,
  planAttempts,
  Population,
  SeededRandom,
  signatureJson,
} from '../../../src/devkit/index.js';
import { origin, type TestApplication } from './application.js';
import { caseServices } from './case-services.js';

interface PublicCase {
  readonly number: CaseNumber;
  readonly mainText: string;
  readonly documentDigest: string;
  readonly rounds: readonly { readonly round: RoundOrdinal }[];
}

interface ChallengeAnswer {
  readonly challenge: string;
}

/** A co-signature as it is posted. */
interface CoSignatureBody {
  readonly nationalId: string;
  readonly challenge: string;
  readonly signature: Readonly<Record<string, string>>;
}

/** Citizens with good cards who have not co-signed anything yet. */
export function citizens(count: number, purpose = 'citizens'): readonly Attempt[] {
  const ordinary = planAttempts({ seed: 'any', citizens: 1 })[0]!;
  const random = new SeededRandom(purpose);
  const population = new Population();
  return Array.from({ length: count }, (_, index) => {
    const person = population.citizen(random.fork(String(index)));
    return { ...ordinary, index, person, nationalId: person.nationalId };
  });
}

/** A citizen whose attempt differs from an ordinary one. */
export function citizen(purpose: string, change: Partial<Attempt> = {}): Attempt {
  const ordinary = citizens(1, purpose)[0]!;
  return { ...ordinary, ...change };
}

/** Six whom the check counts, and two whom it strikes out: one is in no register, one is under age. */
export function countedAndStruckOut(): readonly Attempt[] {
  const plan = planAttempts({ seed: 'counted and struck out', citizens: 120 });
  const counted = plan.filter(({ scenario }) => scenario === 'ordinary-card').slice(0, 6);
  return [
    ...counted,
    ...(['R01', 'R02'] as const).map((code) => plan.find(({ expect }) => expect === code)!),
  ];
}

/** What is signed to co-sign a case, as anybody can put it together from public answers. */
async function fieldsOf(api: ApiClient, caseNumber: string): Promise<StatementFields> {
  const referendum = await api.get<PublicCase>(`cases/${caseNumber}`);
  const { round } = referendum.rounds[referendum.rounds.length - 1]!;
  return {
    caseNumber: referendum.number,
    round,
    mainText: referendum.mainText,
    documentDigest: Buffer.from(referendum.documentDigest, 'hex'),
    origin,
  };
}

/** What has to be signed to co-sign a case with this number and challenge. */
export async function statementOf(
  api: ApiClient,
  caseNumber: string,
  { nationalId, challenge }: Pick<CoSignatureBody, 'nationalId' | 'challenge'>,
): Promise<Uint8Array> {
  return renderStatement(await fieldsOf(api, caseNumber), nationalId as NationalId, challenge);
}

/** A fresh challenge of a case. */
export async function challengeOf(api: ApiClient, caseNumber: string): Promise<string> {
  return (await api.post<ChallengeAnswer>(`cases/${caseNumber}/challenges`)).challenge;
}

/** What this citizen posts to co-sign the case; a challenge of theirs may be given. */
export async function coSignatureBody(
  { api, installation }: TestApplication,
  caseNumber: string,
  attempt: Attempt,
  challenge?: string,
): Promise<CoSignatureBody> {
  const fields = await fieldsOf(api, caseNumber);
  const request = await buildCoSignature(attempt, {
    pki: installation.pki,
    challenge: () => challenge ?? challengeOf(api, caseNumber),
    statement: (nationalId, used) => renderStatement(fields, nationalId as NationalId, used),
  });
  return { ...request, signature: signatureJson(request.signature) };
}

/** Has them all co-sign the case, which takes each of them; the commitments (hex) in their order. */
export async function coSign(
  application: TestApplication,
  caseNumber: string,
  attempts: readonly Attempt[],
): Promise<readonly string[]> {
  const commitments: string[] = [];
  for (const attempt of attempts) {
    const body = await coSignatureBody(application, caseNumber, attempt);
    const path = `cases/${caseNumber}/co-signatures`;
    commitments.push((await application.api.post<{ commitment: string }>(path, body)).commitment);
  }
  return commitments;
}

/**
 * What the person of an attempt posts to co-sign 9001, with the challenge and the statement that the attempt says; 9002 is the other
 * case. `previous` is the attempt it may rely on, where that has not been made; a stale challenge moves the clock on.
 */
export async function attemptBody(
  application: TestApplication,
  attempt: Attempt,
  previous?: Attempt,
): Promise<CoSignatureBody> {
  const { api, installation } = application;
  if (previous !== undefined && attempt.expect === 'already-co-signed')
    await coSign(application, '9001', [previous]);
  const challenge = await challengeOf(api, attempt.challenge === 'of-another-case' ? '9002' : '9001');
  const statementCase = attempt.statement === 'of-another-case' ? '9002' : '9001';
  const body = await coSignatureBody(application, statementCase, attempt, challenge);
  if (attempt.challenge === 'stale') installation.clock.advance(11 * 60_000);
  return body;
}

/** A co-signature that was taken. */
export interface Taken {
  readonly attempt: Attempt;
  readonly commitment: Commitment;
}

/** Makes all these attempts to co-sign 9001, one after another; those that were taken. */
export async function tryToCoSign(
  application: TestApplication,
  attempts: readonly Attempt[],
): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (const attempt of attempts) {
    try {
      const body = await attemptBody(application, attempt);
      const answer = await application.api.post<{ commitment: string }>('cases/9001/co-signatures', body);
      taken.push({ attempt, commitment: Buffer.from(answer.commitment, 'hex') as Uint8Array as Commitment });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
    }
  }
  return taken;
}

/** Records noise sealed to the key of the case's open round, as by a holder of its own; the commitment (hex). */
export async function recordNoise(application: TestApplication, caseNumber: string): Promise<string> {
  const round = await application.get<OpenRounds>(OPEN_ROUNDS).find(caseNumber as CaseNumber);
  if (round === undefined) throw new Error(`case ${caseNumber} does not collect`);
  const { commitment } = await caseServices(application).coSign(round.id, round.publicKey, round.firstDay);
  return Buffer.from(commitment).toString('hex');
}

/** What the holder of a card posts to ask which cases bear their co-signature. */
export async function ownCoSignaturesBody(
  { api, installation }: TestApplication,
  attempt: Attempt,
): Promise<Omit<CoSignatureBody, 'nationalId'>> {
  const { challenge } = await api.post<ChallengeAnswer>('co-signatures/challenges');
  const statement = renderSignIn('co-signer', origin, challenge);
  const signature = await cardOf(attempt, installation.pki).sign(statement, attempt.form);
  return { challenge, signature: signatureJson(signature) };
}
