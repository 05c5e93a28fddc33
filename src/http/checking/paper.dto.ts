import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import {
  type DifferenceKind,
  differenceKinds,
  type EntryName,
  entryNames,
  maximumLine,
  maximumPage,
  type OpenedDifference,
  type PaperEntry,
  type PaperOverview,
  type PaperPlace,
  type PaperRow,
  type PaperRowFaultCode,
  paperRowFaultCodes,
  type SettledAs,
  type StoredDifference,
} from '../../checking/index.js';
import { hex } from '../../core/octets.js';
import { MayBeLeftOut } from '../validation/field-decorators.js';
import { PageField, PageLimit } from '../validation/paging.pipe.js';

/** The greatest size of an entry in bytes: a million rows, and some. */
export const maximumEntryBytes = 33_554_432;

/** Differences of a page, at most. */
const maximumDifferences = 500;

/** One of the two entries. It names nobody but who entered it. */
export class PaperEntryView {
  @ApiProperty({ enum: entryNames })
  readonly entry!: EntryName;

  @ApiProperty({ format: 'uuid', description: 'The member who entered it' })
  readonly enteredBy!: string;

  @ApiProperty({ format: 'date-time' })
  readonly enteredAt!: string;

  @ApiProperty()
  readonly rows!: number;

  @ApiProperty({ description: 'SHA-256 over the sealed parts, hex' })
  readonly sha256!: string;
}

/** Where the entry of the paper rows (紙本登錄) stands. */
export class PaperView {
  @ApiProperty({ type: [PaperEntryView] })
  readonly entries!: readonly PaperEntryView[];

  @ApiProperty({ description: 'Rows on which the two entries disagree' })
  readonly differencesFound!: number;

  @ApiProperty({ description: 'Those that are not settled' })
  readonly differencesOpen!: number;
}

/** A line of a file that is rejected. */
class RejectedRowView {
  @ApiProperty({ description: 'The line of the file, from 1' })
  readonly fileLine!: number;

  @ApiProperty({ required: false })
  readonly page?: number;

  @ApiProperty({ required: false })
  readonly line?: number;

  @ApiProperty({ enum: paperRowFaultCodes })
  readonly reason!: PaperRowFaultCode;

  @ApiProperty({ description: 'Why, and what to do' })
  readonly message!: string;
}

/** What goes with the problem where rows are rejected. */
export class RejectedRowsMembers {
  @ApiProperty({ type: [RejectedRowView], description: 'In the order of the file, 1,000 at most' })
  readonly rows!: readonly RejectedRowView[];
}

/** Which page of differences is wanted. */
export class DifferencePageQuery {
  @ApiProperty({ type: String, required: false, description: '`next` of the page before', example: '12-3' })
  @IsOptional()
  @IsString()
  @Matches(/^[1-9]\d{0,5}-[1-9]\d{0,2}$/)
  @PageField(placeOf)
  readonly after?: PaperPlace;

  @PageLimit({ usual: 100, maximum: maximumDifferences })
  readonly limit!: number;
}

function placeOf(text: string): PaperPlace {
  const [page = '', line = ''] = text.split('-');
  return { page: Number(page), line: Number(line) };
}

/** The place that two parameters of an address name; undefined where no row can stand there. */
export function placeInAddress(page: string, line: string): PaperPlace | undefined {
  const isPlace = /^[1-9]\d{0,5}$/.test(page) && /^[1-9]\d{0,2}$/.test(line);
  const place = { page: Number(page), line: Number(line) };
  return isPlace && place.page <= maximumPage && place.line <= maximumLine ? place : undefined;
}

/** A row on which the two entries disagree. It holds none of its values. */
export class PaperDifferenceView {
  @ApiProperty()
  readonly page!: number;

  @ApiProperty()
  readonly line!: number;

  @ApiProperty({ enum: differenceKinds, description: 'What differs' })
  readonly kind!: DifferenceKind;

