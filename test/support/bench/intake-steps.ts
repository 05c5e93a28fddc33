import {
  commitmentOf,
  countersign,
  sealingKey,
  sealRecord,
  verifyCardSignature,
} from '../../../src/core/cms/index.js';
import type { Signer } from '../../../src/core/cms/signer-info.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { renderStatement } from '../../../src/core/statement/index.js';
import {
  CoSigningChallenges,
  INTAKE_SIGNER,
  type OpenRound,
  RECEIPT_ISSUER,
  type ReceiptIssuer,
} from '../../../src/cosigning/index.js';
import { statementFieldsOf } from '../../../src/cosigning/intake.js';
import { RoundBindings } from '../../../src/cosigning/round-bindings.js';
import { fromBase64, valueOf } from '../../../src/devkit/index.js';
import { CERTIFICATE_VALIDATOR, type CertificateValidator } from '../../../src/trust/index.js';
import type { TestApplication } from '../application/application.js';

/** What is read of a request's body. */
interface Body {
  readonly nationalId: NationalId;
  readonly challenge: string;
  readonly signature: Readonly<Record<string, string>>;
}

/** Microseconds of processor that each of these takes, one after the other in this thread; and what came of each. */
async function measured<Item, Made>(
  items: readonly Item[],
  work: (item: Item) => Made | Promise<Made>,
): Promise<{ readonly microseconds: number; readonly made: readonly Made[] }> {
  const made: Made[] = [];
  const before = process.cpuUsage();
  for (const item of items) made.push(await work(item));
  const { user, system } = process.cpuUsage(before);
  return { microseconds: Math.round((user + system) / items.length), made };
}

/**
 * What each step of taking a co-signature takes in one thread, microseconds of processor, without HTTP and without the database. The
 * first half of the requests only warms up.
 */
export async function stepMicroseconds(
  application: TestApplication,
  round: OpenRound,
  bodies: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const half = Math.floor(bodies.length / 2);
  await stepsOf(application, round, bodies.slice(0, half));
  return stepsOf(application, round, bodies.slice(half));
}

async function stepsOf(
  application: TestApplication,
  round: OpenRound,
  bodies: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const at = application.installation.clock.now();
  const challenges = application.get(CoSigningChallenges);
  const validator = application.get<CertificateValidator>(CERTIFICATE_VALIDATOR);
  const signer = application.get<Signer>(INTAKE_SIGNER);
  const receipts = application.get<ReceiptIssuer>(RECEIPT_ISSUER);
  const tagKey = valueOf(await application.get(RoundBindings).holderTagKey(round));
  const keys = {
    lead: sealingKey(round.publicKey),
    commission: sealingKey(round.binding.commissionRoundKey),
  };
  const body = await measured(bodies, (text) => JSON.parse(text) as Body);
  const challenge = await measured(body.made, (each) =>
    valueOf(challenges.verify(round, each.challenge, at)),
  );
  const signature = await measured(body.made, ({ nationalId, challenge: given, signature: sent }) =>
    valueOf(
      verifyCardSignature(
        { form: 'cms', signedData: fromBase64(sent.signedData ?? '') },
        renderStatement(statementFieldsOf(round), nationalId, given),
      ),
    ),
  );
  const certificate = await measured(signature.made, async (verified) => {
    const question = { target: verified.signer, candidates: verified.certificates, at };
    return { verified, validated: valueOf(await validator.validateCertificate(question)) };
  });
  const countersignature = await measured(certificate.made, ({ verified, validated }) =>
    countersign(verified, { signer, at, references: validated.references }),
  );
  const [{ nationalId } = { nationalId: undefined }] = body.made;
  const seal = await measured(countersignature.made, (evidence) =>
    sealRecord({ nationalId, evidence }, keys),
  );
  const commitment = await measured(seal.made, commitmentOf);
  const tag = await measured(certificate.made, ({ validated }) => tagKey.tag(validated.holder));
  const receipt = await measured(commitment.made, (each) =>
    receipts.issue({
      issuer: round.binding.origin,
      caseNumber: round.caseNumber,
      round: round.ordinal,
      commitment: each,
      recordedOn: round.firstDay,
      issuedAt: at,
    }),
  );
  const all = {
    body,
    challenge,
    signature,
    certificate,
    countersignature,
    seal,
    commitment,
    tag,
    receipt,
  };
  return Object.fromEntries(Object.entries(all).map(([name, { microseconds }]) => [name, microseconds]));
}
