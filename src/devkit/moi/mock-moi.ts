import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { sealForCertificate, signDocument } from '../../core/cms/index.js';
import type { HouseholdRegister } from '../people/population.js';
import type { Office } from '../pki/office.js';
import type { AnswerRow, AnswerTampering } from './answer-tampering.js';
import {
  checkPart,
  describePart,
  type Manifest,
  manifestName,
  type ManifestPart,
  openRosterFile,
  parseManifest,
  RosterRefusal,
} from './roster-file.js';

/** The encrypted files of a roster or an answer, by name. */
export type SealedFiles = ReadonlyMap<string, Uint8Array>;

/** What a mock MOI works with. */
export interface MockMoiDependencies {
  readonly moi: Office;
  /** The certificate, DER, of the key that the commission signs with. */
  readonly commission: Uint8Array;
  /** The certificate, DER, that answers are sealed to. */
  readonly commissionDecryption: Uint8Array;
  readonly register: HouseholdRegister;
  /** Signs instead of MOI where a fault asks for it. */
  readonly impostor: Office;
}

interface AnswerPart {
  readonly entry: ManifestPart;
  readonly csv: Uint8Array;
}

/**
 * A mock of the Ministry of the Interior (MOI): opens a roster, looks up the household registers, and returns a signed and
 * encrypted answer.
 */
export class MockMoi {
  constructor(private readonly dependencies: MockMoiDependencies) {}

  /**
   * Opens all files of a roster and checks them against the manifest. Returns the CSV rows of each part. Throws {@link
   * RosterRefusal}.
   */
  openRoster(roster: SealedFiles): {
    manifest: Manifest;
    rows: ReadonlyMap<string, readonly (readonly [string, string])[]>;
  } {
    const manifest = parseManifest(this.open(roster, manifestName));
    const rows = manifest.parts.map((part) => {
      const csv = this.open(roster, part.name);
      const [header, ...records] = parse(Buffer.from(csv), { record_delimiter: '\r\n' }) as [
        string,
        string,
      ][];
      if (header?.join(',') !== 'seq,national_id') throw new RosterRefusal(part.name, 'wrong header');
      checkPart(part, records.length, csv);
      return [part.name, records] as const;
    });
    return { manifest, rows: new Map(rows) };
  }

  /**
   * The answer to a roster: a `manifest.json` that names the batch, and CSV parts `seq,result` with the names of the roster's parts.
   * Each file is a SignedData by MOI inside an AuthEnvelopedData for the commission. `tampering` puts one fault in. Throws
   * {@link RosterRefusal}.
   */
  async answer(roster: SealedFiles, at: Date, tampering: AnswerTampering = {}): Promise<SealedFiles> {
    const { manifest, rows } = this.openRoster(roster);
    const answered = [...rows].map(([name, records], i) =>
      this.answerPart(name, records, i === 0 ? tampering : {}),
    );
    const honest: Manifest = { ...manifest, parts: answered.map(({ entry }) => entry) };
    const told = tampering.manifest?.(honest) ?? honest;
    const files = new Map([[manifestName, await this.close(Buffer.from(JSON.stringify(told)), at, {})]]);
    for (const [i, { entry, csv }] of answered.entries()) {
      if (i === 0 && tampering.withoutPart === true) continue;
      files.set(entry.name, await this.close(csv, at, i === 0 ? tampering : {}));
    }
    return files;
  }

  private open(roster: SealedFiles, name: string): Uint8Array {
    const sealed = roster.get(name);
    if (sealed === undefined) throw new RosterRefusal(name, 'missing');
    return openRosterFile(name, sealed, this.dependencies);
  }

  private answerPart(
    name: string,
    records: readonly (readonly [string, string])[],
    tampering: AnswerTampering,
  ): AnswerPart {
    const honest = records.map(([seq, nationalId]): AnswerRow => [
      seq,
      this.dependencies.register.result(nationalId),
    ]);
    const rows = tampering.rows?.(honest) ?? honest;
    const csv = Buffer.from(stringify([['seq', 'result'], ...rows], { record_delimiter: '\r\n' }));
    return { entry: describePart(name, rows.length, csv), csv: tampering.csv?.(csv) ?? csv };
  }

  private async close(content: Uint8Array, at: Date, tampering: AnswerTampering): Promise<Uint8Array> {
    const { moi, commissionDecryption, impostor } = this.dependencies;
    const office = tampering.signedBy === 'another' ? impostor : moi;
    const signed = tampering.signedBy === 'nobody' ? content : await signDocument(content, office.signer, at);
    const recipient = tampering.sealedForAnother === true ? moi.certificate : commissionDecryption;
    const sealed = sealForCertificate(signed, recipient);
    return tampering.sealed?.(sealed) ?? sealed;
  }
}
