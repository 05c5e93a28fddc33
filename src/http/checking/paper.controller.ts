import { Body, Controller, Delete, Get, Headers, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  type EntryName,
  entryNames,
  type KeepPaperEntryErrorCode,
  keepPaperEntryErrorCodes,
  type KeptEntry,
  PaperService,
  type PaperStageErrorCode,
  paperStageErrorCodes,
  type RemovePaperEntryErrorCode,
  removePaperEntryErrorCodes,
  type SettlePaperDifferenceErrorCode,
  settlePaperDifferenceErrorCodes,
  type ShowPaperDifferenceErrorCode,
  showPaperDifferenceErrorCodes,
} from '../../checking/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, mapValue, ok, type Result } from '../../core/result.js';
import { paperFaultSentenceOf, preferredLanguage } from '../../messages/index.js';
import type { StaffSession } from '../../staff/index.js';
import { AddressParameter, CaseNumberParameter } from '../address-parameter.js';
import { MayCarry } from '../openapi/problems.js';
import { type FailureWithMembers, failWith, Problems } from '../problem/endpoint-problems.js';
import { CsvBody, CsvContent } from '../server/request-body.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { Paging } from '../validation/paging.pipe.js';
import {
  DifferencePageQuery,
  maximumEntryBytes,
  OpenedDifferenceView,
  openedDifferenceView,
  PaperDifferencePage,
  paperDifferencePage,
  PaperDifferenceView,
  paperDifferenceView,
  PaperEntryView,
  paperEntryView,
  PaperSettlementDto,
  PaperView,
  paperView,
  placeInAddress,
  RejectedRowsMembers,
} from './paper.dto.js';

/**
 * The entry of paper rows, twice by two people. Before the submission each endpoint answers the same bytes, whatever was collected, and
 * nothing of a paper row exists.
 */
@ApiTags('staff')
@Controller('staff/cases/:caseNumber/paper')
@StaffOnly()
export class PaperController {
  constructor(private readonly paper: PaperService) {}

  @Get()
  @ApiOperation({ summary: 'Where the entry of the paper rows (紙本登錄) stands' })
  @ApiOkResponse({ type: PaperView })
  @Problems(paperStageErrorCodes)
  async overview(
    @CaseNumberParameter() caseNumber: CaseNumber,
  ): Promise<Result<PaperView, PaperStageErrorCode>> {
    return mapValue(await this.paper.overview(caseNumber), paperView);
  }

  @Put('entries/:entry')
  @StaffOnly('verifier')
  @CsvBody(maximumEntryBytes)
  @ApiParam({ name: 'entry', enum: entryNames })
  @ApiOperation({
    summary: 'Upload one of the two entries of the paper rows: each by another person',
    description:
      'CSV (RFC 4180, UTF-8) with the header `page,line,national_id,code`, in order of page and line, both from 1 and without gaps. `code` is `00`, ' +
      'or what the household registration office found: R01 to R05, P01 to P03. It takes the place of an earlier one, and what was compared is ' +
      'compared anew. Rows are sealed before they are stored. A file with a rejected row is not stored.',
  })
  @ApiOkResponse({ type: PaperEntryView })
  @Problems(keepPaperEntryErrorCodes)
  @MayCarry(RejectedRowsMembers, 'paper-rows-rejected')
  async keepEntry(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @AddressParameter('entry') entry: string,
    @CsvContent() content: AsyncIterable<Uint8Array>,
    @CurrentSession() { memberId, holderDigest }: StaffSession,
    @Headers('accept-language') accepted: string | undefined,
  ): Promise<Result<PaperEntryView, KeepPaperEntryErrorCode> | FailureWithMembers<'paper-rows-rejected'>> {
    if (!isEntryName(entry)) return fail('not-found');
    const kept = await this.paper.keepEntry(caseNumber, entry, { memberId, holderDigest }, content);
    if (!kept.ok) return kept;
    return kept.value.kind === 'kept'
      ? ok(paperEntryView(kept.value.entry))
      : rejection(kept.value, accepted);
  }

  @Delete('entries/:entry')
  @HttpCode(204)
  @StaffOnly('verifier')
  @ApiParam({ name: 'entry', enum: entryNames })
  @ApiOperation({ summary: 'Remove an entry, and what was compared and settled' })
  @ApiNoContentResponse()
  @Problems(removePaperEntryErrorCodes)
  async removeEntry(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @AddressParameter('entry') entry: string,
    @CurrentSession() { memberId }: StaffSession,
  ): Promise<Result<void, RemovePaperEntryErrorCode>> {
    if (!isEntryName(entry)) return fail('not-found');
    return this.paper.removeEntry(caseNumber, entry, memberId);
  }

  @Get('differences')
  @StaffOnly('verifier')
  @ApiOperation({ summary: 'The rows on which the two entries disagree, without any value' })
  @ApiOkResponse({ type: PaperDifferencePage })
  @Problems(paperStageErrorCodes)
  async differences(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Paging() { after, limit }: DifferencePageQuery,
  ): Promise<Result<PaperDifferencePage, PaperStageErrorCode>> {
    const found = await this.paper.differencesAfter(caseNumber, after, limit);
    return mapValue(found, (differences) => paperDifferencePage(differences, limit));
  }

  @Get('differences/:page/:line')
  @StaffOnly('verifier')
  @ApiOperation({
    summary: 'Both values of one row, opened for the one who asks',
    description: 'The audit log says who opened which row, and nothing of what stands in it.',
  })
  @ApiOkResponse({ type: OpenedDifferenceView })
  @Problems(showPaperDifferenceErrorCodes)
  async openDifference(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @AddressParameter('page') page: string,
    @AddressParameter('line') line: string,
    @CurrentSession() { memberId }: StaffSession,
  ): Promise<Result<OpenedDifferenceView, ShowPaperDifferenceErrorCode>> {
    const place = placeInAddress(page, line);
    if (place === undefined) return fail('paper-difference-unknown');
    return mapValue(await this.paper.openDifference(caseNumber, place, memberId), openedDifferenceView);
  }

  @Put('differences/:page/:line')
  @StaffOnly('verifier')
  @ApiOperation({ summary: 'Settle one row: as one entry has it, or by a third value' })
  @ApiOkResponse({ type: PaperDifferenceView })
  @Problems(settlePaperDifferenceErrorCodes)
  async settleDifference(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @AddressParameter('page') page: string,
    @AddressParameter('line') line: string,
    @Body() wanted: PaperSettlementDto,
    @CurrentSession() { memberId }: StaffSession,
  ): Promise<Result<PaperDifferenceView, SettlePaperDifferenceErrorCode>> {
    const place = placeInAddress(page, line);
    if (place === undefined) return fail('paper-difference-unknown');
    return mapValue(
      await this.paper.settleDifference(caseNumber, place, wanted, memberId),
      paperDifferenceView,
    );
  }
}

function isEntryName(text: string): text is EntryName {
  return entryNames.some((name) => name === text);
}

/** The rejected rows, each with a sentence; nothing of what stands in them. */
function rejection(
  { count, rows }: Extract<KeptEntry, { kind: 'rejected' }>,
  accepted: string | undefined,
): FailureWithMembers<'paper-rows-rejected'> {
  const language = preferredLanguage(accepted);
  const failure = { code: 'paper-rows-rejected' as const, values: { rejected: count } };
  return failWith(failure, {
    rows: rows.map((row) => ({ ...row, message: paperFaultSentenceOf(row.reason, language) })),
  });
}
