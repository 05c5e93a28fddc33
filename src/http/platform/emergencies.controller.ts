import { Controller, Get, Inject, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AUDIT_LOG, type AuditEvent, type AuditLog } from '../../audit/index.js';
import { emergencyAction } from '../../staff/index.js';
import { Cacheable, keep, orKept } from '../cached-answer.js';
import { Limited } from '../limits/limited.js';

/** More than there should ever be. */
const shownAtMost = 100;

/** What the operator changed of the members past the two people. */
class EmergencyList {
  @ApiProperty({
    type: 'array',
    items: { type: 'object' },
    description:
      `The last ${shownAtMost} events, the latest first, as the audit log has them. \`details\` names the change, the member by UUID, ` +
      'the roles, and the document that ordered it.',
  })
  readonly events!: readonly AuditEvent[];
}

/** Where everybody sees that the rule of two people was not kept, and when. */
@ApiTags('platform')
@Controller('emergencies')
@Limited('public-reads')
export class EmergenciesController {
  constructor(@Inject(AUDIT_LOG) private readonly log: AuditLog) {}

  @Get()
  @ApiOperation({
    summary: 'Changes of the commission’s staff that the operator made alone, in an emergency; usually none',
  })
  @ApiOkResponse({ type: EmergencyList })
  @Cacheable()
  async all(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EmergencyList | StreamableFile> {
    const events = await this.log.latestOf(emergencyAction, shownAtMost);
    return orKept({ events }, keep.minute, request, reply);
  }
}
