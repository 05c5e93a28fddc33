import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openPkcs11Card } from '../../../src/adapters/cards/pkcs11-card.js';
import { openPkcs12Card } from '../../../src/adapters/cards/pkcs12-card.js';
import type { CardOpeners } from '../../../src/cli/card-options.js';
import { encodePem } from '../../../src/core/pem.js';
import type { Case, Round } from '../../../src/cases/index.js';
import { openWithPassphrase } from '../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { sha256Hex } from '../../../src/core/sha256.js';
import { privateKeyPem, valueOf } from '../../../src/devkit/index.js';
import { origin, type TestApplication, type TestCase } from '../../support/application/application.js';
import { collectingCase, issuedCase } from '../../support/application/cases.js';
import { caseOf } from '../../support/application/check-services.js';
import { recordNoise } from '../../support/application/co-signers.js';
import { TestInstallation } from '../../support/application/installation.js';
import { writeCardFiles, writePkcs12Files, writeSecret } from '../../support/cli/card-files.js';
import { type Cut, CuttingProxy, type Edit } from '../../support/cli/cutting-proxy.js';
import { runCli } from '../../support/cli/run-cli.js';
import { processesMentioning, Spawned } from '../../support/cli/spawned.js';
import { TypedAnswers } from '../../support/cli/typed-answers.js';
import { missingForTokens, SoftHsm } from '../../support/keys/softhsm.js';

const passphrase = 'five unrelated words are good';

