import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import type { AuditEvent } from '../../audit/index.js';
import { PageField, PageLimit } from '../validation/paging.pipe.js';

/** Which page of the audit log is wanted, and of which events. */
export class AuditPageQuery {
  @ApiProperty({
    type: 'integer',
    required: false,
    description: '`seq` of the last event seen; from one end of the log where not given',
  })
  @IsOptional()
  @Matches(/^[0-9]{1,9}$/)
  @PageField(Number)
  readonly after?: number;

  @ApiProperty({
    required: false,
    enum: ['oldest', 'latest'],
    default: 'oldest',
    description: 'What comes first',
  })
  @IsOptional()
  @IsIn(['oldest', 'latest'])
  readonly first?: 'oldest' | 'latest';

  @ApiProperty({ required: false, description: 'Only events of this action', example: 'case-registered' })
  @IsOptional()
  @Matches(/^[a-z][a-z-]{0,63}$/)
  readonly action?: string;

  @ApiProperty({
    required: false,
    description: 'Only events by this actor: `system`, `lead`, or `staff:` and a member’s identifier',
    example: 'system',
  })
  @IsOptional()
  @Matches(/^[a-z]{1,16}(?::[0-9a-f-]{36})?$/)
  readonly actor?: string;

  @ApiProperty({ required: false, description: 'Only events on this case (案號)', example: '9001' })
  @IsOptional()
  @Matches(/^(?:[1-9][0-9]{0,9}|R[1-9][0-9]{0,8})$/)
  readonly case?: string;

  @ApiProperty({
    type: String,
    required: false,
    format: 'date-time',
    description: 'Only events at this time or later',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  @PageField((text) => new Date(text))
  readonly from?: Date;

  @ApiProperty({
    type: String,
    required: false,
    format: 'date-time',
    description: 'Only events before this time',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  @PageField((text) => new Date(text))
  readonly until?: Date;

  @PageLimit({ usual: 100, maximum: 1000 })
  readonly limit!: number;
}

/** A page of the audit log. */
export class AuditPage {
  @ApiProperty({
    type: 'array',
    items: { type: 'object' },
    description:
      'Events as exported: `hash` is the SHA-256 of the canonical JSON (RFC 8785) of the rest, `previous` the hash before',
  })
  readonly events!: readonly AuditEvent[];
}
