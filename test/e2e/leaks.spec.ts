import { createPrivateKey, type KeyObject } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  removePostgresFolder,
  startEmbeddedPostgres,
} from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { maximumRecordBytes, openEvidence, openRecord, openWithKey } from '../../src/core/cms/index.js';
import { issueDemoCards, valueOf } from '../../src/devkit/index.js';
import { demoPki } from '../support/demo-pki.js';
import { playStory, type StoryProcess } from '../support/demo-process.js';
import { type Finding, type Needle, NeedleScan } from '../support/leaks/needle-scan.js';
import { needlesOf, needlesOfPaper, type Secrets, secretsOf } from '../support/leaks/people.js';
import { asOwner } from '../support/postgres/database.js';

// A whole story, then a search of everything that is left outside its results folder for what names a co-signer. PostgreSQL's values
// above 2 KB may be compressed and hide from such a search: those are the case's own texts and certificates, and what is sealed.
//
// A name has at least three characters: nine bytes in UTF-8, six in UTF-16. The scan leaves patterns below six bytes out, as they occur
// by chance; of a name's many encodings that takes only some alignments of base64 over UTF-16. A six-byte pattern turns up
// by chance in 100 MB once in some three million searches.

const citizens = 60;
const seed = 'leaks';

const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-leaks-'));
// PostgreSQL may run as another user, who must be able to walk to its data.
chmodSync(folder, 0o755);
const home = path.join(folder, 'home');
const out = path.join(folder, 'out');
let people: readonly Secrets[];
let scan: NeedleScan;
let paperNeedles: readonly Needle[];
let story: StoryProcess;
let databaseFolder: string;

beforeAll(async () => {
  people = secretsOf({ seed, citizens });
  paperNeedles = needlesOfPaper({ seed, citizens });
  scan = new NeedleScan([...needlesOf(people), ...paperNeedles]);
  story = await playStory({ home, out, citizens, seed });
});

