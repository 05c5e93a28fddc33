import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseNumber } from '../../src/core/identifiers.js';
import { sha256Hex } from '../../src/core/sha256.js';
import { CheckingService, verifyBundle } from '../../src/checking/index.js';
import {
  type ApiProblem,
  type Attempt,
  cardOf,
  remedyBody,
  type StaffClient,
  type WantedRemedy,
  signInStaff,
} from '../../src/devkit/index.js';
import { writeCardFiles } from '../support/cli/card-files.js';
import { runCli } from '../support/cli/run-cli.js';
import { origin, type TestApplication, type TestCase } from '../support/application/application.js';
import { staffClient, submitted, twoCases } from '../support/application/cases.js';
import {
  citizen,
  coSignatureBody,
  countedAndStruckOut,
  ownCoSignaturesBody,
} from '../support/application/co-signers.js';
import { exchange } from '../support/application/exchange.js';
import { TestInstallation } from '../support/application/installation.js';
import { signerTrust } from '../support/signer-trust.js';

// Six of 9001 count and six are needed; R01 and R02 are struck out. One of the six reports that somebody else used their card.

interface Acknowledged {
  readonly commitment: string;
  readonly receipt: string;
}

interface Own {
  readonly case: string;
  readonly status: string;
  readonly code?: string;
  readonly decisions: readonly { readonly outcome: string; readonly reason: string }[];
  readonly disclosures: readonly { readonly on: string; readonly office: string; readonly purpose: string }[];
}

let installation: TestInstallation;
let application: TestApplication;
let main: TestCase;
let staff: StaffClient;
const people = countedAndStruckOut();
const acknowledged: Acknowledged[] = [];
const stranger = citizen('has not co-signed');
const [misused, counted] = people as [Attempt, Attempt];
const [unregistered, underAge] = people.slice(-2) as [Attempt, Attempt];
const placeOf = (attempt: Attempt): number => people.indexOf(attempt);

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  ({ main } = await twoCases(application, 400));
  await installation.nextDay();
  for (const person of people)
    acknowledged.push(
      await application.api.post<Acknowledged>(
        'cases/9001/co-signatures',
        await coSignatureBody(application, '9001', person),
      ),
    );
  staff = await staffClient(application, '9001');
});
afterAll(() => installation.remove());

const shownBy = (attempt: Attempt): NonNullable<WantedRemedy['shown']> => {
  const { receipt, commitment } = acknowledged[placeOf(attempt)]!;
  return { receipt, commitment: Buffer.from(commitment, 'hex') };
};
const account = '卡片上個月遺失，這不是我簽的。';

async function ask(
  attempt: Attempt,
  wanted: Partial<WantedRemedy> & Pick<WantedRemedy, 'kind'>,
): Promise<string> {
  const card = cardOf(attempt, installation.pki);
  const endpoint = { misuse: 'misuse-reports', objection: 'objections', withdrawal: 'withdrawals' }[
    wanted.kind
  ];
  try {
    const all = { caseNumber: '9001', account, origin, ...wanted };
    await application.api.post(
      `cases/${all.caseNumber}/${endpoint}`,
      await remedyBody(application.api, card, all),
    );
    return 'taken';
  } catch (error) {
    return (error as ApiProblem).code;
  }
}

async function own(attempt: Attempt, receipts: readonly string[] = []): Promise<readonly Own[] | string> {
  try {
    const body = await ownCoSignaturesBody(application, attempt);
    return await application.api.post<readonly Own[]>('co-signatures/mine', { ...body, receipts });
  } catch (error) {
    return (error as ApiProblem).code;
  }
}

