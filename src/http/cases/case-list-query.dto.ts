import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { ListPosition } from '../../cases/index.js';
import { caseNumberForm } from '../../core/case-number.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { PageField, PageLimit } from '../validation/paging.pipe.js';

/** Whether rehearsals are wanted. Never mixed: without it, the real cases. */
const RehearsalsField = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: Boolean,
      required: false,
      default: false,
      description: 'True for the rehearsals (演練) instead of the real cases.',
    }),
    IsOptional(),
    IsIn(['true', 'false']),
    PageField((text) => text === 'true'),
  );

/** Which cases staff want to see. */
export class StaffCaseListQuery {
  @RehearsalsField()
  readonly rehearsals?: boolean;
}

/** Which page of the cases staff want. */
export class StaffCasePageQuery extends StaffCaseListQuery {
  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'True: only those of which a round is submitted or being checked (查對).',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  @PageField((text) => text === 'true')
  readonly inCheck?: boolean;

  @ApiProperty({ type: String, required: false, description: '`next` of the page before.', example: '9001' })
  @IsOptional()
  @Matches(caseNumberForm)
  readonly after?: CaseNumber;

  @PageLimit({ usual: 100, maximum: 1000 })
  readonly limit!: number;
}

/** Which page of the public cases is wanted. */
export class PublicCaseListQuery {
  @RehearsalsField()
  readonly rehearsals?: boolean;

  @ApiProperty({
    type: String,
    required: false,
    description: '`next` of the page before.',
    example: 'collecting-9001',
  })
  @IsOptional()
  @Matches(/^(?:collecting|other)-(?:[1-9][0-9]{0,9}|R[1-9][0-9]{0,8})$/)
  @PageField(positionOf)
  readonly after?: ListPosition;

  @PageLimit({ usual: 50, maximum: 100 })
  readonly limit!: number;
}

function positionOf(text: string): ListPosition {
  const [group, number] = text.split('-');
  return { collecting: group === 'collecting', number: number as CaseNumber };
}

/** A place in the list, as a query names it. */
export const positionText = ({ collecting, number }: ListPosition): string =>
  `${collecting ? 'collecting' : 'other'}-${number}`;
