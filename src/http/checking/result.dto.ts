import { ApiProperty } from '@nestjs/swagger';
import { bundleFiles, type NamedFile, type PublishedResult } from '../../checking/index.js';
import { hex } from '../../core/octets.js';

/** A file of a bundle. */
export class BundleFileView {
  @ApiProperty({ enum: Object.values(bundleFiles) })
  readonly name!: string;

  @ApiProperty({ description: 'Octets' })
  readonly size!: number;

  @ApiProperty({ description: 'Hex' })
  readonly sha256!: string;
}

/** A confirmed result (查對結果). */
export class ResultView {
  @ApiProperty({ format: 'byte', description: 'result.json: canonical JSON (RFC 8785), exactly as signed' })
  readonly result!: string;

  @ApiProperty({ format: 'byte', description: 'result.p7s: detached CMS SignedData by the commission, DER' })
  readonly signature!: string;

  @ApiProperty({ type: [String], description: 'Files of the bundle, each at `result/{file}`' })
  readonly files!: readonly string[];

  @ApiProperty({ type: [BundleFileView], description: 'The same with size and SHA-256' })
  readonly bundle!: readonly BundleFileView[];

  @ApiProperty({ enum: [1, 2] })
  readonly round!: number;

  @ApiProperty({ description: '1, or more where the result was corrected' })
  readonly version!: number;

  @ApiProperty({
    type: [String],
    description: 'SHA-256 of `result.json` of each version, hex, the first one first; all stay published',
  })
  readonly versions!: readonly string[];
}

/** A confirmed result as anybody may see it, with the files of its bundle. */
export function resultView(found: PublishedResult, files: readonly NamedFile[]): ResultView {
  return {
    result: Buffer.from(found.result).toString('base64'),
    signature: Buffer.from(found.signature).toString('base64'),
    files: Object.values(bundleFiles),
    bundle: files.map(({ name, size, sha256 }) => ({ name, size, sha256: hex(sha256) })),
    round: found.round,
    version: found.version,
    versions: found.versions.map((digest) => hex(digest)),
  };
}