afterAll(async () => {
  await story.stop();
  await removePostgresFolder(path.join(home, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
});

/** Where the running database keeps its data, everything written out. */
async function flushedDataFolder(url: string): Promise<string> {
  return asOwner(url, async (query) => {
    await query('CHECKPOINT');
    const [shown] = await query<{ data_directory: string }>('SHOW data_directory');
    return shown!.data_directory;
  });
}

/** The demo's database, found as whoever holds its folder would. */
function databaseUrl(): string {
  const postgres = path.join(home, 'postgres');
  const elsewhere = path.join(postgres, 'elsewhere');
  const place = readdirSync(postgres).includes('elsewhere') ? elsewhere : postgres;
  const password = readFileSync(path.join(place, 'password'), 'utf8').trim();
  const port = readFileSync(path.join(place, 'data', 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgresql://postgres:${password}@127.0.0.1:${port}/lianshu`;
}

/** What is found in the database's folder and in the rest of the home folder; the first of each kind is enough to say what leaks. */
function found(): readonly Finding[] {
  const rest = scan.tree(home, (each) => each === databaseFolder);
  return [...scan.tree(databaseFolder), ...rest].slice(0, 10);
}

describe('the search terms', () => {
  it('cover every co-signer, with names that no staff and no lead has', () => {
    expect(people).toHaveLength(citizens);
    const { lead, deputy, otherLead, registrar, verifier, secondVerifier, approver, auditor } =
      issueDemoCards(demoPki({ seed }));
    const cast = [lead, deputy, otherLead, registrar, verifier, secondVerifier, approver, auditor];
    for (const { name } of people) {
      expect(Array.from(name).length).toBeGreaterThanOrEqual(3);
      for (const card of cast) expect(Buffer.from(card.signingCertificate).includes(name)).toBe(false);
    }
  });

  it('all occur in the records once both layers are opened', () => {
    const opened = records().map((record) =>
      valueOf(openEvidence(valueOf(openRecord(record, keyIn('round.key'))), keyIn('commission-round.key'))),
    );
    for (const person of recorded())
      expect(labelsIn(Buffer.concat(opened), person)).toEqual([
        'certificate serial number',
        'holder serial number',
        'name',
        'national ID',
      ]);
  });

  it('are found in the file of true data that the demo writes beside its results', () => {
    const truth = readFileSync(path.join(out, 'people.jsonl'));
    for (const person of people) expect(labelsIn(truth, person)).toContain('national ID');
  });
});

describe('the paper rows', () => {
  it('are among the search terms, with what was typed wrong, and were entered, settled and counted', async () => {
    expect(paperNeedles.length).toBeGreaterThan(citizens / 3);
    const truth = readFileSync(path.join(out, 'paper.jsonl'));
    const inTruth = new NeedleScan(paperNeedles).bytes(truth, '').map(({ label }) => label);
    expect(new Set(inTruth).size).toBeGreaterThan(15);
    const counts = await asOwner(databaseUrl(), (query) =>
      query(
        `SELECT (SELECT count(*)::integer FROM paper_part) AS parts, (SELECT count(*)::integer FROM paper_verdict) AS verdicts,
           (SELECT count(*)::integer FROM paper_difference WHERE sealed IS NOT NULL) AS others`,
      ),
    );
    expect(counts).toEqual([{ parts: 2, verdicts: citizens / 3, others: 1 }]);
  });

  it('show nothing outside their seals', async () => {
    const sealed = await asOwner(databaseUrl(), (query) =>
      query<{ sealed: Buffer }>(
        'SELECT sealed FROM paper_part UNION ALL SELECT sealed FROM paper_difference WHERE sealed IS NOT NULL',
      ),
    );
    for (const each of sealed) expect(scan.bytes(each.sealed, '')).toEqual([]);
  });
});

describe('the sealed records', () => {
  it('show the lead’s key alone the numbers, and no name, holder or certificate', () => {
    const opened = records().map((record) =>
      valueOf(openWithKey(record, keyIn('round.key'), maximumRecordBytes)),
    );
    for (const person of recorded()) expect(labelsIn(Buffer.concat(opened), person)).toEqual(['national ID']);
    const labels = opened.flatMap((each) => scan.bytes(Buffer.from(each), '')).map(({ label }) => label);
    expect(labels.filter((label) => !label.startsWith('national ID of'))).toEqual([]);
  });

  it('show the commission’s keys alone nothing', () => {
    const all = readdirSync(path.join(home, 'keys'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.secret'))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)))
      .filter((content) => content.includes('PRIVATE KEY'))
      .map((pem) => createPrivateKey(pem))
      .filter(({ asymmetricKeyDetails }) => asymmetricKeyDetails?.namedCurve === 'prime256v1');
    // The intake's, the commission's, and the commission's of each of the two rounds.
    expect(all.length).toBeGreaterThanOrEqual(3);
    for (const record of records()) {
      for (const key of all)
        expect(openRecord(record, key)).toMatchObject({ failure: { code: 'record-not-for-this-key' } });
      expect(scan.bytes(record, '')).toEqual([]);
    }
  });
});

const keyIn = (name: string): KeyObject => createPrivateKey(readFileSync(path.join(out, name), 'utf8'));
const records = (): Buffer[] =>
  readdirSync(path.join(out, 'records')).map((file) => readFileSync(path.join(out, 'records', file)));
/** Those whose co-signature is accepted. */
const recorded = (): readonly Secrets[] => people.filter(({ index }) => index % 2 === 0);

/** What of this person's is in the bytes; a search of its own, as two people may share a name or a number. */
function labelsIn(bytes: Buffer, person: Secrets): readonly string[] {
  const findings = new NeedleScan(needlesOf([person])).bytes(bytes, '');
  return [...new Set(findings.map(({ label }) => label.replace(/ of attempt .*/, '')))].sort();
}

describe('after a story', () => {
  it('every attempt had its expected outcome', () => {
    expect(story.output().toString('utf8')).toContain('\n[]\nplayed\n');
  });

  it('no search term is in the database’s folder, write-ahead log included, or in any other file', async () => {
    databaseFolder = await flushedDataFolder(databaseUrl());
    expect(readdirSync(path.join(databaseFolder, 'pg_wal')).length).toBeGreaterThan(0);
    expect(found()).toEqual([]);
  });

  it('nor after everything has stopped', async () => {
    await story.stop();
    expect(found()).toEqual([]);
  });

  it('nor in what was written to standard output and standard error', () => {
    expect(story.output().length).toBeGreaterThan(1000);
    expect(story.output().toString('utf8')).toContain('"route":"/api/v1/lead/progress"');
    expect(scan.bytes(story.output(), 'output')).toEqual([]);
  });
});

describe('the search', () => {
  it('finds a term planted in the database', async () => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(home, 'postgres') });
    try {
      await asOwner(postgres.url, async (query) => {
        await query('CREATE TABLE planted (number text, name text)');
        await query(`INSERT INTO planted VALUES ('${people[0]!.nationalIds[0]}', '${people[2]!.name}')`);
      });
      databaseFolder = await flushedDataFolder(postgres.url);
      const labels = found().map(({ label }) => label);
      expect(labels).toEqual(expect.arrayContaining(['national ID of attempt 0', 'name of attempt 2']));
    } finally {
      await postgres.stop();
    }
  });

  it('finds a term planted in a file and in a file’s name', () => {
    const { certificateSerial, holderSerialNumber } = people[4]!;
    const planted = path.join(home, `${holderSerialNumber}.log`);
    writeFileSync(planted, `certificate ${Buffer.from(certificateSerial).toString('base64')}`);
    const findings = scan.tree(home, (each) => each === databaseFolder || each.endsWith('postgres'));
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ file: planted, label: 'certificate serial number of attempt 4' }),
        expect.objectContaining({ file: planted, label: 'holder serial number of attempt 4' }),
      ]),
    );
  });
});
