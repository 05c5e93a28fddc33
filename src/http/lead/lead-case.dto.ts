import { ApiProperty } from '@nestjs/swagger';
import type { Round } from '../../cases/index.js';
import { type LeadCaseToSign, undertaking } from '../../lead/index.js';
import { base64, CaseView, caseView } from '../cases/case.dto.js';
import { StaffRoundView, submissionView } from '../cases/staff-round.dto.js';

/** The current round: as staff see it, with its key. */
class LeadRoundView extends StaffRoundView {
  @ApiProperty({
    format: 'byte',
    description: 'The commission’s round key, which the key statement names: SubjectPublicKeyInfo, DER.',
  })
  readonly commissionRoundKey!: string;

  @ApiProperty({ required: false, format: 'byte', description: 'SubjectPublicKeyInfo, DER, once handed in.' })
  readonly publicKey?: string;

  @ApiProperty({ required: false, format: 'byte', description: 'CMS EnvelopedData, DER, once handed in.' })
  readonly wrappedKey?: string;

  @ApiProperty({ required: false, format: 'byte', description: 'CMS SignedData, DER, once handed in.' })
  readonly keyStatement?: string;
}

/** The lead's own case. */
export class LeadCaseView extends CaseView {
  @ApiProperty({ description: 'The reason (理由書).' })
  readonly reason!: string;

  @ApiProperty({
    description: 'The undertaking (切結書) that the key statement contains; a paragraph a line.',
  })
  readonly undertaking!: string;

  @ApiProperty({ description: 'The platform’s origin, as it stands in what the lead signs.' })
  readonly origin!: string;

  @ApiProperty({ required: false, description: 'Where people co-sign, while the round collects (REG 6).' })
  readonly signingAddress?: string;

  @ApiProperty({ type: LeadRoundView })
  readonly round!: LeadRoundView;
}

/** The lead's own case. */
export function leadCaseView({ referendum, round, terms }: LeadCaseToSign): LeadCaseView {
  const { origin, commissionRoundKey } = terms;
  const signingAddress = `${origin}/cases/${referendum.number}`;
  return {
    ...caseView(referendum),
    reason: referendum.reason,
    undertaking,
    origin,
    ...(referendum.state === 'collecting' ? { signingAddress } : {}),
    round: leadRoundView(round, commissionRoundKey),
  };
}

function leadRoundView(round: Round, commissionRoundKey: Uint8Array): LeadRoundView {
  const { ordinal, codeIssuedOn, firstDay, lastDay, openedOn, submission } = round;
  return {
    round: ordinal,
    codeIssuedOn,
    firstDay,
    lastDay,
    ...(openedOn === undefined ? {} : { openedOn }),
    commissionRoundKey: base64(commissionRoundKey),
    ...keyView(round),
    ...(submission === undefined ? {} : { submission: submissionView(submission) }),
  };
}

/** The key material of a round, where it has been handed in. */
export function keyView({ publicKey, wrappedKey, keyStatement }: Round) {
  if (publicKey === undefined) return {};
  return {
    publicKey: base64(publicKey),
    wrappedKey: base64(wrappedKey),
    keyStatement: base64(keyStatement),
  };
}
