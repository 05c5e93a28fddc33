import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOLDER_TAG_KEYS, type HolderTagKeys } from '../../src/cosigning/index.js';
import { jwksOf } from '../../src/core/jws-signing.js';
import { verifyReceipt } from '../../src/core/receipt.js';
import { INTAKE_KEYS, type IntakeKeys } from '../../src/core/receipt-signing.js';
import type { CaseNumber } from '../../src/core/identifiers.js';
import type { TestApplication, TestCase } from '../support/application/application.js';
import { caseText, staffClient, submitted, twoCases } from '../support/application/cases.js';
import { citizen, citizens, coSign, ownCoSignaturesBody } from '../support/application/co-signers.js';
import { TestInstallation } from '../support/application/installation.js';

// The holder of a card asks after their co-signature of 9001 through its life: collecting, submitted, checked, closed.

let installation: TestInstallation;
let application: TestApplication;
let main: TestCase;
let commitment: string | undefined;
const [holder, ...others] = citizens(4, 'asking after their own');

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  ({ main } = await twoCases(application));
  await installation.nextDay();
  [commitment] = await coSign(application, '9001', [holder!, ...others]);
});

afterAll(() => installation.remove());

interface Own {
  readonly case: string;
  readonly commitment: string;
  readonly receipt: string;
}

async function ask(attempt = holder!): Promise<readonly Own[]> {
  return application.api.post('co-signatures/mine', await ownCoSignaturesBody(application, attempt));
}

/** The holder's one co-signature, with a receipt that verifies. */
async function expectFound(): Promise<void> {
  const found = await ask();
  expect(found).toEqual([
    {
      case: '9001',
      mainText: caseText('9001').mainText,
      round: 1,
      commitment,
      recordedOn: '2026-03-03',
      receipt: expect.any(String),
      status: expect.stringMatching(/^(?:recorded|submitted)$/),
      decisions: [],
      disclosures: expect.any(Array),
    },
  ]);
  const keys = await application.get<IntakeKeys>(INTAKE_KEYS).all();
  const verified = await verifyReceipt(
    found[0]!.receipt,
    await jwksOf(keys.map((publicKey) => ({ publicKey }))),
  );
  expect(verified).toMatchObject({ ok: true, value: { caseNumber: '9001', recordedOn: '2026-03-03' } });
}

describe('one’s own co-signature', () => {
  it('is found while the case collects, by its holder alone', async () => {
    await expectFound();
    expect(await ask(citizen('who has not co-signed'))).toEqual([]);
  });

  it('is found after the submission', async () => {
    await submitted(application, main);
    await expectFound();
  });

  it('is found while it is checked', async () => {
    const staff = await staffClient(application, '9001');
    await staff.requestAndApprove('start-check');
    await expectFound();
  });

  it('is not told any more once the key that finds it is destroyed', async () => {
    const keys = application.get<HolderTagKeys>(HOLDER_TAG_KEYS);
    await application.databases.owner.query(
      `UPDATE referendum_case SET state = 'established' WHERE number = '9001'`,
    );
    await keys.destroy('9001' as CaseNumber);
    expect(await ask()).toEqual([]);
  });
});

describe('the intake’s login', () => {
  it('finds one record by its exact tag, and none otherwise', async () => {
    const { intake, owner } = application.databases;
    const rows = await owner.query<{ round_id: string; holder_tag: Buffer }[]>(
      'SELECT round_id, holder_tag FROM sealed_record',
    );
    const { round_id: round, holder_tag: tag } = rows[0]!;
    const find = (tagged: Buffer) =>
      intake.query<object[]>('SELECT * FROM record_of_holder($1, $2)', [round, tagged]);
    expect(rows.length).toBe(4);
    expect(await find(tag)).toHaveLength(1);
    for (const other of [Buffer.alloc(0), tag.subarray(0, 15), Buffer.alloc(16)])
      expect(await find(other)).toEqual([]);
  });
});