/** The same as `lianshu misuse report` sends it, with the receipt in a file. */
async function reportByCommand(): Promise<{ readonly code: number; readonly error: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianshu-misuse-'));
  try {
    const file = (name: string): string => path.join(folder, name);
    await writeFile(file('account.txt'), '卡片上個月遺失，\n這不是我簽的。\n');
    await writeFile(file('receipt.txt'), `# 連署收據\n${acknowledged[placeOf(counted)]!.receipt}\n`);
    const words = ['--server', application.address, '--origin', origin, '--case', '9001'];
    words.push('--account', file('account.txt'), '--receipt', file('receipt.txt'));
    words.push(...(await writeCardFiles(folder, cardOf(counted, installation.pki))));
    return await runCli(['misuse', 'report', ...words]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const codeOf = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'done',
    (error: unknown) => (error as ApiProblem).code,
  );
const rowsSeen = (login: 'staff' | 'checking' | 'lead' | 'intake'): Promise<unknown> =>
  application.databases[login].query<object[]>('SELECT * FROM remedy_request').then(
    (rows) => rows.length,
    (error: unknown) => (error as { readonly sqlState?: string }).sqlState ?? error,
  );
const pending = async (kind: string, by = 'co-signer'): Promise<string> => {
  const found = (await staff.remedies()).find(
    (each) => each.kind === kind && each.by === by && !each.decision,
  );
  if (found === undefined) throw new Error(`no ${kind} to decide`);
  return found.id;
};
const result = async () => {
  const {
    result: text,
    version,
    versions,
  } = await application.api.get<{
    result: string;
    version: number;
    versions: readonly string[];
  }>('cases/9001/result');
  const bytes = Buffer.from(text, 'base64');
  return {
    document: JSON.parse(bytes.toString()) as Record<string, unknown>,
    version,
    versions,
    sha256: sha256Hex(bytes),
  };
};

describe('before the submission', () => {
  it('answers a report alike whether or not the card has co-signed, and stores as much', async () => {
    const sealed = async (): Promise<readonly number[]> =>
      (
        await application.databases.owner.query<{ size: number }[]>(
          'SELECT length(sealed) AS size FROM remedy_request',
        )
      ).map(({ size }) => size);
    const answerTo = async (attempt: Attempt) => {
      const wanted = { kind: 'misuse', caseNumber: '9001', account, origin } as const;
      const body = await remedyBody(application.api, cardOf(attempt, installation.pki), wanted);
      const { headers, ...answer } = await exchange(application, {
        method: 'post',
        path: '/api/v1/cases/9001/misuse-reports',
        body,
      });
      return { ...answer, headers: Object.keys(headers).toSorted() };
    };
    const [one, other] = [await answerTo(misused), await answerTo(stranger)];
    expect(one).toEqual(other);
    expect(one.status).toBe(204);
    const sizes = await sealed();
    expect(sizes).toHaveLength(2);
    expect(new Set(sizes).size).toBe(1);
  });

  it('shows nobody that there is one: not staff, not by any login', async () => {
    const withReports = await staff.remedies();
    const other = await staffClient(application, '9002');
    expect(withReports).toEqual(await other.remedies());
    expect(withReports).toEqual([]);
    expect(await rowsSeen('checking')).toBe(0);
    for (const login of ['staff', 'lead', 'intake'] as const) expect(await rowsSeen(login)).toBe('42501');
  });

  it.each<[string, Attempt, Partial<WantedRemedy> & Pick<WantedRemedy, 'kind'>, string]>([
    [
      'an objection',
      underAge,
      { kind: 'objection', shown: { receipt: 'x', commitment: new Uint8Array(32) } },
      'receipt-invalid',
    ],
    ['a withdrawal', misused, { kind: 'withdrawal' }, 'withdrawal-not-lawful'],
    ['a report of a case that is not there', misused, { kind: 'misuse', caseNumber: '9999' }, 'not-found'],
  ])('refuses %s', async (_what, attempt, wanted, code) => {
    expect(await ask(attempt, wanted)).toBe(code);
  });

  it.each([
    ['is empty', ''],
    ['has two lines', 'one\ntwo'],
    ['can be read as another', 'a\u202eb'],
    ['is too long', 'x'.repeat(501)],
    ['is not the one that was signed', `${account}！`],
  ])('refuses a report of which the account %s', async (what, edited) => {
    const wanted = { kind: 'misuse', caseNumber: '9001', account, origin } as const;
    const body = await remedyBody(application.api, cardOf(misused, installation.pki), wanted);
    const refused = codeOf(application.api.post('cases/9001/misuse-reports', { ...body, account: edited }));
    expect(await refused).toBe(what.includes('signed') ? 'evidence-statement-wrong' : 'account-malformed');
  });

  it('writes nothing for a withdrawal', async () => {
    const before: unknown = await application.databases.owner.query('SELECT * FROM remedy_request');
    const body = await remedyBody(application.api, cardOf(misused, installation.pki), {
      kind: 'misuse',
      caseNumber: '9001',
      account,
      origin,
    });
    const asked = { method: 'post', path: '/api/v1/cases/9001/withdrawals', body } as const;
    expect(await exchange(application, asked)).toMatchObject({ status: 403 });
    expect(await application.databases.owner.query('SELECT * FROM remedy_request')).toEqual(before);
  });

  it('tells the holder that the record is there, and of nothing opened', async () => {
    expect(await own(counted)).toMatchObject([
      { case: '9001', status: 'recorded', decisions: [], disclosures: [] },
    ]);
  });
});

describe('a misused card', () => {
  it('is seen by those who decide once the round is submitted', async () => {
    await submitted(application, main);
    expect((await staff.remedies()).map(({ kind, account: text }) => [kind, text])).toEqual([
      ['misuse', account],
      ['misuse', account],
    ]);
    expect(await own(counted)).toMatchObject([
      { status: 'submitted', disclosures: [{ office: 'lead', purpose: 'submission' }] },
    ]);
  });

  it('comes page by page', async () => {
    const verifier = await signInStaff(application.api, installation.people.verifier);
    const page = (query: string) =>
      verifier.get<{ requests: { id: string }[]; next?: string }>(`staff/cases/9001/remedies?${query}`);
    const all = (await page('open=true')).requests.map(({ id }) => id);
    const first = await page('limit=1');
    expect(first).toMatchObject({ requests: [{ id: all[0] }], next: all[0] });
    const second = await page(`limit=1&after=${String(first.next)}`);
    expect(second.requests.map(({ id }) => id)).toEqual(all.slice(1));
    expect((await page(`limit=1&after=${String(second.next)}`)).requests).toEqual([]);
  });

  it('is decided by two people once each record has a verdict: upheld for the holder’s own record, not for a stranger', async () => {
    const [first] = await staff.remedies();
    expect(await codeOf(staff.decide(first!.id, 'dismissed', '尚未查對'))).toBe('remedy-not-now');
    await staff.requestAndApprove('start-check');
    await staff.waitForVerdicts();
    const outcomes: string[] = [];
    for (const { id } of await staff.remedies())
      outcomes.push(await codeOf(staff.decide(id, 'upheld', '卡片遺失，經查屬實')));
    expect(outcomes.toSorted()).toEqual(['done', 'remedy-without-record']);
    expect(await codeOf(staff.decide(await pending('misuse'), 'dismissed', '查無連署紀錄'))).toBe('done');
    expect(await codeOf(staff.decide(first!.id, 'dismissed', '再一次'))).toBe('remedy-decided');
  });

  it('does not count in the result, though the registers know the holder', async () => {
    await staff.requestAndApprove('send-roster');
    await staff.handInAnswer(
      await installation.ministry(people).answer(await staff.roster(), installation.clock.now()),
    );
    await staff.requestAndApprove('import-answer');
    await staff.requestAndApprove('confirm-result');
    expect((await result()).document).toMatchObject({
      valid: 5,
      threshold: 6,
      determination: 'supplement-due',
    });
    expect(await own(misused)).toMatchObject([
      {
        status: 'not-counted',
        code: 'M01',
        decisions: [{ outcome: 'upheld', reason: '卡片遺失，經查屬實' }],
      },
    ]);
    expect(await own(counted)).toMatchObject([{ status: 'counted', decisions: [] }]);
  });

  it('is told to the bearer of the receipt no more exactly than a wrong signature', async () => {
    const { receipt, commitment } = acknowledged[placeOf(misused)]!;
    expect(await application.api.post('receipts/status', { receipt })).toMatchObject({
      status: 'not-counted',
      group: 'evidence',
    });
    expect(await application.api.get(`receipts/${commitment}`)).not.toHaveProperty('group');
  });
});

describe('an objection', () => {
  it('is taken from the holder who shows the receipt, and from nobody else', async () => {
    const shown = shownBy(underAge);
    expect(await ask(stranger, { kind: 'objection', shown })).toBe('receipt-not-of-this-card');
    expect(await ask(counted, { kind: 'objection', shown: shownBy(counted) })).toBe('nothing-to-object-to');
    expect(await ask(underAge, { kind: 'objection', shown, account: '我已滿十八歲，戶籍登記有誤。' })).toBe(
      'taken',
    );
  });

  it('is taken from the lead, by a number of the list', async () => {
    const lead = await application.asLead(main);
    await lead.post('lead/objections', { nationalId: unregistered.nationalId, account: '戶籍剛遷入。' });
  });

  it('is decided by two people, who can’t uphold what only arithmetic decides', async () => {
    expect(
      await codeOf(staff.decide(await pending('objection', 'lead'), 'dismissed', '戶籍登記查無此人')),
    ).toBe('done');
    expect(await ask(misused, { kind: 'objection', shown: shownBy(misused) })).toBe('taken');
    const [one, other] = (await staff.remedies()).filter(
      ({ kind, decision }) => kind === 'objection' && !decision,
    );
    const about = [one!, other!].toSorted((a) => (a.account === account ? -1 : 1));
    expect(await codeOf(staff.decide(about[0]!.id, 'upheld', '理由'))).toBe('remedy-not-for-people');
    expect(await codeOf(staff.decide(about[0]!.id, 'dismissed', '已依您的通報刪除'))).toBe('done');
    expect(await codeOf(staff.decide(about[1]!.id, 'upheld', '戶籍機關更正登記'))).toBe('done');
    expect(await own(underAge)).toMatchObject([{ status: 'not-counted', code: 'R02' }]);
  });

  it('makes a corrected result beside the first, which can establish the case', async () => {
    const first = await result();
    await staff.requestAndApprove('correct-result');
    const corrected = await result();
    expect(corrected).toMatchObject({
      version: 2,
      versions: [first.sha256, corrected.sha256],
      document: { valid: 6, determination: 'established', corrects: first.sha256 },
    });
    expect(await staff.state()).toBe('established');
    const { receipt } = acknowledged[placeOf(underAge)]!;
    expect(await application.api.post('receipts/status', { receipt })).toMatchObject({
      status: 'counted',
      results: [first.sha256, corrected.sha256],
    });
  });

  it.each([1, 2])('leaves version %i of the result to verify', async (version) => {
    const { files } = await application.api.get<{ files: readonly string[] }>('cases/9001/result');
    const bundle = new Map<string, Uint8Array>();
    for (const file of files)
      bundle.set(file, await application.api.bytes(`cases/9001/result/rounds/1/versions/${version}/${file}`));
    const commissionCertificate = installation.pki.commission.certificate;
    expect(
      await verifyBundle(bundle, { commissionCertificate, ...signerTrust(installation.pki) }),
    ).toMatchObject({
      ok: true,
      value: { determination: version === 1 ? 'supplement-due' : 'established', valid: version + 4 },
    });
  });

  it('has nothing to correct again', async () => {
    const { checking } = { checking: application.get(CheckingService) };
    expect(await checking.prepare('correct-result', '9001' as CaseNumber)).toMatchObject({
      failure: { code: 'nothing-to-correct' },
    });
  });

  it('is not taken when its days are over', async () => {
    for (let day = 0; day < 16; day += 1) await installation.nextDay();
    expect(await ask(unregistered, { kind: 'objection', shown: shownBy(unregistered) })).toBe(
      'objection-period-over',
    );
  });
});

describe('once the case is closed', () => {
  it('tells nothing by the card alone, and all with the receipt', async () => {
    expect(await own(unregistered)).toEqual([]);
    const { receipt } = acknowledged[placeOf(unregistered)]!;
    expect(await own(unregistered, [receipt])).toMatchObject([
      { case: '9001', status: 'not-counted', code: 'R01', decisions: [{ outcome: 'dismissed' }] },
    ]);
    expect(await own(counted, [receipt])).toBe('receipt-not-of-this-card');
    expect(await own(counted, ['eyJ.x.y'])).toBe('receipt-invalid');
  });

  it('tells which offices opened data of the case, for what and when', async () => {
    const [found] = (await own(counted, [acknowledged[placeOf(counted)]!.receipt])) as readonly Own[];
    expect(found?.disclosures.map(({ office, purpose }) => `${office} ${purpose}`)).toEqual([
      'lead submission',
      'commission check',
      'ministry roster',
      'commission struck-out-list',
      'lead struck-out-list-opened',
      'commission corrected-list',
    ]);
    for (const { on } of found?.disclosures ?? []) expect(on).toMatch(/^2026-\d\d-\d\d$/);
  });

  it('takes a report with the receipt, and never takes back that the case is established', async () => {
    staff = await staffClient(application, '9001');
    expect(await ask(counted, { kind: 'misuse' })).toBe('receipt-required');
    expect(await reportByCommand()).toMatchObject({ code: 0 });
    expect(await codeOf(staff.decide(await pending('misuse'), 'upheld', '經查屬實'))).toBe('done');
    expect(await codeOf(staff.requestAndApprove('correct-result'))).toBe('correction-takes-back');
    expect((await result()).version).toBe(2);
  });
});
