import { beforeAll, describe, expect, it } from '@jest/globals';
import { encryptForCard } from '../../../../src/core/cms/index.js';
import { encodePem } from '../../../../src/core/pem.js';
import { renderSignIn } from '../../../../src/core/statement/index.js';
import { everyDay } from '../../../../src/web/lead/days';
import { readDeputyCertificate } from '../../../../src/web/lead/deputy-certificate';
import type { RecordPage } from '../../../../src/web/lead/lead-api';
import { linkBlock } from '../../../../src/web/lead/link-block';
import { makeRecoveryPassphrase, openTypedPassphrase } from '../../../../src/web/lead/recovery-passphrase';
import { copySealedRecords } from '../../../../src/web/lead/sealed-copy';
import { signInChallenge } from '../../../../src/web/api/sign-in-challenge';
import english from '../../../../src/web/texts/en/lead.json' with { type: 'json' };
import chinese from '../../../../src/web/texts/zh-TW/lead.json' with { type: 'json' };
import { sha256 } from '../../../../src/core/sha256.js';
import { begins } from '../../../support/demo-pki.js';
import { apiWith, type LeadScene, leadScene } from './lead-scene';

let scene: LeadScene;
beforeAll(async () => {
  scene = await leadScene();
});

describe('a deputy’s certificate', () => {
  it.each<[string, (scene: LeadScene) => Uint8Array, Date, string | undefined]>([
    ['DER', ({ otherCard }) => otherCard.encryptionCertificate, begins, undefined],
    [
      'PEM',
      ({ otherCard }) => Buffer.from(encodePem('CERTIFICATE', otherCard.encryptionCertificate)),
      begins,
      undefined,
    ],
    ['for signing', ({ otherCard }) => otherCard.signingCertificate, begins, 'deputy-not-for-encryption'],
    ['of P-256', ({ pki }) => pki.commissionDecryption.certificate, begins, 'deputy-key-unsuitable'],
    [
      'expired',
      ({ otherCard }) => otherCard.encryptionCertificate,
      new Date('2046-01-01'),
      'deputy-not-valid-now',
    ],
    ['no certificate', () => Buffer.from('hello'), begins, 'deputy-malformed'],
    ['nothing', () => new Uint8Array(), begins, 'deputy-malformed'],
    [
      'two in one file',
      ({ card, otherCard }) =>
        Buffer.from(
          encodePem('CERTIFICATE', card.encryptionCertificate) +
            encodePem('CERTIFICATE', otherCard.encryptionCertificate),
        ),
      begins,
      'deputy-malformed',
    ],
  ])('%s', (_name, file, now, code) => {
    const read = readDeputyCertificate(file(scene), now);
    expect(read.ok ? undefined : read.failure.code).toBe(code);
  });
});

describe('the text to sign in with', () => {
  const origin = 'https://lianshu.test.invalid';
  const text = (for_: string, challenge = 'c'): string =>
    Buffer.from(renderSignIn('lead', for_, challenge)).toString();

  it.each([
    ['this origin’s', 'c', text(origin), 'answered'],
    ['another origin’s', 'c', text('https://other.invalid'), 'statement-differs'],
    ['another challenge’s', 'c', text(origin, 'd'), 'statement-differs'],
    [
      'another purpose’s',
      'c',
      Buffer.from(renderSignIn('staff', origin, 'c')).toString(),
      'statement-differs',
    ],
    ['with a challenge that breaks the line', 'c\nx', text(origin), 'statement-differs'],
    ['none', 'c', '', 'statement-differs'],
  ])('%s', async (_name, challenge, statement, expected) => {
    const api = apiWith({
      challenge: () =>
        Promise.resolve({
          kind: 'answered',
          data: { challenge, statement, expiresAt: '2026-03-02T01:10:00Z' },
        }),
    });
    const answer = await signInChallenge('lead', api, origin);
    expect(answer.kind === 'answered' ? answer.kind : answer.refusal.code).toBe(expected);
  });
});

