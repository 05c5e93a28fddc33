import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { parseCaseNumber } from '../../core/case-number.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { hex } from '../../core/octets.js';
import { isMessageCode, type Language, sentenceOf } from '../../messages/index.js';
import { type ApprovalRequest, type ApprovalState, approvalStatement } from '../../staff/index.js';
import { CardSignatureDto } from '../card-signature.dto.js';
import { Nested } from '../validation/field-decorators.js';
import { PageField, PageLimit } from '../validation/paging.pipe.js';

function caseNumberOf(text: string): CaseNumber | undefined {
  const number = parseCaseNumber(text);
  return number.ok ? number.value : undefined;
}

/** Which page of requests is wanted. */
export class ApprovalPageQuery {
  @ApiProperty({ required: false, format: 'uuid', description: '`next` of the page before' })
  @IsOptional()
  @IsUUID()
  readonly before?: string;

  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'True: only those that can still be approved, and that whoever asks did not ask for',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  @PageField((text) => text === 'true')
  readonly waiting?: boolean;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Only those on this case (案號)',
    example: '9001',
  })
  @IsOptional()
  @Matches(/^(?:[1-9][0-9]{0,9}|R[1-9][0-9]{0,8})$/)
  @PageField(caseNumberOf)
  readonly case?: CaseNumber;

  @PageLimit({ usual: 50, maximum: 100 })
  readonly limit!: number;
}

/** The second person's signature. */
export class ApprovalSignature {
  @Nested(() => CardSignatureDto)
  readonly signature!: CardSignatureDto;
}

/** A request for two people's approval (核可). */
export class ApprovalView {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'start-check' })
  readonly action!: string;

  @ApiProperty({ required: false, description: 'Case number (案號), where the action is on a case' })
  readonly case?: string;

  @ApiProperty({ description: 'SHA-256 of exactly what is approved, hex' })
  readonly subjectDigest!: string;

  @ApiProperty({ description: 'The exact text the approver signs, as UTF-8' })
  readonly statement!: string;

  @ApiProperty({ enum: ['pending', 'approved', 'executed', 'failed'] })
  readonly state!: ApprovalState;

  @ApiProperty({ format: 'uuid', description: 'The member who asks' })
  readonly requestedBy!: string;

  @ApiProperty({ format: 'date-time' })
  readonly requestedAt!: string;

  @ApiProperty({ format: 'date-time', description: 'From then on nobody can approve it' })
  readonly expiresAt!: string;

  @ApiProperty({ required: false, format: 'uuid' })
  readonly approvedBy?: string;

  @ApiProperty({ required: false, format: 'date-time' })
  readonly approvedAt?: string;

  @ApiProperty({ required: false, description: 'Why carrying it out failed' })
  readonly failureCode?: string;
}

/** A request, with what is approved. */
export class ApprovalDetail extends ApprovalView {
  @ApiProperty({
    format: 'byte',
    description:
      'Exactly what is approved: canonical JSON (RFC 8785), base64. Its SHA-256 is `subjectDigest`, which the statement names.',
  })
  readonly content!: string;

  @ApiProperty({
    required: false,
    description: '`failureCode` as a sentence, in zh-TW or English by `Accept-Language`',
  })
  readonly failure?: string;
}

/** What goes with the problem where an approved action fails while it is carried out. */
export class NotExecutedMembers {
  @ApiProperty({
    required: false,
    type: ApprovalView,
    description: 'The request as it now is; where it was carried out and failed.',
  })
  readonly request?: ApprovalView;
}

/** A page of requests, the latest first. */
export class ApprovalPage {
  @ApiProperty({ type: [ApprovalView] })
  readonly requests!: readonly ApprovalView[];

  @ApiProperty({ required: false, format: 'uuid', description: 'There may be more: ask with `before`' })
  readonly next?: string;
}

/** A request as staff see it. */
export function approvalView(request: ApprovalRequest): ApprovalView {
  const { id, action, state, requestedBy, approvedBy, approvedAt, failureCode } = request;
  return {
    id,
    action,
    ...(request.caseNumber === undefined ? {} : { case: request.caseNumber }),
    subjectDigest: hex(request.contentDigest),
    statement: Buffer.from(approvalStatement(request)).toString('utf8'),
    state,
    requestedBy,
    requestedAt: request.requestedAt.toISOString(),
    expiresAt: request.expiresAt.toISOString(),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(approvedAt === undefined ? {} : { approvedAt: approvedAt.toISOString() }),
    ...(failureCode === undefined ? {} : { failureCode }),
  };
}

/** A request with what is approved and, in this language, why carrying it out failed. The values of the failure are not kept. */
export function approvalDetail(request: ApprovalRequest, language: Language): ApprovalDetail {
  const { content, failureCode: code } = request;
  return {
    ...approvalView(request),
    content: Buffer.from(content).toString('base64'),
    ...(code === undefined || !isMessageCode(code) ? {} : { failure: sentenceOf({ code }, language) }),
  };
}
