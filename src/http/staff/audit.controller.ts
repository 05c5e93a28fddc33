import { Readable } from 'node:stream';
import { Controller, Get, Inject, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  AUDIT_LOG,
  type AuditLog,
  CHECKPOINT_STORE,
  type CheckpointStore,
  exportAuditLog,
} from '../../audit/index.js';
import { type Clock, CLOCK } from '../../core/clock.js';
import type { StaffSession } from '../../staff/index.js';
import { startingWith } from '../starting-with.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { Paging } from '../validation/paging.pipe.js';
import { AuditPage, AuditPageQuery } from './audit.dto.js';

const jsonLines = 'application/x-ndjson';

/** The audit log, for auditors. */
@ApiTags('staff')
@Controller('staff/audit')
@StaffOnly('auditor')
export class AuditController {
  constructor(
    @Inject(AUDIT_LOG) private readonly log: AuditLog,
    @Inject(CHECKPOINT_STORE) private readonly checkpoints: CheckpointStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Events of the audit log after a place in it, all or those that are wanted' })
  @ApiOkResponse({ type: AuditPage })
  async page(@Paging() query: AuditPageQuery): Promise<AuditPage> {
    const { after, limit, first = 'oldest', action, actor, case: caseNumber, from, until } = query;
    const wanted = { action, actor, caseNumber, from, until };
    return { events: await this.log.search({ after, first, ...wanted }, limit) };
  }

  @Get('export')
  @ApiOperation({
    summary: 'The whole audit log as `lianshu audit verify` reads it',
    description:
      'What `lianshu audit export` prints: a line of canonical JSON for each event, each signed act and each checkpoint. The signed acts have ' +
      'certificates, which name people: handle it as a file with names. An answer that breaks off is not the whole log. ' +
      'That it was handed over is the last event in it, `audit-log-exported`.',
  })
  @ApiOkResponse({ content: { [jsonLines]: { schema: { type: 'string', format: 'binary' } } } })
  async export(
    @CurrentSession() { memberId }: StaffSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { log, checkpoints } = this;
    await log.append({ at: this.clock.now(), actor: `staff:${memberId}`, action: 'audit-log-exported' });
    const lines = exportAuditLog({ log, checkpoints });
    const all = startingWith(await lines.next(), lines);
    void reply.type(jsonLines).header('cache-control', 'no-store');
    return new StreamableFile(Readable.from(all));
  }
}