  @ApiProperty({
    required: false,
    enum: [...entryNames, 'other'],
    description: 'What holds, once it is settled',
  })
  readonly settledAs?: SettledAs;

  @ApiProperty({ required: false, format: 'uuid', description: 'The member who settled it' })
  readonly settledBy?: string;

  @ApiProperty({ required: false, format: 'date-time' })
  readonly settledAt?: string;
}

/** A page of differences, in order of page and line. */
export class PaperDifferencePage {
  @ApiProperty({ type: [PaperDifferenceView] })
  readonly differences!: readonly PaperDifferenceView[];

  @ApiProperty({ required: false, description: 'There may be more: ask with `after`' })
  readonly next?: string;
}

/** What one entry has in a row. Personal data. */
class PaperValueView {
  @ApiProperty({ description: 'As it was entered' })
  readonly nationalId!: string;

  @ApiProperty({ description: '`00`, or an office’s code', example: '00' })
  readonly code!: string;
}

/** Both values of a row, opened for the one who asks. Personal data. */
export class OpenedDifferenceView extends PaperDifferenceView {
  @ApiProperty({
    required: false,
    type: PaperValueView,
    description: 'Left out where the first entry has no such row',
  })
  readonly first?: PaperValueView;

  @ApiProperty({
    required: false,
    type: PaperValueView,
    description: 'Left out where the second entry has no such row',
  })
  readonly second?: PaperValueView;
}

/** How a row is settled. */
export class PaperSettlementDto {
  @ApiProperty({
    enum: [...entryNames, 'other'],
    description:
      'As this entry has it, also where it doesn’t have the row; or by a third value, read on paper again',
  })
  @IsIn([...entryNames, 'other'])
  readonly settledAs!: SettledAs;

  @ApiProperty({ required: false, maxLength: 10, description: 'With `other`' })
  @MayBeLeftOut()
  @IsString()
  @Matches(/^[A-Z0-9]{0,10}$/)
  readonly nationalId?: string;

  @ApiProperty({ required: false, description: 'With `other`: `00`, or an office’s code', example: '00' })
  @MayBeLeftOut()
  @IsString()
  @Matches(/^[A-Z0-9]{2,3}$/)
  readonly code?: string;
}

/** An entry as it is sent. */
export function paperEntryView({ name, memberId, enteredAt, rows, sha256 }: PaperEntry): PaperEntryView {
  return {
    entry: name,
    enteredBy: memberId,
    enteredAt: enteredAt.toISOString(),
    rows,
    sha256: hex(sha256),
  };
}

/** An overview as it is sent. */
export function paperView({ entries, differences }: PaperOverview): PaperView {
  return {
    entries: entries.map(paperEntryView),
    differencesFound: differences.found,
    differencesOpen: differences.open,
  };
}

/** A difference as it is sent. */
export function paperDifferenceView({ page, line, kind, settlement }: StoredDifference): PaperDifferenceView {
  if (settlement === undefined) return { page, line, kind };
  const { settledAs, settledBy, settledAt } = settlement;
  return { page, line, kind, settledAs, settledBy, settledAt: settledAt.toISOString() };
}

/** A page of differences as it is sent. */
export function paperDifferencePage(
  differences: readonly StoredDifference[],
  limit: number,
): PaperDifferencePage {
  const last = differences.length === limit ? differences.at(-1) : undefined;
  const next = last === undefined ? {} : { next: `${last.page}-${last.line}` };
  return { differences: differences.map(paperDifferenceView), ...next };
}

/** Both values of a row as they are sent. */
export function openedDifferenceView({ difference, rows }: OpenedDifference): OpenedDifferenceView {
  const { first, second } = rows;
  return {
    ...paperDifferenceView(difference),
    ...(first === undefined ? {} : { first: paperValueView(first) }),
    ...(second === undefined ? {} : { second: paperValueView(second) }),
  };
}

function paperValueView({ nationalId, found }: PaperRow): PaperValueView {
  return { nationalId, code: found ?? '00' };
}
