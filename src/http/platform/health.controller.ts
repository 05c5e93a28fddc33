import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Limited } from '../limits/limited.js';
import { HealthAnswer, HealthCheck } from './health-check.js';

/** For load balancers and people on duty. */
@ApiTags('platform')
@Controller('health')
@Limited('health')
export class HealthController {
  constructor(private readonly check: HealthCheck) {}

  @Get()
  @ApiOperation({
    summary:
      'Whether co-signatures can be taken: 503 while revocation data is stale, the database is away, or no case that collects is served here',
  })
  @ApiResponse({ status: 200, type: HealthAnswer })
  @ApiResponse({ status: 503, type: HealthAnswer })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthAnswer> {
    const answer = await this.check.check();
    void reply.status(answer.status === 'ok' ? 200 : 503).header('cache-control', 'no-store');
    return answer;
  }
}
