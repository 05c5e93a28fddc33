import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type BindingPart,
  bindingParts,
  DATABASE_CHECK,
  type DatabaseCheck,
  HEALTH_OPEN_ROUNDS,
  type OpenRounds,
  RoundBindings,
} from '../../cosigning/index.js';
import { type TrustHealth, TrustService } from '../../trust/index.js';

/** A case that collects and for which this server takes no co-signatures. */
class RoundNotServed {
  @ApiProperty({ description: 'The case number (案號)' })
  readonly case!: string;

  @ApiProperty({
    isArray: true,
    enum: bindingParts,
    description: 'What is not as it was when the round opened',
  })
  readonly differs!: readonly BindingPart[];
}

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

  @ApiProperty({
    type: [RoundNotServed],
    description: 'Cases that collect and that this server does not serve: its settings or keys differ.',
  })
  readonly notServed!: readonly RoundNotServed[];
}

/** For load balancers and people on duty. */
@ApiTags('platform')
@Controller('health')
export class HealthController {
  constructor(
    private readonly trust: TrustService,
    @Inject(DATABASE_CHECK) private readonly database: DatabaseCheck,
    private readonly bindings: RoundBindings,
    @Inject(HEALTH_OPEN_ROUNDS) private readonly openRounds: OpenRounds,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'Whether co-signatures can be taken: 503 while revocation data is stale, the database is away, or no case that collects is served here',
  })
  @ApiResponse({ status: 200, type: HealthAnswer })
  @ApiResponse({ status: 503, type: HealthAnswer })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthAnswer> {
    const trust = this.trust.health();
    const rounds = await this.rounds();
    const database = rounds === undefined ? 'unreachable' : 'ok';
    const { notServed = [], served = 0 } = rounds ?? {};
    const idle = notServed.length > 0 && served === 0;
    const status = trust.ready && database === 'ok' && !idle ? 'ok' : 'degraded';
    void reply.status(status === 'ok' ? 200 : 503).header('cache-control', 'no-store');
    return { status, database, trust, notServed };
  }

  /** How many of the cases that collect this server serves, and which not; undefined where the database doesn't answer. */
  private async rounds(): Promise<
    { readonly served: number; readonly notServed: readonly RoundNotServed[] } | undefined
  > {
    try {
      await this.database();
      const open = await this.openRounds.all();
      const compared = await Promise.all(
        open.map(async (round) => ({
          case: round.caseNumber,
          differs: await this.bindings.differences(round),
        })),
      );
      const notServed = compared.filter(({ differs }) => differs.length > 0);
      return { served: open.length - notServed.length, notServed };
    } catch {
      return undefined;
    }
  }
}
