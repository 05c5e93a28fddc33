import { stringify } from 'csv-stringify/sync';
import { sealForCertificate } from '../../core/cms/index.js';
import {
  type Manifest,
  manifestBytes,
  manifestPart,
  readManifest,
  readRosterPart,
  type RosterPartRow,
  sealExchangeFile,
} from '../../core/exchange/index.js';
import type { HouseholdRegister } from '../people/population.js';
import type { Office } from '../pki/office.js';
import type { AnswerRow, AnswerTampering } from './answer-tampering.js';
import {
  manifestName,
  type ManifestPart,
  openRosterFile,
  RosterRefusal,
  type ToldManifest,
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
    rows: ReadonlyMap<string, readonly RosterPartRow[]>;
  } {
    const manifest = readManifest(this.open(roster, manifestName));
    if (!manifest.ok) throw new RosterRefusal(manifestName, manifest.failure.code);
    const rows = new Map<string, readonly RosterPartRow[]>();
    let firstSeq = 1;
    for (const part of manifest.value.parts) {
      const read = readRosterPart(part, this.open(roster, part.name), firstSeq);
      if (!read.ok) throw new RosterRefusal(part.name, read.failure.code);
      rows.set(part.name, read.value);
      firstSeq += part.rows;
    }
    return { manifest: manifest.value, rows };
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
    const honest = manifestBytes(
      manifest.identity,
      answered.map(({ entry }) => entry),
    );
    const files = new Map([[manifestName, await this.close(toldManifest(honest, tampering), at, {})]]);
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
    records: readonly RosterPartRow[],
    tampering: AnswerTampering,
  ): AnswerPart {
    const honest = records.map(([seq, nationalId]): AnswerRow => [
      String(seq),
      this.dependencies.register.result(nationalId),
    ]);
    const rows = tampering.rows?.(honest) ?? honest;
    const csv = Buffer.from(stringify([['seq', 'result'], ...rows], { record_delimiter: '\r\n' }));
    return { entry: manifestPart(name, rows.length, csv), csv: tampering.csv?.(csv) ?? csv };
  }

  private async close(content: Uint8Array, at: Date, tampering: AnswerTampering): Promise<Uint8Array> {
    const { moi, commissionDecryption, impostor } = this.dependencies;
    const office = tampering.signedBy === 'another' ? impostor : moi;
    const recipient = tampering.sealedForAnother === true ? moi.certificate : commissionDecryption;
    const sealed =
      tampering.signedBy === 'nobody'
        ? sealForCertificate(content, recipient)
        : await sealExchangeFile(content, office.signer, at, recipient);
    return tampering.sealed?.(sealed) ?? sealed;
  }
}

/** The manifest of an answer, with the fault that is put into it. */
function toldManifest(honest: Uint8Array, { manifest }: AnswerTampering): Uint8Array {
  if (manifest === undefined) return honest;
  const told = JSON.parse(Buffer.from(honest).toString('utf8')) as ToldManifest;
  return Buffer.from(JSON.stringify(manifest(told)));
}
