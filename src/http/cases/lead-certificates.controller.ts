import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, type Result } from '../../core/result.js';
import {
  type LeadReplacementErrorCode,
  leadReplacementErrorCodes,
  LeadReplacementSteps,
  type StaffSession,
} from '../../staff/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { BodyLimit } from '../server/request-body.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { ApprovalView, approvalView } from '../staff/approval.dto.js';
import { fromBase64, IsBase64Bytes } from '../validation/field-decorators.js';

const maximumCertificate = 8192;
/** Bytes of JSON: two certificates, and some room. */
const largestPair = 32_768;

/** Both certificates of the lead's new card. */
export class LeadCertificatesDto {
  @ApiProperty({ format: 'byte', description: 'The lead’s new signing certificate, DER, base64.' })
  @IsBase64Bytes(maximumCertificate)
  readonly leadSigningCertificate!: string;

  @ApiProperty({ format: 'byte', description: 'The lead’s new encryption certificate, DER, base64.' })
  @IsBase64Bytes(maximumCertificate)
  readonly leadEncryptionCertificate!: string;
}

/** The lead's continuity: another card. */
@ApiTags('staff')
@Controller('staff/cases/:caseNumber/lead-certificates')
@StaffOnly('registrar')
export class LeadCertificatesController {
  constructor(private readonly steps: LeadReplacementSteps) {}

  @Post()
  @BodyLimit(largestPair)
  @ApiOperation({
    summary: 'Ask for the lead’s certificates to be replaced: a lost or renewed card, a changed name',
    description:
      'After the lead has been identified. Another member approves the request, who reads both subjects and SHA-256; neither may become the ' +
      'lead. Then all of the lead’s sessions end. The round key stays wrapped as it is: a deputy or the passphrase opens it.',
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(leadReplacementErrorCodes)
  async replace(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: LeadCertificatesDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, LeadReplacementErrorCode>> {
    const pair = {
      leadSigningCertificate: fromBase64(body.leadSigningCertificate),
      leadEncryptionCertificate: fromBase64(body.leadEncryptionCertificate),
    };
    return mapValue(await this.steps.request(caseNumber, pair, session), approvalView);
  }
}