describe('a copy of the sealed records', () => {
  const records = [1, 2, 3].map((octet) => {
    const record = new Uint8Array(9).fill(octet);
    return {
      commitment: Buffer.from(sha256(record)).toString('hex'),
      record: Buffer.from(record).toString('base64'),
    };
  });
  const page = (part: RecordPage['records'], next?: string): RecordPage => ({
    round: 1,
    publicKey: 'AQ==',
    wrappedKey: 'Ag==',
    keyStatement: 'Aw==',
    records: part,
    next,
  });

  const copied = async (pages: readonly RecordPage[]) => {
    const names: string[] = [];
    const asked: (string | undefined)[] = [];
    const api = apiWith({
      records: (after) => {
        asked.push(after);
        return Promise.resolve({ kind: 'answered', data: pages[asked.length - 1]! });
      },
    });
    const target = {
      write: (name: string) => {
        names.push(name);
        return Promise.resolve();
      },
    };
    const outcome = await copySealedRecords(api, target, () => undefined, new AbortController().signal);
    return { names, asked, outcome };
  };

  it('has every page, and the key once', async () => {
    const { names, asked, outcome } = await copied([page(records.slice(0, 2), 'n'), page(records.slice(2))]);
    expect(asked).toEqual([undefined, 'n']);
    expect(names).toEqual([
      'public-key.der',
      'wrapped-key.der',
      'key-statement.der',
      ...records.map(({ commitment }) => `records/${commitment}.der`),
    ]);
    expect(outcome).toEqual({ kind: 'done', records: 3 });
  });

  it.each([
    ['other octets', { ...records[0]!, record: records[1]!.record }],
    ['no base64', { ...records[0]!, record: '*' }],
  ])('stops at a record that is not its commitment’s: %s', async (_name, record) => {
    expect((await copied([page([record])])).outcome).toEqual({ kind: 'record-differs' });
  });
});

it('counts every day, those without a co-signature too', () => {
  expect(everyDay([{ day: '2026-03-04', count: 2 }], '2026-03-03', '2026-03-05')).toEqual([
    { day: '2026-03-03', count: 0 },
    { day: '2026-03-04', count: 2 },
    { day: '2026-03-05', count: 0 },
  ]);
});

it('makes recovery passphrases of 120 bits, never the same', () => {
  const made = Array.from({ length: 50 }, makeRecoveryPassphrase);
  for (const each of made) expect(each).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
  expect(new Set(made).size).toBe(50);
});

describe('a recovery passphrase that is typed from paper', () => {
  const content = Buffer.from('the private round key');
  it.each([
    ['7k2m-03aw', '7k2m-03aw', true],
    ['7k2m-03aw', ' 7K2M-03aw ', true],
    ['Four Words I made up', 'Four Words I made up', true],
    ['Four Words I made up', 'Four Words I made up ', true],
    ['Four Words I made up', 'four words i made up', false],
    ['7k2m-03aw', '7k2m-03av', false],
    ['7k2m-03aw', '', false],
    [undefined, '7k2m-03aw', false],
  ])('%s, typed as %j: opens is %s', async (passphrase, typed, opens) => {
    const envelope = await encryptForCard(content, [scene.card.encryptionCertificate], passphrase);
    const opened = await openTypedPassphrase(envelope, typed);
    expect(opened && Buffer.from(opened).toString()).toBe(opens ? 'the private round key' : undefined);
  });
});

it('writes a link in which a main text stays text', () => {
  const block = linkBlock('https://a.invalid/cases/1', '<script>"&');
  expect(block).toContain('&#60;script&#62;&#34;&#38;');
  expect(block).not.toContain('<script');
});

describe('the texts of the lead', () => {
  const keys = (texts: object, above = ''): string[] =>
    Object.entries(texts).flatMap(([name, text]) =>
      typeof text === 'string'
        ? [`${above}${name}`.replace(/_(one|other)$/, '')]
        : keys(text as object, `${above}${name}.`),
    );
  it('are the same in both languages', () => {
    expect([...new Set(keys(english))].toSorted()).toEqual([...new Set(keys(chinese))].toSorted());
  });
});
