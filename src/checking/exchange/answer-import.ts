import type { CaseService } from '../../cases/index.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { Clock } from '../../core/clock.js';
import { parseSignedDocument } from '../../core/cms/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { equalOctets, hex } from '../../core/octets.js';
import { fail, type Failure, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { taipeiDateOf } from '../../core/taipei-date.js';
import {
  findRoundInCheck,
  findSubmittedRound,
  type RoundInCheck,
  type SubmittedRound,
  verificationContext,
  type VerificationDependencies,
} from '../batch/submitted-round.js';
import type {
  AnswerErrorCode,
  AnswerStageErrorCode,
  ImportAnswerErrorCode,
  StageAnswerErrorCode,
} from '../errors.js';
import type { ReasonCode } from '../reason-codes.js';
import type {
  Batch,
  CommissionKey,
  RecordSource,
  ResultStore,
  RosterStore,
  SealedFile,
  VerdictStore,
} from '../ports.js';
import {
  drawUpResult,
  emptyTally,
  resultBytes,
  type ResultDocument,
  tallyOf,
} from '../result/result-document.js';
import { type ReasonSentence, sealedStruckOutList } from '../result/struck-out-list.js';
import { type MoiAnswer, readAnswer } from './moi-answer.js';
import { identityOf } from './roster-dispatch.js';

/** What taking in MOI's answer works with. */
export interface AnswerImportDependencies extends VerificationDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  readonly rosters: RosterStore;
  readonly results: ResultStore;
  readonly clock: Clock;
  /** MOI's certificate, DER. */
  readonly ministryCertificate: Uint8Array;
  /** For the struck-out list. */
  readonly reasonSentence: ReasonSentence;
}

/** Takes in MOI's answer, whole or not at all, and draws up what follows from it. */
export class AnswerImport {
  constructor(private readonly parts: AnswerImportDependencies) {}

  /** Reads an answer as if to take it in, and keeps it, sealed as it came, for two people to approve. */
  async stage(number: CaseNumber, files: readonly SealedFile[]): Promise<Result<void, StageAnswerErrorCode>> {
    const found = await this.sent(number);
    if (!found.ok) return found;
    const answer = await this.read(found.value.batch, files);
    if (!answer.ok) return answer;
    await this.parts.rosters.stageAnswer(found.value.batch, files);
    return ok(undefined);
  }

  /** What two people approve: the files handed in last, by name and the SHA-256 of their sealed bytes. */
  async approvalContent(number: CaseNumber): Promise<Result<Uint8Array, AnswerStageErrorCode>> {
    const found = await this.sent(number);
    if (!found.ok) return found;
    const files = await this.parts.rosters.stagedAnswer(found.value.batch);
    if (files.length === 0) return fail('check-not-ready');
    const listed = files.map(({ name, sealed }) => ({
      name,
      sha256: sha256Hex(sealed),
    }));
    const subject = { action: 'import-answer', ...identityOf(found.value.batch), files: listed };
    return ok(Buffer.from(canonicalJson(subject)));
  }

  /** Strikes out what MOI marked (REG 8), draws up the result and seals the struck-out list to the lead, in one transaction. */
  async import(number: CaseNumber): Promise<Result<ResultDocument, ImportAnswerErrorCode>> {
    const found = await this.sent(number);
    if (!found.ok) return found;
    const { batch, submitted } = found.value;
    const answer = await this.read(batch, await this.parts.rosters.stagedAnswer(batch));
    if (!answer.ok) return notOpenedAgain(answer.failure);
    const context = await verificationContext(submitted, this.parts);
    if (!context.ok) return context;
    const result = await this.drawUp(submitted, batch, answer.value);
    const struckOutList = await sealedStruckOutList({
      ...this.parts,
      batch,
      answer: answer.value,
      context: context.value,
      recipient: submitted.referendum.leadEncryptionCertificate,
    });
    await this.parts.rosters.applyAnswer(batch, answer.value, { result: resultBytes(result), struckOutList });
    return ok(result);
  }

  private sent(number: CaseNumber): Promise<Result<RoundInCheck, AnswerStageErrorCode>> {
    return findRoundInCheck(this.parts, number, (phase) => {
      if (phase === undefined || phase === 'sent') return undefined;
      return phase === 'answered' || phase === 'published' ? 'answer-already-imported' : 'roster-not-sent';
    });
  }

