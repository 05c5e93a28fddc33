import type { CaseNumber, RoundOrdinal } from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { renderSignIn, renderStatement, type StatementFields } from '../../../src/core/statement/index.js';
import {
  type ApiClient,
  type Attempt,
  buildCoSignature,
  cardOf,
  planAttempts,
  Population,
  SeededRandom,
  signatureJson,
} from '../../../src/devkit/index.js';
import { type House, origin } from './house.js';

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
export function citizens(house: House, count: number, purpose = 'citizens'): readonly Attempt[] {
  const ordinary = planAttempts({ seed: 'any', citizens: 1 })[0]!;
  const random = new SeededRandom(house.pki.options.seed).fork(purpose);
  const population = new Population();
  return Array.from({ length: count }, (_, index) => {
    const person = population.citizen(random.fork(String(index)));
    return { ...ordinary, index, person, nationalId: person.nationalId };
  });
}

/** A citizen whose attempt differs from an ordinary one. */
export function citizen(house: House, purpose: string, change: Partial<Attempt> = {}): Attempt {
  const ordinary = citizens(house, 1, purpose)[0]!;
  return { ...ordinary, ...change };
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
  house: House,
  api: ApiClient,
  caseNumber: string,
  attempt: Attempt,
  challenge?: string,
): Promise<CoSignatureBody> {
  const fields = await fieldsOf(api, caseNumber);
  const request = await buildCoSignature(attempt, {
    pki: house.pki,
    challenge: () => challenge ?? challengeOf(api, caseNumber),
    statement: (nationalId, used) => renderStatement(fields, nationalId as NationalId, used),
  });
  return { ...request, signature: signatureJson(request.signature) };
}

/** Has them all co-sign the case. */
export async function coSign(
  house: House,
  api: ApiClient,
  caseNumber: string,
  attempts: readonly Attempt[],
): Promise<void> {
  for (const attempt of attempts) {
    await api.post(
      `cases/${caseNumber}/co-signatures`,
      await coSignatureBody(house, api, caseNumber, attempt),
    );
  }
}

/**
 * What the person of an attempt posts to co-sign 9001, with the challenge and the statement that the attempt says. `previous` is the
 * attempt it may rely on; a stale challenge moves the clock on.
 */
export async function attemptBody(
  house: House,
  api: ApiClient,
  attempt: Attempt,
  previous: Attempt,
): Promise<CoSignatureBody> {
  if (attempt.expect === 'already-co-signed') await coSign(house, api, '9001', [previous]);
  const challenge = await challengeOf(api, attempt.challenge === 'of-another-case' ? '9002' : '9001');
  const statementCase = attempt.statement === 'of-another-case' ? '9002' : '9001';
  const body = await coSignatureBody(house, api, statementCase, attempt, challenge);
  if (attempt.challenge === 'stale') house.clock.advance(11 * 60_000);
  return body;
}

/** What the holder of a card posts to ask which cases bear their co-signature. */
export async function ownCoSignaturesBody(
  house: House,
  api: ApiClient,
  attempt: Attempt,
): Promise<Omit<CoSignatureBody, 'nationalId'>> {
  const { challenge } = await api.post<ChallengeAnswer>('co-signatures/challenges');
  const statement = renderSignIn('co-signer', origin, challenge);
  const signature = await cardOf(attempt, house.pki).sign(statement, attempt.form);
  return { challenge, signature: signatureJson(signature) };
}
