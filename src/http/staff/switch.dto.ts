import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { type ServiceSwitch, type SwitchName, switchNames } from '../../cases/index.js';
import { MayBeLeftOut } from '../validation/field-decorators.js';

/** The greatest length of a text in UTF-16 units. The capability counts characters, with its own sentence. */
const maximumText = 1000;
const shown =
  'Shown to everybody on the status page and on the page of the case; one line of 1 to 200 characters. Left out where `on` is false.';

/** A switch of one case: whether its intake is to be paused. */
export class CaseSwitchDto {
  @ApiProperty({ description: 'True to pause, false to go on.' })
  @IsBoolean()
  readonly on!: boolean;

  @ApiProperty({
    required: false,
    description: `Why, in Traditional Chinese. ${shown}`,
    example: '讀卡元件更新中',
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(maximumText)
  readonly reasonZhTW?: string;

  @ApiProperty({
    required: false,
    description: `Why, in English. ${shown}`,
    example: 'The card program is being updated',
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(maximumText)
  readonly reasonEn?: string;
}

/** A switch of the whole platform. */
export class SwitchDto extends CaseSwitchDto {
  @ApiProperty({
    enum: switchNames,
    description:
      '`intake-paused`: no co-signature of any case is taken; `read-only`: nothing is taken of anybody but sign-in of staff and what ends this.',
  })
  @IsIn(switchNames)
  readonly name!: SwitchName;
}

/** A switch that is on. */
export class SwitchView {
  @ApiProperty({
    enum: switchNames,
    description:
      '`intake-paused`: no co-signature is taken; `read-only`: everything but public reads is paused',
  })
  readonly name!: SwitchName;

  @ApiProperty({ required: false, description: 'The case number (案號), where it is on for one case alone' })
  readonly case?: string;

  @ApiProperty({ format: 'date-time' })
  readonly since!: string;

  @ApiProperty({ description: 'In Traditional Chinese' })
  readonly reasonZhTW!: string;

  @ApiProperty({ description: 'In English' })
  readonly reasonEn!: string;
}

export function switchView({ name, caseNumber, since, reasonZhTW, reasonEn }: ServiceSwitch): SwitchView {
  const onCase = caseNumber === undefined ? {} : { case: caseNumber };
  return { name, ...onCase, since: since.toISOString(), reasonZhTW, reasonEn };
}
