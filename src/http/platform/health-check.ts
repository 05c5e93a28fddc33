import { Inject, Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  type BindingPart,
  bindingParts,
  HEALTH_ROUNDS,
  type HealthRounds,
  type OpenRound,
  RoundBindings,
} from '../../cosigning/index.js';
import { type TrustHealth, TrustService } from '../../trust/index.js';

/** The rounds that a health check compares, at most: a setting or a key that differs shows on the latest as on all. */
const comparedAtMost = 100;

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
export class HealthAnswer {
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
    description: `Of the latest ${comparedAtMost} cases that collect, those that this server does not serve: its settings or keys differ.`,
  })
  readonly notServed!: readonly RoundNotServed[];
}

/** Finds out whether this server can take co-signatures now. */
@Injectable()
export class HealthCheck {
  constructor(
    private readonly trust: TrustService,
    private readonly bindings: RoundBindings,
    @Inject(HEALTH_ROUNDS) private readonly openRounds: HealthRounds,
  ) {}

  /** Asks the database once, within the time of its own connections. */
  async check(): Promise<HealthAnswer> {
    const trust = this.trust.health();
    const open = await this.openRounds.latest(comparedAtMost);
    const notServed = await this.notServed(open ?? []);
    const database = open === undefined ? 'unreachable' : 'ok';
    const idle = notServed.length > 0 && notServed.length === open?.length;
    const status = trust.ready && database === 'ok' && !idle ? 'ok' : 'degraded';
    return { status, database, trust, notServed };
  }

  private async notServed(open: readonly OpenRound[]): Promise<readonly RoundNotServed[]> {
    const compared = await Promise.all(
      open.map(async (round) => ({
        case: round.caseNumber,
        differs: await this.bindings.differences(round),
      })),
    );
    return compared.filter(({ differs }) => differs.length > 0);
  }
}
