import { accessCodeDigest, newAccessCode } from '../../../src/cases/index.js';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseDocument } from '../../../src/core/statement/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { type MockCard, valueOf } from '../../../src/devkit/index.js';
import type { TestApplication } from '../../support/application/application.js';
import {
  caseNumber,
  type CaseServices,
  caseServices,
  openCase,
  registerCase,
  registration,
} from '../../support/application/case-services.js';
import { begins } from '../../support/demo-pki.js';
import { TestInstallation } from '../../support/application/installation.js';

describe('the commission’s cases', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let services: CaseServices;
  let card: MockCard;
  let renewed: MockCard;
  let other: MockCard;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    card = installation.people.lead;
    renewed = installation.card('lead', { edition: 1 });
    other = installation.people.otherLead;
    services = caseServices(application);
  });
  afterAll(() => installation.remove());

  it('registers a case and reads it back as it was', async () => {
    const entered = registration(card, '9001');
    const registered = valueOf(await services.cases.register({ ...entered, electorTotal: 19_548_531 }));
    expect(await services.cases.find(registered.number)).toEqual({
      ...registered,
      number: '9001',
      threshold: 293_228,
      registeredOn: '2026-03-02',
      state: 'registered',
      rounds: [],
      documentDigest: createHash('sha256').update(caseDocument(entered.mainText, entered.reason)).digest(),
      leadSigningCertificate: Buffer.from(card.signingCertificate),
      leadEncryptionCertificate: Buffer.from(card.encryptionCertificate),
    });
    expect(await services.publicCases.findPublic(registered.number)).toBeUndefined();
  });

  it.each([
    ['a number that is taken', { number: '9001' }, 'case-exists'],
    ['a number with letters', { number: '9001a' }, 'case-number-malformed'],
    ['an empty main text', { mainText: ' ' }, 'case-main-text-length'],
    ['101 characters of main text', { mainText: '字'.repeat(101) }, 'case-main-text-length'],
    ['a line break in the main text', { mainText: '您是否\n同意' }, 'case-main-text-character'],
    ['2,001 characters of reason', { reason: '字'.repeat(2001) }, 'case-reason-length'],
    ['a bidirectional control in the reason', { reason: '理由\u202e書' }, 'case-reason-character'],
    ['no electors', { electorTotal: 0 }, 'elector-total-out-of-range'],
    ['half an elector', { electorTotal: 1000.5 }, 'elector-total-out-of-range'],
    [
      'bytes for a signing certificate',
      { leadSigningCertificate: Buffer.from('x') },
      'lead-certificate-malformed',
    ],
    [
      'bytes for an encryption certificate',
      { leadEncryptionCertificate: Buffer.from('x') },
      'lead-certificate-malformed',
    ],
  ])('refuses %s', async (_what, change, code) => {
    const result = await services.cases.register({ ...registration(card, '9002'), ...change });
    expect(result).toMatchObject({ ok: false, failure: { code } });
  });

  it('takes 100 characters outside the basic plane: characters count, not code units', async () => {
    const rare = '𠮷'.repeat(100);
    const result = await services.cases.register({ ...registration(card, '9003'), mainText: rare });
    expect(valueOf(result).mainText).toBe(rare);
  });

  it.each([
    ['another holder’s', () => other.encryptionCertificate],
    ['the signing one again', () => card.signingCertificate],
  ])('refuses as encryption certificate %s', async (_whose, certificate) => {
    const entered = { ...registration(card, '9004'), leadEncryptionCertificate: certificate() };
    expect(await services.cases.register(entered)).toMatchObject({
      failure: { code: 'lead-certificates-differ' },
    });
  });

  it.each([
    [
      'the two the wrong way round',
      () => ({
        leadSigningCertificate: card.encryptionCertificate,
        leadEncryptionCertificate: card.signingCertificate,
      }),
      'lead-certificate-not-for-signing',
    ],
    [
      'a second signing certificate for encryption',
      () => ({ leadEncryptionCertificate: renewed.signingCertificate }),
      'lead-certificate-not-for-encryption',
    ],
  ])('refuses %s', async (_what, change, code) => {
    const result = await services.cases.register({ ...registration(card, '9005'), ...change() });
    expect(result).toEqual({ ok: false, failure: { code } });
  });

  it('issues the code once, and the period begins the day after', async () => {
    const { referendum, accessCode } = await registerCase(services, card, '9010');
    expect(referendum).toMatchObject({
      state: 'code-issued',
      rounds: [{ ordinal: 1, codeIssuedOn: '2026-03-02', firstDay: '2026-03-03', lastDay: '2026-09-02' }],
    });
    expect(await services.lead.findCase(card.signingCertificate, accessCode)).toBe('9010');
    expect(await services.cases.issueCode(referendum.number)).toMatchObject({
      failure: { code: 'transition-not-allowed', values: { state: 'code-issued', event: 'issue-code' } },
    });
    const stored = JSON.stringify(await application.databases.owner.query('SELECT * FROM round'));
    expect(stored).not.toContain(accessCode);
  });

  it('replaces a lost code without moving a day; the old one is worth nothing', async () => {
    const { referendum, accessCode: lost } = await registerCase(services, card, '9081');
    const code = newAccessCode();
    const replaced = valueOf(await services.cases.replaceCode(referendum.number, accessCodeDigest(code)));
    expect(replaced.rounds).toEqual(referendum.rounds);
    expect(await services.lead.findCase(card.signingCertificate, lost)).toBeUndefined();
    expect(await services.lead.findCase(card.signingCertificate, code)).toBe('9081');
  });

  it.each([
    [
      'that has none yet',
      '9082',
      { code: 'transition-not-allowed', values: { state: 'registered', event: 'issue-code' } },
    ],
    ['that does not exist', '998', { code: 'not-found' }],
  ])('replaces no code of a case %s', async (_which, number, failure) => {
    if (number === '9082') await services.cases.register(registration(card, number));
    expect(await services.cases.replaceCode(caseNumber(number), Buffer.alloc(32))).toEqual({
      ok: false,
      failure,
    });
  });

  it('lets one of two issue the code', async () => {
    const { number } = valueOf(await services.cases.register(registration(card, '9011')));
    const results = await Promise.all([services.cases.issueCode(number), services.cases.issueCode(number)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await services.cases.find(number))?.rounds).toHaveLength(1);
  });

  it.each([
    ['tomorrow', '2026-03-03'],
    ['before registration', '2026-03-01'],
  ])('refuses a paper form of %s', async (_when, day) => {
    const number = caseNumber('9012');
    await services.cases.register(registration(card, number));
    expect(await services.cases.issueCode(number, { paperFormOn: day as TaipeiDate })).toMatchObject({
      failure: { code: 'day-out-of-range' },
    });
  });

  it('answers no for a case that does not exist', async () => {
    const number = caseNumber('999');
    expect(await services.cases.find(number)).toBeUndefined();
    expect(await services.cases.issueCode(number)).toMatchObject({ failure: { code: 'not-found' } });
    expect(await services.cases.apply(number, 'stop')).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('stops a case when the legislature has acted (REG 10); nothing is recorded after', async () => {
    const { referendum } = await registerCase(services, card, '9013');
    const round = await openCase(services, card, referendum.number);
    const key = round.publicKey ?? new Uint8Array();
    expect(await services.coSign(round.id, key, round.firstDay)).toMatchObject({ kind: 'recorded' });
    expect(valueOf(await services.cases.apply(referendum.number, 'stop')).state).toBe('stopped');
    expect(await services.coSign(round.id, key, round.firstDay)).toMatchObject({ kind: 'not-collecting' });
    expect(await services.cases.apply(referendum.number, 'refuse')).toMatchObject({
      failure: { code: 'transition-not-allowed' },
    });
    services.clock.set(begins);
  });

  it('ends rounds past their last day, and says so before anybody has written it down (ACT 12)', async () => {
    const { referendum } = await registerCase(services, card, '9014');
    const round = await openCase(services, card, referendum.number);
    services.clock.set(new Date('2026-09-02T15:59:59Z'));
    expect((await services.cases.find(referendum.number))?.state).toBe('collecting');
    expect(await services.cases.apply(referendum.number, 'end-period')).toMatchObject({
      failure: { code: 'period-not-over', values: { lastDay: '2026-09-02' } },
    });
    services.clock.set(new Date('2026-09-02T16:00:00Z'));
    expect((await services.cases.find(referendum.number))?.state).toBe('lapsed');
    const key = round.publicKey ?? new Uint8Array();
    expect(await services.coSign(round.id, key, '2026-09-03' as TaipeiDate)).toMatchObject({
      kind: 'not-collecting',
    });
    expect(await services.cases.endPeriods()).not.toContain('9014');
    services.clock.set(new Date('2026-09-16T16:00:00Z'));
    expect(await services.cases.endPeriods()).toContain('9014');
    expect(await services.openRounds.find(referendum.number)).toBeUndefined();
    services.clock.set(begins);
  });

  it('lists cases by number', async () => {
    const { cases } = await services.cases.page({ rehearsals: false }, 1000);
    const numbers = cases.map(({ number }) => Number(number));
    expect(numbers).toEqual(numbers.toSorted((one, another) => one - another));
  });
});
