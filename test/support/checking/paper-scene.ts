import { createPrivateKey } from 'node:crypto';
import type { Case } from '../../../src/cases/index.js';
import type { CommissionDecryptionKey } from '../../../src/checking/index.js';
import { PaperDifferences } from '../../../src/checking/paper/paper-differences.js';
import { type KeptEntry, PaperEntries } from '../../../src/checking/paper/paper-entries.js';
import type { PaperPlace, PaperRow } from '../../../src/checking/paper/paper-row.js';
import type { EnteredBy, EntryName } from '../../../src/checking/paper/ports.js';
import { openSealed } from '../../../src/core/cms/index.js';
import type { CaseNumber, RoundId } from '../../../src/core/identifiers.js';
import type { Result } from '../../../src/core/result.js';
import { uuidVersion7 } from '../../../src/core/uuid.js';
import { demoPki } from '../demo-pki.js';
import { MemoryPaper } from './memory-paper.js';

/** The case and round whose paper rows are entered. */
export const paperCase = '9001' as CaseNumber;
export const paperRound = '0198c0de-0000-7000-8000-000000000002' as RoundId;

/** Two people who enter rows. */
export const alice: EnteredBy = {
  memberId: '6f1c0de0-0000-4000-8000-0000000000b1',
  holderDigest: new Uint8Array(32).fill(1),
};
export const bob: EnteredBy = {
  memberId: '6f1c0de0-0000-4000-8000-0000000000b2',
  holderDigest: new Uint8Array(32).fill(2),
};

/** The commission's decryption key with its certificate, of a demo PKI. */
export const commissionOffice = demoPki({}).commissionDecryption;

/** The same as the check works with it. */
export const commissionDecryptionKey: CommissionDecryptionKey = (() => {
  const { certificate, privateKeyPem } = commissionOffice;
  const key = createPrivateKey(privateKeyPem);
  return {
    certificate,
    decrypt: (sealed) => {
      const opened = openSealed(sealed, certificate, key);
      return Promise.resolve(opened.ok ? opened.value : undefined);
    },
  };
})();

/** Rows as a file of an office's entry. */
export function paperCsv(rows: Iterable<PaperRow>): string {
  const lines = Array.from(
    rows,
    ({ page, line, nationalId, found }) => `${page},${line},${nationalId},${found ?? '00'}\r\n`,
  );
  return `page,line,national_id,code\r\n${lines.join('')}`;
}

/** A file as it comes: in pieces that end anywhere. */
export async function* inPieces(text: string, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'utf8');
  for (let start = 0; start < bytes.length; start += size)
    yield await Promise.resolve(bytes.subarray(start, start + size));
}

/** Paper rows of a submitted round in memory, with what enters and settles them. */
export class PaperScene {
  readonly paper = new MemoryPaper();
  readonly commissionDecryptionKey = commissionDecryptionKey;
  state: Case['state'] = 'submitted';
  isSubmitted = true;
  readonly entries = new PaperEntries(this.dependencies());
  readonly differences = new PaperDifferences(this.dependencies());

  /** Has a person enter rows: those of a file, or a file's text. */
  enter(name: EntryName, by: EnteredBy, rows: string | Iterable<PaperRow>): Promise<Result<KeptEntry>> {
    const text = typeof rows === 'string' ? rows : paperCsv(rows);
    return this.entries.keep(paperCase, name, by, inPieces(text));
  }

  /** The places on which the entries disagree, such as `1-3 number`. */
  async disagreements(): Promise<readonly string[]> {
    const found = await this.paper.differences(paperRound, undefined, 1_000);
    return found.map(({ page, line, kind }) => `${page}-${line} ${kind}`);
  }

  /** Settles a row as one entry has it. */
  settle(place: PaperPlace, settledAs: EntryName): Promise<Result<unknown>> {
    return this.differences.settle(paperCase, place, { settledAs }, alice.memberId);
  }

  private dependencies() {
    const submission = { submittedAt: new Date('2026-01-30T01:00:00Z'), recordCount: 0 };
    return {
      cases: {
        // What the entry of rows looks at, and nothing more.
        find: () =>
          Promise.resolve({
            number: paperCase,
            state: this.state,
            rounds: [{ id: paperRound, ordinal: 1, ...(this.isSubmitted ? { submission } : {}) }],
          } as unknown as Case),
      },
      paper: this.paper,
      commissionDecryptionKey: this.commissionDecryptionKey,
      clock: { now: () => new Date('2026-02-02T00:00:00Z') },
      newId: uuidVersion7,
    };
  }
}
