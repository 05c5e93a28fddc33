import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PostgresCaseRepository } from '../../../src/adapters/postgres/case-repository.js';
import { caseMove, newAccessCode, type Round } from '../../../src/cases/index.js';
import { answerProbe, openRound } from '../../../src/core/ceremony/index.js';
import {
  cardSignedDocument,
  maximumRecordBytes,
  openWithKey,
  sealForCertificate,
} from '../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { RoundBindings } from '../../../src/cosigning/index.js';
import { merkleRoot, sortedCommitments } from '../../../src/core/merkle/index.js';
import {
  type KeyStatementFields,
  renderKeyStatement,
  renderSubmissionStatement,
} from '../../../src/core/statement/index.js';
import { taipeiDateOf } from '../../../src/core/taipei-date.js';
import { type MockCard, valueOf } from '../../../src/devkit/index.js';
import { type KeyMaterial, rescueFiles, undertaking } from '../../../src/lead/index.js';
import type { TestApplication } from '../../support/application/application.js';
import {
  caseNumber,
  type CaseServices,
  caseServices,
  openCase,
  registerCase,
  roundKeyOf,
  signSubmission,
} from '../../support/application/case-services.js';
import { begins } from '../../support/demo-pki.js';
import { TestInstallation } from '../../support/application/installation.js';

const sha256 = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes);

