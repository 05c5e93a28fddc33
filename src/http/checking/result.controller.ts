import { Readable } from 'node:stream';
import { Controller, Get, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type BundleFile, PublicResults, type WantedVersion } from '../../checking/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { AddressParameter, CaseNumberParameter } from '../address-parameter.js';
import { startingWith } from '../starting-with.js';
import { Cacheable, isKept, keep, type Kept, nothing, sha256OfView } from '../cached-answer.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/endpoint-problems.js';
import { Paging } from '../validation/paging.pipe.js';
import { ResultView, resultView } from './result.dto.js';
import { RoundQuery } from './round-query.dto.js';

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
  @ApiOperation({ summary: 'The confirmed result of a round' })
  @ApiOkResponse({ type: ResultView })
  @Cacheable()
  @Problems(['not-found'])
  async result(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Paging() { round }: RoundQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<ResultView | StreamableFile, 'not-found'>> {
    const found = await this.results.find(caseNumber, round);
    if (found === undefined) return fail('not-found');
    const view = resultView(found, await this.results.filesOf(found));
    const kept = { sha256: sha256OfView(view), cacheControl: keep.untilReplaced };
    return ok(isKept(request, reply, kept) ? nothing() : view);
  }

  @Get(':file')
  @ApiOperation({
    summary: 'A file of the bundle, as it is',
    description:
      'Put them all into a folder and run `lianshu audit verify FOLDER`. Each was made once, at the publication; its `ETag` is its ' +
      'SHA-256. The files of a supplement (補提) take the place of those of the main round, and those of a corrected result the place of the ' +
      'one before, so ask again at each use; `rounds/{round}/versions/{version}/{file}` never changes.',
  })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @Cacheable()
  @Problems(['not-found'])
  async file(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @AddressParameter('file') name: string,
    @Paging() { round }: RoundQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<StreamableFile, 'not-found'>> {
    const wanted = round === undefined ? {} : { round };
    return this.send(await this.results.file(caseNumber, name, wanted), name, request, reply);
  }

  @Get('rounds/:round/versions/:version/:file')
  @ApiOperation({
    summary: 'A file of the bundle of one version of one round’s result',
    description:
      'It never changes, and may be kept for ever. Version 1 was confirmed first; each later one corrects the one before it.',
  })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @Cacheable()
  @Problems(['not-found'])
  async fileOfVersion(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @AddressParameter('round') round: string,
    @AddressParameter('version') version: string,
    @AddressParameter('file') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<StreamableFile, 'not-found'>> {
    const wanted = versionOf(round, version);
    const file = wanted && (await this.results.file(caseNumber, name, wanted));
    return this.send(file, name, request, reply);
  }

  private async send(
    file: BundleFile | undefined,
    name: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Result<StreamableFile, 'not-found'>> {
    if (file === undefined) return fail('not-found');
    const kept = { sha256: hex(file.sha256), cacheControl: cacheControlOf(file.final) };
    const type = mediaTypes.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
    void reply.type(type);
    if (isKept(request, reply, kept)) return ok(nothing());
    if (request.method !== 'HEAD') return ok(await streamed(file));
    void reply.header('content-length', file.size);
    return ok(nothing());
  }
}

/** Round and version of an address; undefined where there can be no such thing. */
function versionOf(round: string, version: string): Required<WantedVersion> | undefined {
  const isOne = /^[12]$/.test(round) && /^[1-9]\d{0,2}$/.test(version);
  return isOne ? { round: round === '1' ? 1 : 2, version: Number(version) } : undefined;
}

function cacheControlOf(final: boolean): Kept['cacheControl'] {
  return final ? keep.forEver : keep.untilReplaced;
}

/**
 * Sends the content as the client takes it, and reads nothing after the client has gone. The first piece is read beforehand, so that a
 * fault is still answered as one; after it, a fault breaks the answer off.
 */
async function streamed(file: BundleFile): Promise<StreamableFile> {
  const pieces = file.content()[Symbol.asyncIterator]();
  const all = startingWith(await pieces.next(), pieces);
  return new StreamableFile(Readable.from(all, { objectMode: false, highWaterMark: 1 }), {
    length: file.size,
  });
}
