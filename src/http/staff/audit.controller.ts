import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { AUDIT_LOG, type AuditEvent, type AuditLog } from '../../audit/index.js';
import { StaffOnly } from '../session-admission.js';
import { PageField, PageLimit, Paging } from '../validation/paging.pipe.js';

/** Which page of the audit log is wanted. */
class AuditPageQuery {
  @ApiProperty({
    type: 'integer',
    required: false,
    description: '`seq` of the last event seen; 0 where not given',
  })
  @IsOptional()
  @Matches(/^[0-9]{1,9}$/)
  @PageField(Number)
  readonly after?: number;

  @PageLimit({ usual: 100, maximum: 1000 })
  readonly limit!: number;
}

/** A page of the audit log, in order. */
class AuditPage {
  @ApiProperty({
    type: 'array',
    items: { type: 'object' },
    description:
      'Events as exported: `hash` is the SHA-256 of the canonical JSON (RFC 8785) of the rest, `previous` the hash before',
  })
  readonly events!: readonly AuditEvent[];
}

/** The audit log, for auditors. */
@ApiTags('staff')
@Controller('staff/audit')
@StaffOnly('auditor')
export class AuditController {
  constructor(@Inject(AUDIT_LOG) private readonly log: AuditLog) {}

  @Get()
  @ApiOperation({ summary: 'Events of the audit log after a place in it' })
  @ApiOkResponse({ type: AuditPage })
  async page(@Paging() { after = 0, limit }: AuditPageQuery): Promise<AuditPage> {
    return { events: await this.log.page(after, limit) };
  }
}
