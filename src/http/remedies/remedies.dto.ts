import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { maximumLine, maximumPage } from '../../checking/index.js';
import { maximumAccountLength, type RemedyKind, remedyKinds } from '../../core/statement/index.js';
import { taipeiDateOf } from '../../core/taipei-date.js';
import type { CardRequest, RequestPage } from '../../remedies/index.js';
import { CardSignatureDto, cardSignatureOf } from '../card-signature.dto.js';
import { MayBeLeftOut, Nested } from '../validation/field-decorators.js';
import { PageField, PageLimit } from '../validation/paging.pipe.js';

/** What the challenge is for. */
export class RemedyChallengeDto {
  @ApiProperty({ enum: remedyKinds })
  @IsIn(remedyKinds)
  readonly kind!: RemedyKind;
}

/** A fresh challenge for such a request. */
export class RemedyChallengeAnswer {
  @ApiProperty({ description: 'Goes into the text as it is' })
  readonly challenge!: string;

  @ApiProperty({ format: 'date-time' })
  readonly expiresAt!: string;
}

/** A request signed by the holder of a card. The form of the account is checked by the core. */
class CardRequestDto {
  @ApiProperty({
    description: `What happened, in one paragraph of at most ${maximumAccountLength} characters`,
    maxLength: 2000,
  })
  @IsString()
  @MaxLength(2000)
  readonly account!: string;

  @ApiProperty({ description: 'The challenge that the signed text names', maxLength: 128 })
  @IsString()
  @MaxLength(128)
  readonly challenge!: string;

  @Nested(() => CardSignatureDto)
  readonly signature!: CardSignatureDto;
}

/** A report that somebody misused the card, or a withdrawal. */
export class HolderReportDto extends CardRequestDto {
  @ApiProperty({
    required: false,
    description: 'The receipt of the co-signature: JWS, compact. Needed once the case is closed',
    maxLength: 4096,
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(4096)
  readonly receipt?: string;
}

/** A co-signer's objection. */
export class OwnObjectionDto extends CardRequestDto {
  @ApiProperty({ description: 'The receipt of the co-signature: JWS, compact', maxLength: 4096 })
  @IsString()
  @MaxLength(4096)
  readonly receipt!: string;
}

/** A lead's objection. */
export class LeadObjectionDto {
  @ApiProperty({ description: 'The number in the struck-out list', pattern: '^[A-Z][A-Z0-9]\\d{8}$' })
  @Matches(/^[A-Z][A-Z0-9]\d{8}$/)
  readonly nationalId!: string;

  @ApiProperty({ maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  readonly account!: string;
}

/** A lead's objection to a paper row. */
export class PaperObjectionDto {
  @ApiProperty({ description: 'The page in the struck-out list', minimum: 1, maximum: maximumPage })
  @IsInt()
  @Min(1)
  @Max(maximumPage)
  readonly page!: number;

  @ApiProperty({ description: 'The line on that page', minimum: 1, maximum: maximumLine })
  @IsInt()
  @Min(1)
  @Max(maximumLine)
  readonly line!: number;

  @ApiProperty({ maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  readonly account!: string;
}

/** What a member of staff proposes. */
export class ProposalDto {
  @ApiProperty({ enum: ['upheld', 'dismissed'] })
  @IsIn(['upheld', 'dismissed'])
  readonly outcome!: 'upheld' | 'dismissed';

  @ApiProperty({ description: 'For the person who asked: nothing personal, one paragraph', maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  readonly reason!: string;
}

/** What two people decided. */
class DecisionView {
  @ApiProperty({ enum: ['upheld', 'dismissed'] })
  readonly outcome!: string;

  @ApiProperty()
  readonly reason!: string;

  @ApiProperty({ format: 'date' })
  readonly on!: string;
}

/** A request as the staff who decide see it. */
class RemedyRequestView {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ enum: remedyKinds })
  readonly kind!: string;

  @ApiProperty({ enum: ['co-signer', 'lead'] })
  readonly by!: string;

  @ApiProperty({ enum: [1, 2] })
  readonly round!: number;

  @ApiProperty({ format: 'date' })
  readonly filedOn!: string;

  @ApiProperty()
  readonly account!: string;

  @ApiProperty({ required: false, description: 'Of an objection to a paper row: its page' })
  readonly page?: number;

  @ApiProperty({ required: false, description: 'The line on that page' })
  readonly line?: number;

  @ApiProperty({ type: DecisionView, required: false })
  readonly decision?: DecisionView;
}

/** Which page of a case's requests is wanted. */
export class RemedyPageQuery {
  @ApiProperty({ required: false, format: 'uuid', description: '`next` of the page before' })
  @IsOptional()
  @IsUUID()
  readonly after?: string;

  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'True: only those on which nobody has decided',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  @PageField((text) => text === 'true')
  readonly open?: boolean;

  @PageLimit({ usual: 50, maximum: 100 })
  readonly limit!: number;
}

/** A page of the requests of a case. */
export class RemedyRequestsView {
  @ApiProperty({ type: [RemedyRequestView] })
  readonly requests!: readonly RemedyRequestView[];

  @ApiProperty({ required: false, format: 'uuid', description: 'There may be more: ask with `after`' })
  readonly next?: string;
}

/** A holder's request as the capability takes it. */
export function cardRequestOf<Body extends HolderReportDto>(body: Body): CardRequest & Pick<Body, 'receipt'> {
  const { signature, ...request } = body;
  return { ...request, signature: cardSignatureOf(signature) };
}

/** The requests as they are sent. */
export function requestsView({ requests, next }: RequestPage): RemedyRequestsView {
  return {
    ...(next === undefined ? {} : { next }),
    requests: requests.map(({ decision, place, ...request }) => {
      const view = { ...request, ...(place === undefined ? {} : { page: place.page, line: place.line }) };
      if (decision === undefined) return view;
      const { outcome, reason, decidedAt } = decision;
      return { ...view, decision: { outcome, reason, on: taipeiDateOf(decidedAt) } };
    }),
  };
}
