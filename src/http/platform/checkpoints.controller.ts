import { Controller, Get, Inject, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PUBLISHED_CHECKPOINTS, type PublishedCheckpoints } from '../../audit/index.js';
import { Cacheable, isKept, keep, nothing, sha256OfView } from '../cached-answer.js';
import { Limited } from '../limits/limited.js';
import { PageField, PageLimit, Paging } from '../validation/paging.pipe.js';

/** Which page of the checkpoints is wanted. */
class CheckpointPageQuery {
  @ApiProperty({ type: 'integer', required: false, description: '`next` of the page before' })
  @IsOptional()
  @Matches(/^[0-9]{1,9}$/)
  @PageField(Number)
  readonly before?: number;

  @PageLimit({ usual: 24, maximum: 168 })
  readonly limit!: number;
}

/** A page of checkpoints, the latest first. */
class CheckpointPage {
  @ApiProperty({
    type: [String],
    description:
      'Each a compact JWS (RFC 7515) by a key of `/api/v1/keys`: `iss`, `number`, `events`, `head` (`hash` of the last event), ' +
      '`previous` (SHA-256 of the JWS before), `iat`. Keep those you have seen: `lianshu audit verify --checkpoints`.',
  })
  readonly checkpoints!: readonly string[];

  @ApiProperty({ required: false, type: 'integer', description: 'There may be more: ask with `before`' })
  readonly next?: number;
}

/** The signed checkpoints of the audit log, for anybody: what was published can't be taken back. */
@ApiTags('platform')
@Controller('audit/checkpoints')
@Limited('public-reads')
export class CheckpointsController {
  constructor(@Inject(PUBLISHED_CHECKPOINTS) private readonly checkpoints: PublishedCheckpoints) {}

  @Get()
  @ApiOperation({
    summary: 'The hourly checkpoints (簽章檢查點) of the audit log, the latest first',
    description: 'One an hour, whatever happens: co-signing leaves no event, so nothing of it shows.',
  })
  @ApiOkResponse({ type: CheckpointPage })
  @Cacheable()
  async page(
    @Paging() { before, limit }: CheckpointPageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CheckpointPage | StreamableFile> {
    const page = await this.checkpoints.page(before, limit);
    const last = page.length === limit ? page.at(-1) : undefined;
    const view = {
      checkpoints: page.map(({ jws }) => jws),
      ...(last === undefined || last.number === 1 ? {} : { next: last.number }),
    };
    return isKept(request, reply, { sha256: sha256OfView(view), cacheControl: keep.minute })
      ? nothing()
      : view;
  }
}
