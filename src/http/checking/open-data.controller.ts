import { Readable } from 'node:stream';
import { Controller, Get, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenData, type OpenDataForm, withheld } from '../../checking/index.js';
import { Cacheable, isKept, keep, nothing, sha256OfView } from '../cached-answer.js';
import { Limited } from '../limits/limited.js';

/** A line of the data dictionary. */
class OpenDataFieldView {
  @ApiProperty({
    description: 'The column of `results.csv`, and the member of `results.json`',
    example: 'case',
  })
  readonly name!: string;

  @ApiProperty({ enum: ['text', 'integer', 'date', 'integer or withheld'] })
  readonly type!: string;

  @ApiProperty({ description: 'What it is, in zh-TW', example: '案號' })
  readonly zhTW!: string;

  @ApiProperty({ description: 'What it is', example: 'Case number' })
  readonly en!: string;
}

/** The data dictionary. */
class OpenDataDictionary {
  @ApiProperty({
    description: 'Changes where a field goes or changes its meaning; a new field does not change it',
    example: 1,
  })
  readonly version!: number;

  @ApiProperty({
    description: 'Stands in place of a number below five, or of one that would tell it',
    example: withheld,
  })
  readonly withheld!: string;

  @ApiProperty({ type: [OpenDataFieldView] })
  readonly fields!: readonly OpenDataFieldView[];
}

/** The published results across cases, to compute with. */
@ApiTags('open data')
@Controller('open-data')
@Limited('public-reads')
export class OpenDataController {
  constructor(private readonly openData: OpenData) {}

  @Get('results.csv')
  @ApiOperation({
    summary: 'All published results as CSV (RFC 4180, UTF-8): a line for each round of a case',
    description:
      'By case number and round. The fields are in the dictionary. Nothing is here before two people have confirmed a result, and no rehearsal (演練).',
  })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @Cacheable()
  csv(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    void reply.type('text/csv; charset=utf-8');
    return this.answer('csv', request, reply);
  }

  @Get('results.json')
  @ApiOperation({ summary: 'The same as JSON: `{ "version": 1, "results": [ … ] }`' })
  @ApiOkResponse({
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: { version: { type: 'integer' }, results: { type: 'array', items: { type: 'object' } } },
        },
      },
    },
  })
  @Cacheable()
  json(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    void reply.type('application/json; charset=utf-8');
    return this.answer('json', request, reply);
  }

  @Get('dictionary.json')
  @ApiOperation({ summary: 'The data dictionary (資料字典): each field with its type and what it is' })
  @ApiOkResponse({ type: OpenDataDictionary })
  @Cacheable()
  dictionary(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): OpenDataDictionary | StreamableFile {
    const fields = this.openData.dictionary().map(({ name, type, zhTW, en }) => ({ name, type, zhTW, en }));
    const view: OpenDataDictionary = { version: 1, withheld, fields };
    const kept = { sha256: sha256OfView(view), cacheControl: keep.minute };
    return isKept(request, reply, kept) ? nothing() : view;
  }

  private async answer(
    form: OpenDataForm,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { sha256, size, content } = await this.openData.file(form);
    if (isKept(request, reply, { sha256, cacheControl: keep.minute })) return nothing();
    if (request.method === 'HEAD') {
      void reply.header('content-length', size);
      return nothing();
    }
    return new StreamableFile(Readable.from(content(), { objectMode: false }), { length: size });
  }
}
