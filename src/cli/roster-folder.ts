import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SignedDocument } from '../core/cms/index.js';
import {
  type Manifest,
  manifestName,
  type OfficeKey,
  openExchangeFile,
  readManifest,
  readRosterPart,
  type RosterPartRow,
} from '../core/exchange/index.js';
import { OperatorError } from './failure.js';

/** Who signed a roster, by its manifest. */
export interface RosterSigner {
  readonly subject: string;
  /** SHA-256 of the certificate, hex. */
  readonly sha256: string;
  readonly signedAt: Date | undefined;
}

/** A part of a roster, opened and verified. */
export interface OpenedPart {
  readonly name: string;
  readonly rows: readonly RosterPartRow[];
}

/**
 * The files of a roster in a folder, as the commission hands them over: `manifest.json` and the parts that it names, each sealed to the Ministry. Every
 * method throws an {@link OperatorError} for a file that isn't as it must be.
 */
export class RosterFolder {
  private constructor(
    private readonly folder: string,
    private readonly key: OfficeKey,
    private readonly commission: Uint8Array,
    readonly manifest: Manifest,
    readonly signer: RosterSigner,
  ) {}

  /** Opens the manifest, which must be signed by this certificate (DER). */
  static async open(folder: string, key: OfficeKey, commission: Uint8Array): Promise<RosterFolder> {
    const document = await openedFile(folder, manifestName, key, commission);
    const manifest = readManifest(document.content);
    if (!manifest.ok) throw new OperatorError(manifest.failure.code, { file: manifestName });
    const { raw, subject } = new X509Certificate(document.signer.der);
    const sha256 = new X509Certificate(raw).fingerprint256.replaceAll(':', '').toLowerCase();
    const signer = { subject: subject.replaceAll('\n', ', '), sha256, signedAt: document.signedAt };
    return new RosterFolder(folder, key, commission, manifest.value, signer);
  }

  /** Rows of the whole roster. */
  get rows(): number {
    return this.manifest.parts.reduce((sum, { rows }) => sum + rows, 0);
  }

  /** The parts, each opened when it is taken. */
  async *parts(): AsyncGenerator<OpenedPart> {
    let firstSeq = 1;
    for (const part of this.manifest.parts) {
      const { content } = await openedFile(this.folder, part.name, this.key, this.commission);
      const rows = readRosterPart(part, content, firstSeq);
      if (!rows.ok) throw new OperatorError(rows.failure.code, rows.failure.values);
      content.fill(0);
      yield { name: part.name, rows: rows.value };
      firstSeq += part.rows;
    }
  }
}

async function openedFile(
  folder: string,
  name: string,
  key: OfficeKey,
  commission: Uint8Array,
): Promise<SignedDocument> {
  // A manifest that is signed by the commission names its files, and yet no other folder may be reached by it.
  if (path.basename(name) !== name) throw new OperatorError('manifest-malformed', { file: manifestName });
  const opened = openExchangeFile(await readFile(sealedFile(folder, name)), key, commission);
  if (!opened.ok) throw new OperatorError(opened.failure.code, { file: name });
  return opened.value;
}

/** The path of a file, which may have been named as encrypted: `.p7m` (RFC 8551 §3.2.1) after its name. */
function sealedFile(folder: string, name: string): string {
  const [plain, named] = [path.join(folder, name), path.join(folder, `${name}.p7m`)];
  return !existsSync(plain) && existsSync(named) ? named : plain;
}
