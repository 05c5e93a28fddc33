import { Controller, Get, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarService } from '../../cases/index.js';
import { Cacheable, keep, orKept } from '../cached-answer.js';
import { Limited } from '../limits/limited.js';
import { ClosureList, closureView } from './calendar.dto.js';

/** The days on which government offices are closed, for everybody who counts days. */
@ApiTags('cases')
@Controller('closures')
@Limited('public-reads')
export class ClosuresController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @ApiOperation({
    summary: 'The days on which government offices are closed, as two people have entered them (ACT 6)',
    description:
      'A last day on which a natural disaster closes the offices moves to the next day that they are open, for every case.',
  })
  @ApiOkResponse({ type: ClosureList })
  @Cacheable()
  async all(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClosureList | StreamableFile> {
    const closures = (await this.calendar.closures()).map(closureView);
    return orKept({ closures }, keep.minute, request, reply);
  }
}
