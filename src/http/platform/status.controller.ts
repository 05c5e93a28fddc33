import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
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
  current(): Promise<StatusView> {
    return this.status.current();
  }
}
