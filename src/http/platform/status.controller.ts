import { Controller, Get, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Cacheable, keep, orKept } from '../cached-answer.js';
import { Limited } from '../limits/limited.js';
import { ServiceStatus } from './service-status.js';
import { StatusView } from './status.dto.js';

/** For everybody who wants to know whether the service works. */
@ApiTags('platform')
@Controller('status')
@Limited('public-reads')
export class StatusController {
  constructor(private readonly status: ServiceStatus) {}

  @Get()
  @ApiOperation({ summary: 'Whether co-signatures are taken, since when, and which pauses are planned' })
  @ApiOkResponse({ type: StatusView })
  @Cacheable()
  async current(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StatusView | StreamableFile> {
    return orKept(await this.status.current(), keep.moment, request, reply);
  }
}
