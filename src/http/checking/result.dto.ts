import { ApiProperty } from '@nestjs/swagger';
import { bundleFiles, type PublishedResult } from '../../checking/index.js';
import { hex } from '../../core/octets.js';

/** A confirmed result (查對結果). */
export class ResultView {
  @ApiProperty({ format: 'byte', description: 'result.json: canonical JSON (RFC 8785), exactly as signed' })
  readonly result!: string;

  @ApiProperty({ format: 'byte', description: 'result.p7s: detached CMS SignedData by the commission, DER' })
  readonly signature!: string;

  @ApiProperty({ type: [String], description: 'Files of the bundle, each at `result/{file}`' })
  readonly files!: readonly string[];

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

/** A confirmed result as anybody may see it. */
export function resultView(found: PublishedResult): ResultView {
  return {
    result: Buffer.from(found.result).toString('base64'),
    signature: Buffer.from(found.signature).toString('base64'),
    files: Object.values(bundleFiles),
    round: found.round,
    version: found.version,
    versions: found.versions.map((digest) => hex(digest)),
  };
}