  private async read(
    batch: Batch,
    files: readonly SealedFile[],
  ): Promise<Result<MoiAnswer, AnswerErrorCode>> {
    const { commissionKey, ministryCertificate, verdicts } = this.parts;
    const opened = await openAnswer(files, commissionKey, ministryCertificate);
    if (!opened.ok) return opened;
    const rows = (await verdicts.counts(batch)).get(undefined) ?? 0;
    return readAnswer(opened.value, identityOf(batch), rows);
  }

  private async drawUp(
    { referendum, round, submission, submittedOn }: SubmittedRound,
    batch: Batch,
    answer: MoiAnswer,
  ): Promise<ResultDocument> {
    const electronic = tallyOf(withAnswer(await this.parts.verdicts.counts(batch), answer));
    if (electronic.submitted !== submission.recordCount) throw new Error('the verdicts are not one a record');
    return drawUpResult({
      case: referendum.number,
      round: round.ordinal,
      electorTotal: referendum.electorTotal,
      threshold: referendum.threshold,
      submittedOn,
      determinedOn: taipeiDateOf(this.parts.clock.now()),
      electronic,
      paper: emptyTally,
      earlierValid: round.ordinal === 1 ? 0 : await this.validInMainRound(referendum.number),
      merkleRoot: hex(submission.merkleRoot),
      keyStatementSha256: sha256Hex(round.keyStatement ?? new Uint8Array()),
      submissionStatementSha256: sha256Hex(submission.statement),
    });
  }

  private async validInMainRound(number: CaseNumber): Promise<number> {
    const main = await findSubmittedRound(this.parts.cases, number, 1);
    if (!main.ok) return 0;
    const batch = await this.parts.verdicts.batchOf(main.value.round.id);
    return batch === undefined ? 0 : ((await this.parts.verdicts.counts(batch)).get(undefined) ?? 0);
  }
}

/**
 * An answer was read whole before it was kept, and what was approved is what was kept. So only the commission's key can fail to
 * open it now; everything else is a bug.
 */
function notOpenedAgain({ code, values }: Failure<AnswerErrorCode>): Result<never, ImportAnswerErrorCode> {
  if (code !== 'answer-not-opened') throw new Error(`an answer that was read before is refused: ${code}`);
  return fail(code, values);
}

/** The counts as they will be once the answer is applied. */
function withAnswer(
  counts: ReadonlyMap<ReasonCode | undefined, number>,
  answer: MoiAnswer,
): ReadonlyMap<ReasonCode | undefined, number> {
  const after = new Map(counts);
  for (const code of answer.values()) after.set(code, (after.get(code) ?? 0) + 1);
  return after.set(undefined, (counts.get(undefined) ?? 0) - answer.size);
}

/** Files an answer may have: 25 million rows. */
const maximumFiles = 501;

/**
 * Opens the files of an answer with the commission's key and verifies that MOI's own certificate signed each: their clear
 * content by name. Refuses the whole with the first file at fault.
 */
async function openAnswer(
  files: readonly SealedFile[],
  commissionKey: CommissionKey,
  ministryCertificate: Uint8Array,
): Promise<Result<ReadonlyMap<string, Uint8Array>, AnswerErrorCode>> {
  const contents = new Map<string, Uint8Array>();
  if (files.length > maximumFiles) return fail('answer-file-unknown', { file: `${maximumFiles + 1}` });
  for (const { name, sealed } of files) {
    if (!answerName.test(name)) return fail('answer-file-unknown', { file: displayable(name) });
    if (contents.has(name)) return fail('answer-file-repeated', { file: name });
    const opened = await commissionKey.openWrapped(sealed);
    if (opened === undefined) return fail('answer-not-opened', { file: name });
    const signed = parseSignedDocument(opened);
    if (!signed.ok) return fail('answer-unsigned', { file: name });
    if (!equalOctets(signed.value.signer.der, ministryCertificate))
      return fail('answer-signed-by-another', { file: name });
    contents.set(name, signed.value.content);
  }
  return ok(contents);
}

/** Names that an answer's file may have. */
const answerName = /^(manifest\.json|part-\d{4}\.csv)$/;

/** A name from outside, fit for a sentence. */
function displayable(name: string): string {
  return name.replace(/[^\w.-]/g, '?').slice(0, 40);
}
