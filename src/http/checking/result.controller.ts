import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { bundleFiles, PublicResults } from '../../checking/index.js';
import { caseNumberIn } from '../cases/case-number.js';
import { Problems } from '../openapi/problems.js';
import { ProblemException } from '../problem/problem.js';

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

/** What anybody may have of a check, once two people have confirmed its result. */
@ApiTags('cases')
@Controller('cases/:caseNumber/result')
export class ResultController {
  constructor(private readonly results: PublicResults) {}

  @Get()
  @ApiOperation({ summary: 'The confirmed result of the round checked last' })
  @ApiOkResponse({ type: ResultView })
  @Problems('not-found')
  async result(@Param('caseNumber') caseNumber: string): Promise<ResultView> {
    const found = await this.results.find(caseNumberIn(caseNumber));
    if (found === undefined) throw new ProblemException({ code: 'not-found' });
    return {
      result: Buffer.from(found.result).toString('base64'),
      signature: Buffer.from(found.signature).toString('base64'),
      files: Object.values(bundleFiles),
    };
  }

  @Get(':file')
  @ApiOperation({
    summary: 'A file of the bundle, as it is',
    description: 'Put them all into a folder and run `lianshu audit verify FOLDER`.',
  })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @Problems('not-found')
  async file(
    @Param('caseNumber') caseNumber: string,
    @Param('file') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.results.file(caseNumberIn(caseNumber), name);
    if (content === undefined) throw new ProblemException({ code: 'not-found' });
    const type = mediaTypes.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
    await reply.type(type).send(Buffer.from(content));
  }
}
