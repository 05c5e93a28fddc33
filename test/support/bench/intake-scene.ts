import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/adapters/postgres/embedded/embedded-postgres.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { renderStatement } from '../../../src/core/statement/index.js';
import { CoSigningChallenges, OPEN_ROUNDS, type OpenRounds } from '../../../src/cosigning/index.js';
import { statementFieldsOf } from '../../../src/cosigning/intake.js';
import { twoCases } from '../application/cases.js';
import { citizens } from '../application/co-signers.js';
import { TestInstallation } from '../application/installation.js';
import { parseCertificate } from '../../../src/core/x509/index.js';
import { buildCoSignature, type DemoPkiOptions, signatureJson, valueOf } from '../../../src/devkit/index.js';
import { floorRequestOf } from './floor-request.js';
import { stepMicroseconds } from './intake-steps.js';

/** One person's co-signature, as the application takes it and as the floor does. */
export interface BenchRequest {
  readonly body: string;
  readonly floorBody: string;
}

/** A case that collects in a PostgreSQL of its own, with no server yet, and co-signatures of it by distinct people. */
export interface IntakeScene {
  readonly postgres: EmbeddedPostgres;
  /** PostgreSQL's data folder. */
  readonly data: string;
  /** Keys, trust and the archive. */
  readonly home: string;
  /** The time at which the case collects and every challenge is good. */
  readonly at: Date;
  /** Under which the cards' certificates verify: SubjectPublicKeyInfo, DER. */
  readonly issuerKeys: readonly Uint8Array[];
  readonly requests: readonly BenchRequest[];
  /** What each step takes, microseconds of processor. */
  readonly steps: Readonly<Record<string, number>>;
  remove(): Promise<void>;
}

/** By how many of the requests the steps are measured. */
const measuredRequests = 4000;

/**
 * Opens case 9001, and has `count` people sign it, each with a number and a certificate of their own; also a key of their own, where that
 * matters: making them takes half a minute, once.
 */
export async function intakeScene(
  count: number,
  cardKeys: DemoPkiOptions['cardKeys'] = 'shared',
): Promise<IntakeScene> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianshu-bench-'));
  const postgres = await startEmbeddedPostgres({ folder });
  process.env.LIANSHU_DEMO_KEYS ??= path.join(tmpdir(), 'lianshu-bench-keys');
  await mkdir(process.env.LIANSHU_DEMO_KEYS, { recursive: true, mode: 0o700 });
  const installation = await TestInstallation.create({ cardKeys });
  const application = await installation.start({ database: postgres });
  await twoCases(application);
  await installation.nextDay();
  const { moicaG2, moicaG3 } = installation.pki.authorities;
  const issuers = [moicaG2, moicaG3].map(({ certificate }) => certificate);
  const requests: BenchRequest[] = [];
  const round = await application.get<OpenRounds>(OPEN_ROUNDS).find('9001' as CaseNumber);
  if (round === undefined) throw new Error('the case does not collect');
  const challenges = application.get(CoSigningChallenges);
  for (const attempt of citizens(count)) {
    const built = await buildCoSignature(attempt, {
      pki: installation.pki,
      challenge: () => challenges.issue(round, installation.clock.now()).challenge,
      statement: (id, challenge) => renderStatement(statementFieldsOf(round), id as NationalId, challenge),
    });
    const body = { ...built, signature: signatureJson(built.signature) };
    const floorBody = JSON.stringify(floorRequestOf(body, issuers));
    requests.push({ body: JSON.stringify(body), floorBody });
  }
  const measured = requests.slice(0, measuredRequests).map(({ body }) => body);
  const steps = await stepMicroseconds(application, round, measured);
  await application.stop();
  return {
    postgres,
    data: path.join(folder, 'data'),
    home: installation.home,
    at: installation.clock.now(),
    issuerKeys: issuers.map((der) => valueOf(parseCertificate(der)).subjectPublicKeyInfo),
    requests,
    steps,
    remove: async () => {
      await installation.remove();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
