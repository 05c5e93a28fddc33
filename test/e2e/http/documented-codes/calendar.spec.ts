import { afterAll, beforeAll } from '@jest/globals';
import { driveDocumentedCodes, post } from '../../../support/http/documented-codes.js';
import { approved, collectingCase, stopped, twoCases } from '../../../support/application/cases.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import type { TestApplication } from '../../../support/application/application.js';
import { TestInstallation } from '../../../support/application/installation.js';

let installation: TestInstallation;
let application: TestApplication;
let registrar: string | undefined;

/** 9001 collects, 9002 and 9004 are stopped. */
beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await twoCases(application);
  await collectingCase(application, '9004', installation.people.deputy);
  for (const number of ['9002', '9004']) await stopped(application, number);
  registrar = (await application.as('registrar')).token;
});

afterAll(() => installation.remove());

const step = (path: string, body: object): Ask => post(`staff/${path}`, body, registrar);
const onCase = (number: string, path: string, body: object): Ask => step(`cases/${number}/${path}`, body);

/** Has it done, so that it can't be done again. */
async function done(ask: Ask): Promise<void> {
  await approved(
    application,
    JSON.parse((await exchange(application, ask)).body) as { id: string; statement: string },
  );
}

const closure = { day: '2026-03-03', kind: 'natural-disaster', reference: '公告' };
const closing = (changes: object): Ask => step('closures', { ...closure, ...changes });
const lawsuit = { reference: '臺北高等行政法院' };

driveDocumentedCodes(
  'calendar',
  {
    'Calendar.closure': {
      'day-malformed': () => closing({ day: '2026-02-30' }),
      'closure-text-unfit': () => closing({ reference: '兩\n行' }),
      'closure-out-of-range': () => closing({ day: '2026-03-10' }),
      'closure-exists': async () => {
        await done(closing({}));
        return closing({});
      },
    },
    'Calendar.supplementNotice': {
      'not-found': () => onCase('9999', 'supplement-notice', { noticedOn: '2026-03-02' }),
      'transition-not-allowed': () => onCase('9001', 'supplement-notice', { noticedOn: '2026-03-02' }),
      'day-malformed': () => onCase('9001', 'supplement-notice', { noticedOn: '2026-02-30' }),
      'day-out-of-range': async () => {
        const { owner } = application.databases;
        await owner.query(
          `INSERT INTO referendum_case SELECT (jsonb_populate_record(c, '{"number":"9003","state":"supplement-due",
             "supplement_noticed_on":"2026-03-01"}')).* FROM referendum_case c WHERE number = '9001'`,
        );
        return onCase('9003', 'supplement-notice', { noticedOn: '2026-03-03' });
      },
    },
    'Calendar.announcement': {
      'not-found': () => onCase('9999', 'announcement', { announcedOn: '2026-03-02' }),
      'announcement-not-due': () => onCase('9001', 'announcement', { announcedOn: '2026-03-02' }),
      'day-malformed': () => onCase('9002', 'announcement', { announcedOn: '2026-02-30' }),
      'day-out-of-range': () => onCase('9004', 'announcement', { announcedOn: '2026-03-01' }),
      'announced-already': async () => {
        await done(onCase('9002', 'announcement', { announcedOn: '2026-03-02' }));
        return onCase('9002', 'announcement', { announcedOn: '2026-03-02' });
      },
    },
    'Calendar.hold': {
      'not-found': () => onCase('9999', 'hold', lawsuit),
      'hold-reference-unfit': () => onCase('9001', 'hold', { reference: ' ' }),
      'hold-exists': async () => {
        await done(onCase('9001', 'hold', lawsuit));
        return onCase('9001', 'hold', lawsuit);
      },
    },
    'Calendar.finalRuling': {
      'not-found': () => onCase('9999', 'final-ruling', { finalRulingOn: '2026-03-02' }),
      'hold-missing': () => onCase('9002', 'final-ruling', { finalRulingOn: '2026-03-02' }),
      'day-malformed': () => onCase('9001', 'final-ruling', { finalRulingOn: '2026-02-30' }),
      'day-out-of-range': async () => {
        await done(onCase('9004', 'hold', lawsuit));
        return onCase('9004', 'final-ruling', { finalRulingOn: '2026-03-03' });
      },
    },
  },
  (asked) => exchange(application, asked),
);