describe('the lead by command line', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let proxy: CuttingProxy;
  let folder: string;
  /** The options that name the lead's card, and another's. */
  let card: readonly string[];
  let otherCard: readonly string[];
  let pkcs12: readonly string[];
  let numbers = 9100;
  /** A case that no test opens. */
  let untouched: TestCase | undefined;
  /** A case that no test submits. */
  let lied: TestCase | undefined;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    proxy = await CuttingProxy.start(application.address);
    folder = await mkdtemp(join(tmpdir(), 'lianshu-lead-'));
    const { lead, otherLead, deputy } = installation.people;
    card = await writeCardFiles(folder, lead);
    otherCard = await writeCardFiles(folder, otherLead, 'other');
    await writeFile(file('deputy.pem'), encodePem('CERTIFICATE', deputy.encryptionCertificate));
    await writeFile(file('deputy-signing.pem'), encodePem('CERTIFICATE', deputy.signingCertificate));
    const passphraseFile = await writeSecret(folder, 'passphrase', passphrase);
    pkcs12 = [...writePkcs12Files(folder, passphraseFile), '--passphrase-file', passphraseFile];
    await writeSecret(folder, 'short', 'too short');
    await writeFile(file('commission.pem'), installation.pki.commissionDecryption.certificatePem);
    await writeFile(file('ministry.pem'), installation.pki.moi.certificatePem);
  });
  afterEach(() => {
    proxy.requests.length = 0;
    proxy.sent.length = 0;
  });
  afterAll(async () => {
    await proxy.close();
    await installation.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const cards: CardOpeners = {
    pkcs12: (files, given) => openPkcs12Card({ files, passphrase: given, clock: installation.clock }),
    pkcs11: (module, token) => openPkcs11Card({ module, token, clock: installation.clock }),
  };
  const file = (name: string): string => join(folder, name);
  const issued = (): Promise<TestCase> =>
    issuedCase(application, String(++numbers), installation.people.lead);

  /** A case that collects, on its first day, with two records. */
  async function collecting(): Promise<TestCase> {
    const of = await collectingCase(application, String(++numbers), installation.people.lead);
    await installation.nextDay();
    for (let count = 0; count < 2; count++) await recordNoise(application, of.number);
    return of;
  }

  async function words(command: string, of: TestCase, more: readonly string[], with_ = card) {
    const code = await writeSecret(folder, `code-${of.number}`, of.accessCode);
    const server = ['--server', proxy.address, '--origin', origin, '--access-code-file', code];
    return ['lead', command, ...server, ...with_, ...more];
  }

  async function run(
    command: string,
    of: TestCase,
    more: readonly string[] = [],
    terminal = new TypedAnswers([]),
    with_ = card,
  ) {
    const ran = await runCli(await words(command, of, more, with_), { terminal, cards });
    for (const secret of [of.accessCode, passphrase]) expect(`${ran.out}${ran.error}`).not.toContain(secret);
    return { ...ran, terminal };
  }

  /** State and key of the case, as stored. */
  async function stored(
    of: TestCase,
  ): Promise<Pick<Case, 'state'> & Pick<Round, 'publicKey' | 'wrappedKey'>> {
    const { state, rounds } = await caseOf(application, of.number as CaseNumber);
    const { publicKey, wrappedKey } = rounds[0]!;
    return { state, publicKey, wrappedKey };
  }

  describe('open', () => {
    it('opens the round for card, deputy and passphrase; the private key is never sent', async () => {
      const of = await issued();
      const recovery = ['--deputy', file('deputy.pem'), '--recovery-passphrase'];
      const terminal = new TypedAnswers(
        ['not the same one', 'typed wrong', passphrase, passphrase, 'agree'],
        true,
      );
      const { out, error, code } = await run('open', of, recovery, terminal);
      expect({ code, state: (await stored(of)).state }).toEqual({ code: 0, state: 'collecting' });
      expect(error).toContain('本人妥善保管電子憑證');
      expect(error).not.toContain('WARNING');
      const { publicKey, wrappedKey } = await stored(of);
      const digest = sha256Hex(publicKey!);
      expect(out.replaceAll(/(?<=\b[0-9a-f]{4}) (?=[0-9a-f]{4}\b)/g, '')).toContain(digest);
      expect(out).toContain(`${origin}/cases/${of.number}`);
      expect(out).toContain('your card, 1 deputies, and the recovery passphrase');
      expect(terminal.asked.map((question) => question.startsWith('[secret]'))).toEqual([
        ...[true, true, true, true],
        false,
      ]);
      const wrapped = wrappedKey!;
      const { deputy, lead } = installation.people;
      const key = Buffer.from(await lead.decrypt(wrapped));
      expect(Buffer.from(await deputy.decrypt(wrapped))).toEqual(key);
      expect(Buffer.from(valueOf(await openWithPassphrase(wrapped, passphrase)))).toEqual(key);
      // Most of the private value, which begins at octet 36 of this PKCS #8.
      const secret = key.subarray(36, 66);
      const sent = proxy.sent.filter((body) => body !== '');
      expect(sent.length).toBeGreaterThan(3);
      for (const body of sent) {
        expect(body).not.toContain(passphrase);
        for (const member of Object.values(JSON.parse(body) as Record<string, unknown>))
          for (const encoding of ['base64', 'hex'] as const)
            expect(Buffer.from(String(member), encoding).includes(secret)).toBe(false);
      }
    });

    it('warns loudly where nobody else can open the key, and goes on only when that is typed', async () => {
      const of = await issued();
      const refused = await run('open', of, [], new TypedAnswers(['yes']));
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.error).toMatch(/WARNING.*lost(.|\n)*\[not-confirmed\]$/);
      expect(proxy.requests).not.toContain('POST lead/round/key');
      const typed = await run('open', of, [], new TypedAnswers(['no recovery']));
      expect(typed).toMatchObject({ code: 0 });
      expect(typed.error).toContain('WARNING');
    });

    it('prints JSON alone on standard output, also when it is run again', async () => {
      const of = await issued();
      const first = await run('open', of, ['--without-recovery', '--json']);
      const again = await run('open', of, ['--json']);
      expect([first.code, again.code]).toEqual([0, 0]);
      expect(JSON.parse(first.out)).toEqual(JSON.parse(again.out));
      expect(JSON.parse(first.out)).toMatchObject({
        case: of.number,
        round: 1,
        deputies: 0,
        passphrase: false,
      });
    });

    it.each<[string, Cut]>([
      ['POST sign-in/lead', 'after'],
      ['GET lead/case', 'before'],
      ['POST lead/round/key', 'before'],
      ['POST lead/round/key', 'after'],
      ['POST lead/round/opening', 'before'],
      ['POST lead/round/opening', 'after'],
    ])('cut off at %s, %s the server has it: run again, and it goes on', async (request, when) => {
      const of = await issued();
      const recovery = ['--deputy', file('deputy.pem')];
      proxy.cut(request, when);
      const cut = await run('open', of, [...recovery, '--json']);
      expect(cut.code).toBe(1);
      expect(JSON.parse(cut.out)).toMatchObject({ failure: 'server-unreachable' });
      const before = (await stored(of)).publicKey;
      const again = await run('open', of, before === undefined ? recovery : []);
      const { state, publicKey } = await stored(of);
      expect({ code: again.code, state }).toEqual({ code: 0, state: 'collecting' });
      // What was handed in once is not made anew: the lead may have noted down its fingerprint.
      if (before !== undefined) expect(publicKey).toEqual(before);
      if (before !== undefined) expect(again.out).toContain('1 deputies');
    });

    it('killed when it hands in the key: nothing is on the disk, no secret in the process list; run again', async () => {
      const of = await issued();
      const listed: string[] = [];
      const held = await readdir(folder);
      // The program as it is installed, with a card that it has to open itself.
      const spawned = Spawned.lianshu(await words('open', of, ['--without-recovery'], pkcs12), folder);
      proxy.cut('POST lead/round/key', 'after', () => {
        listed.push(...processesMentioning(proxy.address));
        spawned.interrupt('SIGKILL');
      });
      expect((await spawned.ended).code).toBeNull();
      expect(listed.some((line) => line.includes('lead open'))).toBe(true);
      for (const secret of [of.accessCode, passphrase])
        for (const line of listed) expect(line).not.toContain(secret);
      expect((await readdir(folder)).filter((name) => !held.includes(name))).toEqual([`code-${of.number}`]);
      const again = await run('open', of, ['--without-recovery']);
      expect(again).toMatchObject({ code: 0 });
      expect(again.error).toContain('from an earlier run');
    });

    it('makes another key where the one handed in was signed by another, or a deputy is named', async () => {
      const of = await issued();
      proxy.cut('POST lead/round/opening', 'before');
      await run('open', of, ['--without-recovery']);
      const first = (await stored(of)).publicKey;
      expect((await run('open', of, ['--deputy', file('deputy.pem')])).code).toBe(0);
      expect((await stored(of)).publicKey).not.toEqual(first);
    });

    it.each<[string, { more?: string[]; code?: string; with_?: 'other'; origin?: string }, string]>([
      ['a wrong access code', { code: 'WRONG' }, 'sign-in-refused'],
      ['another’s card', { with_: 'other' }, 'sign-in-refused'],
      ['a platform with another name', { origin: 'https://fake.invalid' }, 'sign-in-refused'],
      [
        'a deputy’s signing certificate',
        { more: ['--deputy', 'deputy-signing.pem'] },
        'deputy-not-for-encryption',
      ],
      ['the lead as deputy', { more: ['--deputy', 'lead-encryption-certificate.pem'] }, 'deputy-is-lead'],
      ['a deputy without a file', { more: ['--deputy', 'none.pem'] }, 'file-not-found'],
      ['a short passphrase', { more: ['--recovery-passphrase-file', 'short'] }, 'recovery-passphrase-short'],
      [
        'a passphrase that others may read',
        { more: ['--recovery-passphrase-file', 'deputy.pem'] },
        'secret-file-readable',
      ],
      ['no answer', { more: [] }, 'answer-missing'],
    ])(
      'refuses %s, and hands in nothing',
      async (_what, { more = [], code, with_, origin: named = origin }, failure) => {
        const of = (untouched ??= await issued());
        const paths = more.map((word) => (word.startsWith('--') ? word : file(word)));
        const given = code === undefined ? of : { ...of, accessCode: code };
        const ran = await run(
          'open',
          given,
          [...paths, '--origin', named, '--json'],
          new TypedAnswers([]),
          with_ === undefined ? card : otherCard,
        );
        expect({ code: ran.code, ...(JSON.parse(ran.out) as object) }).toMatchObject({ code: 1, failure });
        expect(proxy.requests).not.toContain('POST lead/round/key');
      },
    );
  });

  describe('progress', () => {
    it('shows count, threshold, days and the count of each day', async () => {
      const of = await collecting();
      const { out, code } = await run('progress', of);
      expect(code).toBe(0);
      expect(out).toMatch(/Co-signatures: 2, 66\.6 % of the threshold of 3\./);
      expect(out).toMatch(/\nDay +Count\n\d{4}-\d\d-\d\d +2\n/);
      const json = JSON.parse((await run('progress', of, ['--json'])).out) as object;
      expect(json).toMatchObject({ case: of.number, state: 'collecting', recordCount: 2, threshold: 3 });
      expect(json).toHaveProperty('byDay.0.count', 2);
      // Each run has signed out: only the session that asks is open.
      const { sessions } = await (await application.asLead(of)).get<{ sessions: object[] }>('lead/sessions');
      expect(sessions).toHaveLength(1);
    });
  });

  describe('submit', () => {
    it('shows what will be sent, asks for the case number, and prints a page to keep', async () => {
      const of = await collecting();
      const terminal = new TypedAnswers([of.number]);
      const { out, error, code } = await run(
        'submit',
        of,
        ['--commission-decryption', file('commission.pem')],
        terminal,
      );
      expect(code).toBe(0);
      expect(error).toMatch(/Number of records: 2\n/);
      expect(error).toContain('can’t be taken back');
      expect(error).toContain('1 below the threshold');
      expect(out).toMatch(/^Submitted\n\nCase: 91\d\d, round 1: /);
      expect(out).toContain('What comes next:');
      expect((await stored(of)).state).toBe('submitted');
      // Run again, it shows the same page and submits nothing.
      const again = await run('submit', of);
      expect({ out: again.out, code: again.code }).toEqual({ out, code: 0 });
      const json = JSON.parse((await run('submit', of, ['--json'])).out) as object;
      expect(json).toMatchObject({ case: of.number, round: 1, recordCount: 2 });
    });

    it('asks again where the records have changed since they were shown', async () => {
      const of = await collecting();
      const late = async (): Promise<string> => {
        // The hold of five minutes is over, and somebody co-signs.
        await application.databases.owner.query('UPDATE round SET held_until = NULL');
        await recordNoise(application, of.number);
        return of.number;
      };
      const { error, code } = await run('submit', of, [], new TypedAnswers([late, of.number]));

      expect(code).toBe(0);
      expect(error).toMatch(/records: 2\n(.|\n)*records changed(.|\n)*records: 3\n/);
    });

    it.each<[string, Cut, string]>([
      ['POST lead/submission/draft', 'before', 'collecting'],
      ['POST lead/submission/draft', 'after', 'collecting'],
      ['POST lead/submission', 'before', 'collecting'],
      ['POST lead/submission', 'after', 'submitted'],
    ])('cut off at %s, %s the server has it: the case is not between', async (request, when, state) => {
      const of = await collecting();
      const words = ['--yes-submit-case', of.number];
      proxy.cut(request, when);
      const cut = await run('submit', of, words);
      expect(cut).toMatchObject({ code: 1, out: '' });
      expect(cut.error).toMatch(/nothing is submitted twice\.\n.*\[server-unreachable\]$/);
      expect((await stored(of)).state).toBe(state);
      const again = await run('submit', of, words);
      expect(again.code).toBe(0);
      expect(again.out).toMatch(/^Submitted\n(.|\n)*Number of records: 2\n/);
      expect((await stored(of)).state).toBe('submitted');
    });

    it.each<[string, string[], string[], string]>([
      ['another case number', [], ['9999'], 'submission-not-confirmed'],
      ['no case number', [], [], 'answer-missing'],
      ['another case number from a script', ['--yes-submit-case', '1'], [], 'submission-not-confirmed'],
      ['another commission', ['--commission-decryption', 'ministry.pem'], [], 'commission-differs'],
    ])('submits nothing with %s', async (_what, more, answers, failure) => {
      const of = await collecting();
      const paths = more.map((word) => (word.endsWith('.pem') ? file(word) : word));
      const ran = await run('submit', of, [...paths, '--json'], new TypedAnswers(answers));
      expect({ code: ran.code, ...(JSON.parse(ran.out) as object) }).toMatchObject({ code: 1, failure });
      expect(proxy.requests).not.toContain('POST lead/submission');
      expect((await stored(of)).state).toBe('collecting');
    });

    it('is refused before the round has opened', async () => {
      const { code, error } = await run('submit', await issued());
      expect(code).toBe(1);
      expect(error).toContain('[transition-not-allowed]');
    });
  });

  describe('a server that lies', () => {
    const inRound =
      (members: object): Edit =>
      (answer) => ({
        ...answer,
        round: { ...(answer.round as object), ...members },
      });
    it.each<[string, string, string, Edit, string]>([
      [
        'its name',
        'open',
        'GET lead/case',
        (answer) => ({ ...answer, origin: 'https://fake.invalid' }),
        'origin-differs',
      ],
      ['the round key', 'open', 'GET lead/case', inRound({ publicKey: 'AAAA' }), 'key-statement-not-by-card'],
      [
        'the key statement',
        'open',
        'GET lead/case',
        inRound({ keyStatement: 'AAAA' }),
        'key-statement-not-by-card',
      ],
      [
        'the undertaking',
        'open',
        'GET lead/case',
        (answer) => ({ ...answer, undertaking: 'x' }),
        'key-statement-not-by-card',
      ],
      [
        'its name in the draft',
        'submit',
        'POST lead/submission/draft',
        (answer) => ({ ...answer, origin: 'x' }),
        'origin-differs',
      ],
      [
        'the root',
        'submit',
        'POST lead/submission/draft',
        (answer) => ({ ...answer, merkleRoot: '00' }),
        'server-not-lianshu',
      ],
      [
        'the commission',
        'submit',
        'POST lead/submission/draft',
        (answer) => ({ ...answer, commissionCertificate: 'AAAA' }),
        'server-not-lianshu',
      ],
      [
        'the wrapped key',
        'submit',
        'GET lead/case',
        inRound({ wrappedKey: 'AAAA' }),
        'ceremony-key-not-opened',
      ],
      ['the state', 'progress', 'GET lead/case', () => [], 'server-not-lianshu'],
    ])('about %s is noticed by %s', async (_what, command, request, edit, failure) => {
      const of = (lied ??= await collecting());
      proxy.alter(request, edit);
      const more = command === 'submit' ? ['--yes-submit-case', of.number] : [];
      const ran = await run(command, of, [...more, '--json']);
      expect({ code: ran.code, ...(JSON.parse(ran.out) as object) }).toMatchObject({ code: 1, failure });
      expect(proxy.requests).not.toContain('POST lead/submission');
    });

    it('about the count, once it was confirmed, stops a script', async () => {
      const of = (lied ??= await collecting());
      proxy.alter('POST lead/submission/draft', (answer) => ({ ...answer, recordCount: 1 }), 1);
      const ran = await run('submit', of, ['--yes-submit-case', of.number]);
      expect(ran.error).toContain('[draft-changed]');
      expect(proxy.requests).not.toContain('POST lead/submission');
    });
  });

  describe('with a card in PKCS #12 files', () => {
    it('opens, follows and submits; the passphrase is asked for once a command', async () => {
      const of = await issued();
      const files = pkcs12.slice(0, 4);
      for (const [command, ...more] of [
        ['open', '--without-recovery'],
        ['progress'],
        ['submit', '--yes-submit-case', of.number],
      ]) {
        const terminal = new TypedAnswers([passphrase]);
        const ran = await run(command!, of, more, terminal, files);
        expect({ command, code: ran.code }).toEqual({ command, code: 0 });
        expect(terminal.asked).toEqual([expect.stringMatching(/^\[secret\].*PKCS #12/)]);
        // Collecting begins on the next day.
        if (command === 'open') await installation.nextDay();
      }
      expect((await stored(of)).state).toBe('submitted');
    });

    it('says that the passphrase is wrong', async () => {
      const wrong = await run('progress', await issued(), [], new TypedAnswers(['no']), pkcs12.slice(0, 4));
      expect(wrong.error).toContain('[pkcs12-passphrase-wrong]');
    });
  });

  const missing = missingForTokens();
  if (missing !== undefined) {
    it.skip(`NOT RUN, with a card in a token: no ${missing} (README, Keys in a token)`, () => undefined);
  } else {
    describe('with a card in a token', () => {
      const softHsm = new SoftHsm();
      const { module, token, pinFile } = softHsm.settings;
      const place = ['--pkcs11', module, '--token', token];
      beforeAll(async () => {
        const { lead } = installation.people;
        softHsm.importKey('sign', privateKeyPem(lead.signingKey));
        softHsm.importKey('encrypt', privateKeyPem(lead.encryption.key));
        await softHsm.importCertificate('sign', lead.signingCertificate);
        await softHsm.importCertificate('encrypt', lead.encryptionCertificate);
      });
      afterAll(() => softHsm.remove());

      it('opens and submits; the PIN is asked for at each operation, and again after a wrong one', async () => {
        const of = await issued();
        // Sign in, open the key as a test, sign the key statement, answer the probe.
        const typed = new TypedAnswers(['4321', '1234', 'agree', '1234', '1234', '1234'], true);
        const opened = await run('open', of, ['--without-recovery'], typed, place);
        expect({ code: opened.code, asked: typed.asked.length }).toEqual({ code: 0, asked: 6 });
        expect(opened.error).toMatch(/PIN is wrong.*\[card-pin-wrong\]/);
        await installation.nextDay();
        const script = [...place, '--pin-file', pinFile];
        const more = ['--yes-submit-case', of.number];
        expect(await run('submit', of, more, new TypedAnswers([]), script)).toMatchObject({ code: 0 });
        expect((await stored(of)).state).toBe('submitted');
      });

      it('tries a PIN from a file once, and says that it is wrong', async () => {
        const wrong = await writeSecret(folder, 'wrong-pin', '4321');
        const ran = await run('progress', await issued(), [], new TypedAnswers([]), [
          ...place,
          '--pin-file',
          wrong,
        ]);
        expect(ran).toMatchObject({ code: 1, out: '' });
        expect(ran.error.match(/card-pin-wrong/g)).toHaveLength(1);
      });
    });
  }

  it.each<[string, readonly string[], string]>([
    ['of the round checked last', [], 'GET lead/struck-out'],
    ['of the round that is named', ['--round', '1'], 'GET lead/struck-out?round=1'],
  ])('asks for the struck-out list %s, and says that there is none yet', async (_what, more, request) => {
    const of = await collecting();
    const commission = ['--commission', file('commission.pem'), ...more];
    const { code, error } = await run('struck-out', of, commission);
    expect(proxy.requests).toContain(request);
    expect({ code, error: error.split('\n').at(-1) }).toEqual({
      code: 1,
      error: expect.stringContaining('[struck-out-none]'),
    });
  });
});
