import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DATABASE_CHECK, type DatabaseCheck } from '../../cosigning/index.js';
import { type TrustHealth, TrustService } from '../../trust/index.js';

/** Whether the platform can take co-signatures. It doesn't show how many there are. */
class HealthAnswer {
  @ApiProperty({ enum: ['ok', 'degraded'] })
  readonly status!: 'ok' | 'degraded';

  @ApiProperty({ enum: ['ok', 'unreachable'] })
  readonly database!: 'ok' | 'unreachable';

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Revocation data by source: fresh, stale or missing.',
  })
  readonly trust!: TrustHealth;
}

/** For load balancers and people on duty. */
@ApiTags('platform')
@Controller('health')
export class HealthController {
  constructor(
    private readonly trust: TrustService,
    @Inject(DATABASE_CHECK) private readonly database: DatabaseCheck,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Whether co-signatures can be taken: 503 while revocation data is stale or the database is away',
  })
  @ApiResponse({ status: 200, type: HealthAnswer })
  @ApiResponse({ status: 503, type: HealthAnswer })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthAnswer> {
    const trust = this.trust.health();
    const database = await this.database().then(
      () => 'ok' as const,
      () => 'unreachable' as const,
    );
    const status = trust.ready && database === 'ok' ? 'ok' : 'degraded';
    void reply.status(status === 'ok' ? 200 : 503).header('cache-control', 'no-store');
    return { status, database, trust };
  }
}
