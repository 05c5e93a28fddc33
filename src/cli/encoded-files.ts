import { readFileSync } from 'node:fs';
import { parseDerOrPem, type PemLabel } from '../core/pem.js';
import { fail, ok, type Result } from '../core/result.js';
import { CrlIndex, type OcspResponse, parseOcspResponse } from '../core/revocation/index.js';
import { type Certificate, parseCertificate } from '../core/x509/index.js';

/** Why a file cannot be read. `values.file` is its path. */
export type FileErrorCode = 'file-unreadable' | 'certificate-malformed' | 'crl-malformed' | 'ocsp-malformed';

/** Reads certificates, CRLs and OCSP responses, in DER or PEM. Reads each file once. */
export class EncodedFiles {
  private readonly certificateFiles = new Map<string, Result<readonly Certificate[], FileErrorCode>>();
  private readonly crlFiles = new Map<string, Result<readonly CrlIndex[], FileErrorCode>>();
  private readonly ocspFiles = new Map<string, Result<readonly OcspResponse[], FileErrorCode>>();

  /** The certificates in these files, in order. A PEM file may contain several. */
  certificates(paths: readonly string[]): Result<readonly Certificate[], FileErrorCode> {
    return all(paths, this.certificateFiles, (path) =>
      readBlocks(path, 'CERTIFICATE', parseCertificate, 'certificate-malformed'),
    );
  }

  /** The CRLs in these files. */
  crls(paths: readonly string[]): Result<readonly CrlIndex[], FileErrorCode> {
    return all(paths, this.crlFiles, (path) =>
      readBlocks(path, 'X509 CRL', (bytes) => CrlIndex.read(bytes), 'crl-malformed'),
    );
  }

  /** The OCSP responses in these files. */
  ocspResponses(paths: readonly string[]): Result<readonly OcspResponse[], FileErrorCode> {
    return all(paths, this.ocspFiles, (path) =>
      readBlocks(path, 'OCSP RESPONSE', parseOcspResponse, 'ocsp-malformed'),
    );
  }
}

type Read<Value> = Result<readonly Value[], FileErrorCode>;

function all<Value>(
  paths: readonly string[],
  known: Map<string, Read<Value>>,
  read: (path: string) => Read<Value>,
): Read<Value> {
  const values: Value[] = [];
  for (const path of paths) {
    const file = known.get(path) ?? read(path);
    known.set(path, file);
    if (!file.ok) return file;
    values.push(...file.value);
  }
  return ok(values);
}

function readBlocks<Value>(
  path: string,
  label: PemLabel,
  parse: (bytes: Uint8Array) => Result<Value>,
  malformed: FileErrorCode,
): Read<Value> {
  const bytes = readBytes(path);
  if (bytes === undefined) return fail('file-unreadable', { file: path });
  const blocks = parseDerOrPem(bytes, label);
  if (!blocks.ok) return fail(malformed, { file: path });
  const values: Value[] = [];
  for (const block of blocks.value) {
    const parsed = parse(block);
    if (!parsed.ok) return fail(malformed, { file: path });
    values.push(parsed.value);
  }
  return ok(values);
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
