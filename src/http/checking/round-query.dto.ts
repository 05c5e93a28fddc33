import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { RoundOrdinal } from '../../core/identifiers.js';
import { PageField } from '../validation/paging.pipe.js';

/** Of which round of the case something is wanted. */
export class RoundQuery {
  @ApiProperty({
    required: false,
    enum: ['1', '2'],
    description: 'The round: 1, or 2 for the supplement (補提). The round checked last where not given.',
  })
  @IsOptional()
  @IsIn(['1', '2'])
  @PageField(Number)
  readonly round?: RoundOrdinal;
}
