import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { bundleFiles, PublicResults } from '../../checking/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import { AddressParameter, CaseNumberParameter } from '../address-parameter.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/endpoint-problems.js';

/** A confirmed result (查對結果). */
class ResultView {
  @ApiProperty({ format: 'byte', description: 'result.json: canonical JSON (RFC 8785), exactly as signed' })
  readonly result!: string;

  @ApiProperty({ format: 'byte', description: 'result.p7s: detached CMS SignedData by the commission, DER' })
  readonly signature!: string;

  @ApiProperty({ type: [String], description: 'Files of the bundle, each at `result/{file}`' })
  readonly files!: readonly string[];
}

const mediaTypes = new Map([
  ['csv', 'text/csv; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['p7m', 'application/pkcs7-mime'],
  ['p7s', 'application/pkcs7-signature'],
  ['pem', 'application/x-pem-file'],
]);

/** What anybody may see of a check, once two people have confirmed its result. */
@ApiTags('cases')
@Controller('cases/:caseNumber/result')
@Limited('public-reads')
export class ResultController {
  constructor(private readonly results: PublicResults) {}

  @Get()
  @ApiOperation({ summary: 'The confirmed result of the round checked last' })
  @ApiOkResponse({ type: ResultView })
  @Problems(['not-found'])
  async result(@CaseNumberParameter() caseNumber: CaseNumber): Promise<Result<ResultView, 'not-found'>> {
    const found = await this.results.find(caseNumber);
    if (found === undefined) return fail('not-found');
    return ok({
      result: Buffer.from(found.result).toString('base64'),
      signature: Buffer.from(found.signature).toString('base64'),
      files: Object.values(bundleFiles),
    });
  }

  @Get(':file')
  @ApiOperation({
    summary: 'A file of the bundle, as it is',
    description: 'Put them all into a folder and run `lianshu audit verify FOLDER`.',
  })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @Problems(['not-found'])
  async file(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @AddressParameter('file') name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<Buffer, 'not-found'>> {
    const content = await this.results.file(caseNumber, name);
    if (content === undefined) return fail('not-found');
    const type = mediaTypes.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
    void reply.type(type);
    return ok(Buffer.from(content));
  }
}
