import { ApiProperty } from '@nestjs/swagger';
import {
  type CaseState,
  caseStates,
  type ListPosition,
  type PublicCase,
  type PublicCaseEntry,
  type PublicRound,
  type ServiceSwitch,
} from '../../cases/index.js';
import { isRehearsal } from '../../core/case-number.js';
import { sha256Hex } from '../../core/sha256.js';
import { type SealingMode, sealingModes } from '../../core/statement/index.js';
import { positionText } from './case-list-query.dto.js';
import { base64, CaseView, caseView } from './case.dto.js';
import { IntakePauseView, intakePause } from './intake-pause.dto.js';

/** A round of a case as anybody may see it. It never contains the number of co-signatures. */
class PublicRoundView {
  @ApiProperty({ enum: [1, 2], description: '1 the main round, 2 the supplement (補提).' })
  readonly round!: number;

  @ApiProperty({ format: 'date', description: 'First Taipei day of collecting.' })
  readonly firstDay!: string;

  @ApiProperty({ format: 'date', description: 'Last Taipei day of collecting.' })
  readonly lastDay!: string;

  @ApiProperty({ description: 'Whether one can co-sign today.' })
  readonly collecting!: boolean;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Taipei days on which one can still co-sign, today included; 0 where none is left.',
  })
  readonly daysLeft!: number;

  @ApiProperty({
    format: 'byte',
    description: 'The lead’s round key, the outer seal of all records: SubjectPublicKeyInfo, DER.',
  })
  readonly publicKey!: string;

  @ApiProperty({ description: 'SHA-256 of `publicKey`, as the key statement names it: lower-case hex.' })
  readonly publicKeyFingerprint!: string;

  @ApiProperty({
    format: 'byte',
    description: 'The commission’s round key, the inner seal of all records: SubjectPublicKeyInfo, DER.',
  })
  readonly commissionRoundKey!: string;

  @ApiProperty({
    description: 'SHA-256 of `commissionRoundKey`, as the key statement names it: lower-case hex.',
  })
  readonly commissionRoundKeyFingerprint!: string;

  @ApiProperty({
    format: 'byte',
    description: 'The key statement (金鑰聲明書) signed by the lead’s card: CMS SignedData, DER.',
  })
  readonly keyStatement!: string;
}

const leadName =
  'The lead proposer (領銜人): the common name in the subject of their signing certificate; empty where that has none.';

/** A case as anybody may see it. */
export class PublicCaseView extends CaseView {
  @ApiProperty({ description: 'The reason (理由書). Its lines are ended by LF.' })
  readonly reason!: string;

  @ApiProperty({ description: leadName, example: '王小明' })
  readonly leadName!: string;

  @ApiProperty({
    description: 'The platform’s origin, as it stands in what co-signers and the lead sign.',
    example: 'https://connect.example.gov.tw',
  })
  readonly origin!: string;

  @ApiProperty({ type: [PublicRoundView] })
  readonly rounds!: readonly PublicRoundView[];

  @ApiProperty({
    required: false,
    description:
      'While two people have paused the intake of this case or of all: `collecting` and the last days stay as they are.',
  })
  readonly intakePaused?: IntakePauseView;
}

/** What anybody may see of a case that is public. `pause`: why its co-signatures are not taken now. */
export function publicCaseView(
  { referendum, leadName, origin, rounds }: PublicCase,
  pause?: ServiceSwitch,
): PublicCaseView {
  return {
    ...caseView(referendum),
    reason: referendum.reason,
    leadName,
    origin,
    rounds: rounds.map(publicRoundView),
    ...(rounds.some(({ collecting }) => collecting) ? intakePause(pause) : {}),
  };
}

function publicRoundView({ round, collecting, daysLeft }: PublicRound): PublicRoundView {
  const { ordinal, firstDay, lastDay, publicKey, binding, keyStatement } = round;
  return {
    round: ordinal,
    firstDay,
    lastDay,
    collecting,
    daysLeft,
    publicKey: base64(publicKey),
    publicKeyFingerprint: fingerprint(publicKey),
    commissionRoundKey: base64(binding?.commissionRoundKey),
    commissionRoundKeyFingerprint: fingerprint(binding?.commissionRoundKey),
    keyStatement: base64(keyStatement),
  };
}

/** SHA-256 in hex; empty where there is no key. */
const fingerprint = (key: Uint8Array | undefined): string => (key === undefined ? '' : sha256Hex(key));

/** A public case in the list. It never contains the number of co-signatures. */
class PublicCaseEntryView {
  @ApiProperty({ description: 'The case number (案號).', example: '9001' })
  readonly number!: string;

  @ApiProperty({ description: 'Whether this is a rehearsal (演練), which has no legal effect.' })
  readonly rehearsal!: boolean;

  @ApiProperty({ description: 'The main text (主文).' })
  readonly mainText!: string;

  @ApiProperty({ enum: caseStates })
  readonly state!: CaseState;

  @ApiProperty({ enum: sealingModes, description: 'What the lead reads of each co-signature.' })
  readonly mode!: SealingMode;

  @ApiProperty({ format: 'date', description: 'First Taipei day of the latest round that has opened.' })
  readonly firstDay!: string;

  @ApiProperty({ format: 'date', description: 'Its last Taipei day.' })
  readonly lastDay!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    required: false,
    description:
      'Taipei days on which one can still co-sign, today included; only where one can co-sign today.',
  })
  readonly daysLeft?: number;

  @ApiProperty({ description: leadName, example: '王小明' })
  readonly leadName!: string;
}

/** A page of the public cases. */
export class PublicCaseList {
  @ApiProperty({ type: [PublicCaseEntryView] })
  readonly cases!: readonly PublicCaseEntryView[];

  @ApiProperty({ required: false, description: 'There may be more: ask with `after`.' })
  readonly next?: string;
}

/** A page of the public cases. */
export function publicCaseList({
  entries,
  next,
}: {
  readonly entries: readonly PublicCaseEntry[];
  readonly next?: ListPosition;
}): PublicCaseList {
  return { cases: entries.map(entryView), ...(next === undefined ? {} : { next: positionText(next) }) };
}

function entryView({ listed, round, leadName, collecting, daysLeft }: PublicCaseEntry): PublicCaseEntryView {
  const { number, mainText, state, mode } = listed;
  const { firstDay, lastDay } = round;
  return {
    number,
    rehearsal: isRehearsal(number),
    mainText,
    state,
    mode,
    firstDay,
    lastDay,
    ...(collecting ? { daysLeft } : {}),
    leadName,
  };
}