describe('the lead of a case', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let services: CaseServices;
  let card: MockCard;
  let other: MockCard;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    card = installation.people.lead;
    other = installation.people.otherLead;
    services = caseServices(application);
  });
  afterAll(() => installation.remove());

  const collecting = async (
    number: string,
    coSignatures = 0,
  ): Promise<{ number: CaseNumber; round: Round }> => {
    services.clock.set(begins);
    const { referendum } = await registerCase(services, card, number);
    const round = await openCase(services, card, referendum.number);
    for (let index = 0; index < coSignatures; index++)
      await services.coSign(round.id, round.publicKey ?? new Uint8Array(), round.firstDay);
    return { number: referendum.number, round };
  };

  describe('signing in', () => {
    it('takes the registered certificate with the code, and nothing else', async () => {
      services.clock.set(begins);
      const { accessCode } = await registerCase(services, card, '9100');
      const { findCase } = services.lead;
      const find = findCase.bind(services.lead);
      expect(await find(card.signingCertificate, accessCode)).toBe('9100');
      expect(await find(card.signingCertificate, ` ${accessCode.toLowerCase()} `)).toBe('9100');
      expect(await find(other.signingCertificate, accessCode)).toBeUndefined();
      expect(await find(card.encryptionCertificate, accessCode)).toBeUndefined();
      expect(await find(card.signingCertificate, newAccessCode())).toBeUndefined();
      expect(await find(new Uint8Array(), '')).toBeUndefined();
      services.clock.set(new Date('2026-09-03T00:00:00Z'));
      expect(await find(card.signingCertificate, accessCode)).toBeUndefined();
    });
  });

  describe('opening', () => {
    it('goes from the key to collecting by way of the probe', async () => {
      const { number, round } = await collecting('9101');
      expect(round).toMatchObject({ openedOn: '2026-03-02' });
      expect(await services.openRounds.find(number)).toMatchObject({
        id: round.id,
        publicKey: round.publicKey,
      });
      expect(await services.publicCases.findPublic(number)).toMatchObject({ state: 'collecting' });
      const again = await roundKeyOf(services, card, number);
      expect(await services.lead.handInKey(number, again)).toMatchObject({
        failure: { code: 'transition-not-allowed' },
      });
    });

    /** The key statement of 9102 over this material as the lead might have signed it, with changes; unchanged, it is good. */
    const signedOver = async (
      { publicKey, wrappedKey }: KeyMaterial,
      changes: Partial<KeyStatementFields>,
    ): Promise<Pick<KeyMaterial, 'keyStatement'>> => {
      const number = caseNumber('9102');
      const { terms, round } = valueOf(await services.lead.findToSign(number));
      const content = renderKeyStatement({
        caseNumber: number,
        round: round.ordinal,
        origin: terms.origin,
        mode: 'number-to-lead',
        publicKeyDigest: await digest(publicKey),
        commissionKeyDigest: await digest(terms.commissionRoundKey),
        wrappedKeyDigest: await digest(wrappedKey),
        undertaking,
        ...changes,
      });
      return { keyStatement: await cardSignedDocument(card, content) };
    };

    const flip = (bytes: Uint8Array, index: number): Uint8Array => {
      const copy = Uint8Array.from(bytes);
      copy[copy.length + index]! ^= 1;
      return copy;
    };

    it.each<[string, string, (material: KeyMaterial) => Promise<KeyMaterial> | KeyMaterial]>([
      [
        'another public key',
        'key-statement-differs',
        async (m) => ({ ...m, publicKey: (await roundKeyOf(services, card, caseNumber('9102'))).publicKey }),
      ],
      ['an RSA key', 'round-key-unsuitable', (m) => ({ ...m, publicKey: card.signingKey.publicKey })],
      ['noise for a key', 'round-key-unsuitable', (m) => ({ ...m, publicKey: randomBytes(91) })],
      ['a point off the curve', 'round-key-unsuitable', (m) => ({ ...m, publicKey: flip(m.publicKey, -1) })],
      [
        'a byte after the key',
        'round-key-unsuitable',
        (m) => ({ ...m, publicKey: Buffer.concat([m.publicKey, Buffer.alloc(1)]) }),
      ],
      [
        'another wrapped key',
        'key-statement-differs',
        async (m) => ({
          ...m,
          wrappedKey: (await roundKeyOf(services, card, caseNumber('9102'))).wrappedKey,
        }),
      ],
      ['noise for a wrapped key', 'wrapped-key-malformed', (m) => ({ ...m, wrappedKey: randomBytes(600) })],
      [
        'a byte after the wrapped key',
        'wrapped-key-malformed',
        (m) => ({ ...m, wrappedKey: Buffer.concat([m.wrappedKey, Buffer.alloc(1)]) }),
      ],
      [
        'a wrapped key of another CMS kind',
        'wrapped-key-malformed',
        (m) => ({ ...m, wrappedKey: m.keyStatement }),
      ],
      [
        'a wrapped key too large',
        'wrapped-key-malformed',
        (m) => ({ ...m, wrappedKey: Buffer.alloc(16_385, m.wrappedKey) }),
      ],
      [
        'another’s signature',
        'statement-signer-not-lead',
        async () => roundKeyOf(services, other, caseNumber('9102')),
      ],
      [
        'a statement for another case',
        'key-statement-differs',
        async () => roundKeyOf(services, card, caseNumber('9103')),
      ],
      [
        'a statement for the supplement',
        'key-statement-differs',
        async () => roundKeyOf(services, card, caseNumber('9102'), 2),
      ],
      [
        'a statement for another platform',
        'key-statement-differs',
        async (m) => ({ ...m, ...(await signedOver(m, { origin: 'https://fake.example' })) }),
      ],
      [
        'a statement for another mode',
        'key-statement-differs',
        async (m) => ({ ...m, ...(await signedOver(m, { mode: 'two-key' })) }),
      ],
      [
        'a statement for another key of the commission',
        'key-statement-differs',
        async (m) => ({ ...m, ...(await signedOver(m, { commissionKeyDigest: randomBytes(32) })) }),
      ],
      [
        'a changed signature',
        'evidence-signature-wrong',
        (m) => ({ ...m, keyStatement: flip(m.keyStatement, -1) }),
      ],
      [
        'noise for a statement',
        'evidence-malformed',
        (m) => ({ ...m, keyStatement: Buffer.alloc(40, 0x30) }),
      ],
      ['a statement too large', 'evidence-too-large', (m) => ({ ...m, keyStatement: Buffer.alloc(32_769) })],
    ])('refuses %s as %s', async (_what, code, edit) => {
      services.clock.set(begins);
      const number = caseNumber('9102');
      if ((await services.cases.find(number)) === undefined) await registerCase(services, card, number);
      const material = await edit(await roundKeyOf(services, card, number));
      expect(await services.lead.handInKey(number, material)).toMatchObject({ failure: { code } });
      expect((await services.cases.find(number))?.rounds[0]?.publicKey).toBeUndefined();
    });

    it('does not open without the key, nor without the right answer to the latest probe', async () => {
      services.clock.set(begins);
      const { referendum } = await registerCase(services, card, '9104');
      const { number } = referendum;
      expect(await services.lead.open(number, randomBytes(32))).toMatchObject({
        failure: { code: 'round-key-missing' },
      });
      const first = await roundKeyOf(services, card, number);
      const firstProbe = valueOf(
        await answerProbe(card, first.wrappedKey, valueOf(await services.lead.handInKey(number, first))),
      );
      const second = await roundKeyOf(services, card, number);
      const sealed = valueOf(await services.lead.handInKey(number, second));
      for (const wrong of [firstProbe, randomBytes(32), new Uint8Array(), randomBytes(31)])
        expect(await services.lead.open(number, wrong)).toMatchObject({ failure: { code: 'probe-wrong' } });
      const answer = valueOf(await answerProbe(card, second.wrappedKey, sealed));
      expect(valueOf(await services.lead.open(number, answer)).referendum.state).toBe('collecting');
      expect(await services.lead.open(number, answer)).toMatchObject({
        failure: { code: 'transition-not-allowed' },
      });
    });

    it('does not open with a key that was proved before another took its place', async () => {
      services.clock.set(begins);
      const { referendum } = await registerCase(services, card, '9106');
      const { number, rounds } = referendum;
      const [first, second] = [
        await roundKeyOf(services, card, number),
        await roundKeyOf(services, card, number),
      ];
      for (const material of [first, second]) valueOf(await services.lead.handInKey(number, material));
      const move = valueOf(caseMove(referendum, 'open-round', { at: begins, actor: 'lead' }));
      const bindings = application.get(RoundBindings);
      const terms = await bindings.termsToSign(rounds[0]!);
      const binding = valueOf(await bindings.bind(referendum, terms));
      const open = (proved: KeyMaterial): Promise<boolean> =>
        services.leadRounds.open(move, rounds[0]!.id, proved, { openedOn: taipeiDateOf(begins), binding });
      expect(await open(first)).toBe(false);
      expect((await services.cases.find(number))?.state).toBe('code-issued');
      expect(await open(second)).toBe(true);
      expect(await open(second)).toBe(false);
    });

    it('does not open under terms that the lead has not signed', async () => {
      services.clock.set(begins);
      const { referendum } = await registerCase(services, card, '9107');
      const { number, rounds } = referendum;
      const material = await roundKeyOf(services, card, number);
      const sealed = valueOf(await services.lead.handInKey(number, material));
      const answer = valueOf(await answerProbe(card, material.wrappedKey, sealed));
      const bindings = application.get(RoundBindings);
      const signed = await bindings.termsToSign(rounds[0]!);
      const another = { ...signed, commissionRoundKey: randomBytes(91) };
      const moved = { ...signed, origin: 'https://elsewhere.test.invalid' };
      for (const terms of [another, moved, undefined]) {
        jest.spyOn(bindings, 'termsSigned').mockResolvedValueOnce(terms);
        expect(await services.lead.open(number, answer)).toMatchObject({
          failure: { code: 'round-key-missing' },
        });
      }
      const opened = valueOf(await services.lead.open(number, answer));
      expect(opened.terms).toMatchObject(signed);
      expect(opened.round.binding).toMatchObject({ mode: 'number-to-lead', ...signed });
    });

    it('takes no key before anybody has asked what to sign', async () => {
      services.clock.set(begins);
      const { referendum } = await registerCase(services, card, '9108');
      const terms = {
        origin: 'https://x.test',
        mode: 'two-key',
        commissionRoundKey: randomBytes(91),
      } as const;
      const opening = { card, caseNumber: referendum.number, round: 1, undertaking, ...terms } as const;
      const material = valueOf(await openRound(opening));
      expect(await services.lead.handInKey(referendum.number, material)).toMatchObject({
        failure: { code: 'key-statement-differs' },
      });
    });

    it('gives the same key of the commission to sign, however often it is asked', async () => {
      services.clock.set(begins);
      const { referendum } = await registerCase(services, card, '9109');
      const asked = await Promise.all([1, 2, 3].map(() => services.lead.findToSign(referendum.number)));
      const keys = asked.map((each) => Buffer.from(valueOf(each).terms.commissionRoundKey).toString('hex'));
      expect(new Set(keys).size).toBe(1);
    });

    it('does not open when the period is over', async () => {
      services.clock.set(begins);
      const { referendum } = await registerCase(services, card, '9105');
      const material = await roundKeyOf(services, card, referendum.number);
      services.clock.set(new Date('2026-09-03T00:00:00Z'));
      expect(await services.lead.handInKey(referendum.number, material)).toMatchObject({
        failure: { code: 'not-found' },
      });
    });
  });

  describe('progress', () => {
    it('counts by day', async () => {
      const { number, round } = await collecting('9110', 3);
      services.clock.set(new Date('2026-09-01T04:00:00Z'));
      await services.coSign(round.id, round.publicKey ?? new Uint8Array(), round.lastDay);
      expect(await services.lead.progress(number)).toEqual({
        ok: true,
        value: {
          recordCount: 4,
          byDay: [
            { day: '2026-03-03', count: 3 },
            { day: '2026-09-02', count: 1 },
          ],
          daysLeft: 2,
          lastDay: '2026-09-02',
          movedBy: [],
          threshold: 15,
          shareOfThreshold: 4 / 15,
        },
      });
    });
  });

  describe('submission', () => {
    it.each([0, 1, 5])('hands %d records over, once', async (count) => {
      const { number, round } = await collecting(`912${count}`, count);
      const draft = valueOf(await services.lead.draftSubmission(number));
      const key = round.publicKey ?? new Uint8Array();
      expect(await services.coSign(round.id, key, round.firstDay)).toMatchObject({ kind: 'held' });
      const rows = await services.lead.records(number, { limit: 500 });
      const commitments = sortedCommitments(valueOf(rows).records.map(({ commitment }) => commitment));
      expect(draft).toMatchObject({ recordCount: count, holdSeconds: 300 });
      expect(Buffer.from(draft.merkleRoot)).toEqual(Buffer.from(merkleRoot(commitments)));

      const { statement, wrappedKey } = await signSubmission(card, number, round, draft);
      const totals = valueOf(await services.lead.submit(number, statement, wrappedKey));
      expect(totals).toEqual({ recordCount: count, merkleRoot: draft.merkleRoot });
      const submitted = await services.cases.find(number);
      expect(submitted).toMatchObject({ state: 'submitted' });
      expect(submitted?.rounds[0]?.submission).toMatchObject({
        recordCount: count,
        statement: Buffer.from(statement),
        wrappedKey: Buffer.from(wrappedKey),
        submittedAt: services.clock.now(),
      });
      expect(await services.coSign(round.id, key, round.firstDay)).toMatchObject({ kind: 'not-collecting' });
      for (const again of [
        services.lead.submit(number, statement, wrappedKey),
        services.lead.draftSubmission(number),
      ])
        expect(await again).toMatchObject({ failure: { code: 'transition-not-allowed' } });
      expect(
        await application.databases.checking.query('SELECT FROM sealed_record WHERE round_id = $1', [
          round.id,
        ]),
      ).toHaveLength(count);
    });

    it('takes one of two at once', async () => {
      const { number, round } = await collecting('9130', 2);
      const draft = valueOf(await services.lead.draftSubmission(number));
      const { statement, wrappedKey } = await signSubmission(card, number, round, draft);
      const results = await Promise.all(
        [1, 2, 3].map(() => services.lead.submit(number, statement, wrappedKey)),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('refuses what was signed before another record came', async () => {
      const { number, round } = await collecting('9131', 1);
      const draft = valueOf(await services.lead.draftSubmission(number));
      const { statement, wrappedKey } = await signSubmission(card, number, round, draft);
      await application.databases.owner.query('UPDATE round SET held_until = NULL WHERE id = $1', [round.id]);
      await services.coSign(round.id, round.publicKey ?? new Uint8Array(), round.firstDay);
      expect(await services.lead.submit(number, statement, wrappedKey)).toMatchObject({
        failure: { code: 'submission-outdated' },
      });
      expect((await services.cases.find(number))?.state).toBe('collecting');
    });

    it('refuses after the last day', async () => {
      const { number, round } = await collecting('9132', 1);
      const draft = valueOf(await services.lead.draftSubmission(number));
      const { statement, wrappedKey } = await signSubmission(card, number, round, draft);
      services.clock.set(new Date('2026-09-02T16:00:00Z'));
      expect(await services.lead.submit(number, statement, wrappedKey)).toMatchObject({
        failure: { code: 'not-found' },
      });
    });

    it('refuses every submission that is not the lead’s over exactly these records', async () => {
      const { number, round } = await collecting('9133', 2);
      const draft = valueOf(await services.lead.draftSubmission(number));
      const good = await signSubmission(card, number, round, draft);
      const foreign = installation.pki.office('另一機關', 'p256');
      const roundKey = await card.decrypt(round.wrappedKey ?? new Uint8Array());
      const otherKey = await card.decrypt((await roundKeyOf(services, card, number)).wrappedKey);
      const signed = async (change: object, signer: MockCard = card): Promise<Uint8Array> =>
        cardSignedDocument(
          signer,
          renderSubmissionStatement({
            caseNumber: number,
            round: 1,
            ...draft,
            wrappedKeyDigest: await digest(good.wrappedKey),
            ...change,
          }),
        );
      const withKey = async (wrappedKey: Uint8Array): Promise<[Uint8Array, Uint8Array]> => [
        await signed({ wrappedKeyDigest: await digest(wrappedKey) }),
        wrappedKey,
      ];
      const table: [string, string, readonly [Uint8Array, Uint8Array]][] = [
        ['one record fewer', 'submission-outdated', [await signed({ recordCount: 1 }), good.wrappedKey]],
        [
          'another root',
          'submission-outdated',
          [await signed({ merkleRoot: Buffer.alloc(32) }), good.wrappedKey],
        ],
        ['another case', 'submission-outdated', [await signed({ caseNumber: '9134' }), good.wrappedKey]],
        ['the supplement', 'submission-outdated', [await signed({ round: 2 }), good.wrappedKey]],
        [
          'another platform',
          'submission-outdated',
          [await signed({ origin: 'https://fake.example' }), good.wrappedKey],
        ],
        [
          'another wrapped key’s digest',
          'submission-outdated',
          [await signed({ wrappedKeyDigest: Buffer.alloc(32) }), good.wrappedKey],
        ],
        ['another signer', 'statement-signer-not-lead', [await signed({}, other), good.wrappedKey]],
        ['no signature', 'evidence-malformed', [new Uint8Array([0x30]), good.wrappedKey]],
        [
          'a key for another office',
          'wrapped-key-not-for-commission',
          await withKey(sealForCertificate(roundKey, foreign.certificate)),
        ],
        ['noise for a key', 'wrapped-key-not-for-commission', await withKey(randomBytes(500))],
        [
          'another round key',
          'wrapped-key-not-round-key',
          await withKey(sealForCertificate(otherKey, installation.pki.commissionDecryption.certificate)),
        ],
        [
          'something that is no key',
          'wrapped-key-not-round-key',
          await withKey(
            sealForCertificate(randomBytes(99), installation.pki.commissionDecryption.certificate),
          ),
        ],
      ];
      for (const [what, code, [statement, wrappedKey]] of table) {
        const result = await services.lead.submit(number, statement, wrappedKey);
        expect({ what, result }).toMatchObject({ what, result: { failure: { code } } });
      }
      expect((await services.cases.find(number))?.state).toBe('collecting');
      expect(valueOf(await services.lead.submit(number, good.statement, good.wrappedKey)).recordCount).toBe(
        2,
      );
    });
  });

  describe('safekeeping', () => {
    it('pages through all records, each of which the round key opens', async () => {
      const { number, round } = await collecting('9140', 5);
      const seen: string[] = [];
      const key = await card.decrypt(round.wrappedKey ?? new Uint8Array());
      for (let after = undefined as Uint8Array | undefined; ;) {
        const page = valueOf(await services.lead.records(number, { after: after as never, limit: 2 }));
        for (const { record } of page.records)
          expect(openWithKey(record, key, maximumRecordBytes).ok).toBe(true);
        seen.push(...page.records.map(({ commitment }) => Buffer.from(commitment).toString('hex')));
        after = page.records.at(-1)?.commitment;
        if (page.records.length < 2) break;
      }
      expect(seen).toHaveLength(5);
      expect(new Set(seen).size).toBe(5);
      expect(seen).toEqual(seen.toSorted());
    });

    it('is rescued straight from the database (REG 11)', async () => {
      const { number, round } = await collecting('9141', 3);
      const names: string[] = [];
      const source = {
        cases: new PostgresCaseRepository(application.databases.owner),
        rounds: services.leadRounds,
      };
      for await (const file of rescueFiles(source, number)) names.push(file.name);
      expect(names.filter((name) => name.startsWith('round-1/records/'))).toHaveLength(3);
      expect(names).toEqual(
        expect.arrayContaining(['case-document.txt', 'round-1/wrapped-key.der', 'round-1/public-key.der']),
      );
      expect(names.at(-1)).toBe('manifest.json');
      expect(round.ordinal).toBe(1);
    });
  });

  describe('the supplement', () => {
    it('has a new code, a new key and thirty days; the old code is no use any more', async () => {
      const { number, round } = await collecting('9150', 1);
      const draft = valueOf(await services.lead.draftSubmission(number));
      const { statement, wrappedKey } = await signSubmission(card, number, round, draft);
      valueOf(await services.lead.submit(number, statement, wrappedKey));
      // What the check comes to is not the lead's to see.
      await application.databases.owner.query(
        `UPDATE referendum_case SET state = 'supplement-due', supplement_noticed_on = '2026-05-01', code_due_on = '2026-05-31'
         WHERE number = $1`,
        [number],
      );
      services.clock.set(new Date('2026-05-01T02:00:00Z'));
      const { referendum, accessCode } = valueOf(await services.cases.issueCode(number));
      expect(referendum.rounds[1]).toMatchObject({
        ordinal: 2,
        firstDay: '2026-05-02',
        lastDay: '2026-05-31',
      });
      expect(await services.lead.findCase(card.signingCertificate, accessCode)).toBe(number);
      const second = await openCase(services, card, number);
      expect(second.ordinal).toBe(2);
      expect(
        await services.coSign(second.id, second.publicKey ?? new Uint8Array(), second.firstDay),
      ).toMatchObject({
        kind: 'recorded',
      });
      expect(valueOf(await services.lead.progress(number)).recordCount).toBe(1);
      expect(
        await application.databases.checking.query('SELECT FROM sealed_record WHERE round_id = $1', [
          second.id,
        ]),
      ).toEqual([]);
      services.clock.set(new Date('2026-06-01T00:00:00Z'));
      expect((await services.cases.find(number))?.state).toBe('not-established');
      // What is left is to fetch the last struck-out list.
      expect(await services.lead.hasAccess(number)).toBe(true);
      expect(await services.lead.find(number)).toMatchObject({ failure: { code: 'not-found' } });
    });
  });
});

async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', sha256(bytes)));
}
