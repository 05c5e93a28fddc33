import type { JSONWebKeySet } from 'jose';
import { fail, type Failure, ok, type Result } from '../core/result.js';
import type { SignerTrust } from '../core/signer-path.js';
import type { ValidatorErrorCode } from '../core/validators.js';
import { ActsInLog } from './acts-in-log.js';
import { ExpectedHead, nextHead } from './chain.js';
import { CheckpointsInLog } from './checkpoints-in-log.js';
import type { AuditErrorCode } from './errors.js';
import { type AuditEvent, type ChainHead, emptyChain } from './event.js';
import { type ExportedLine, parseExportedLine } from './exported-line.js';
import { isSigned, verifyAct } from './signed-act.js';

/** What a verifier brings: nothing of it may come from the log, or from whoever keeps it. */
export interface ExportExpectations extends SignerTrust {
  /** The platform's public keys, as they were noted elsewhere. */
  readonly jwks: JSONWebKeySet;
  /** A head noted earlier. */
  readonly head?: ChainHead | undefined;
  /** Checkpoints noted earlier, compact JWS. */
  readonly checkpoints?: readonly string[];
}

/** What a verified export is. */
export interface ExportReport {
  readonly head: ChainHead;
  /** SignedData that were verified. */
  readonly signatures: number;
  /** Checkpoints that were verified. */
  readonly checkpoints: number;
  /** Number of events that the last checkpoint covers. Those after it stand by the chain and their signatures alone. */
  readonly covered: number;
  readonly lastCheckpointAt: Date;
}

type ExportErrorCode = AuditErrorCode | ValidatorErrorCode;
type Verified<Value> = Result<Value, ExportErrorCode>;

/**
 * Verifies an export, line by line, with only one line in memory at a time: the chain of the events; the SignedData of each act, its
 * statement, its signer and their path; an approval for each step that takes two people; each checkpoint's signature, the events it
 * stands for and the checkpoint before it. Failures name the first `line` that is wrong, where it is one line's.
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  expectations: ExportExpectations,
): Promise<Verified<ExportReport>> {
  const verification = new ExportVerification(expectations);
  const noted = await verification.checkpoints.expect(expectations.checkpoints ?? []);
  if (!noted.ok) return noted;
  for await (const text of lines) {
    const taken = await verification.take(text);
    if (!taken.ok) return taken;
  }
  return verification.finish();
}

class ExportVerification {
  readonly checkpoints: CheckpointsInLog;
  private readonly acts = new ActsInLog();
  private readonly expectedHead: ExpectedHead;
  private head: ChainHead = emptyChain;
  private line = 0;
  /** The event whose SignedData must be the next line. */
  private unsigned: AuditEvent | undefined;
  private signatures = 0;
  /** The first line at which a statement names a platform. */
  private readonly origins = new Map<string, number>();

  constructor(private readonly expectations: ExportExpectations) {
    this.checkpoints = new CheckpointsInLog(expectations.jwks);
    this.expectedHead = new ExpectedHead(expectations.head);
  }

  async take(text: string): Promise<Verified<void>> {
    this.line += 1;
    const parsed = parseExportedLine(text);
    if (!parsed.ok) return this.here(parsed.failure);
    const taken = await this.takeLine(parsed.value);
    return taken.ok ? taken : this.here(taken.failure);
  }

  finish(): Verified<ExportReport> {
    if (this.unsigned !== undefined) return fail('audit-signature-missing', { line: this.line });
    const reached = this.expectedHead.reached(this.head);
    if (!reached.ok) return reached;
    const unapproved = this.acts.firstUnapproved();
    if (unapproved !== undefined) return fail('audit-step-not-approved', { line: unapproved });
    const last = this.checkpoints.finish();
    if (!last.ok) return last;
    const stranger = [...this.origins].find(([origin]) => !this.checkpoints.issuers.has(origin));
    if (stranger !== undefined) return fail('audit-signature-wrong', { line: stranger[1] });
    const { number, head, issuedAt } = last.value;
    const { signatures } = this;
    return ok({
      head: this.head,
      signatures,
      checkpoints: number,
      covered: head.seq,
      lastCheckpointAt: issuedAt,
    });
  }

  private takeLine(line: ExportedLine): Verified<void> | Promise<Verified<void>> {
    if (line.kind === 'signed-data') return this.takeSignedData(line.signedData);
    // What is signed comes before whatever follows.
    if (this.unsigned !== undefined) return fail('audit-signature-missing');
    return line.kind === 'event' ? this.takeEvent(line.event) : this.checkpoints.take(line.jws, this.head);
  }

  private takeEvent(event: AuditEvent): Verified<void> {
    const next = nextHead(this.head, event);
    if (!next.ok) return next;
    this.head = next.value;
    this.expectedHead.pass(this.head);
    if (isSigned(event)) this.unsigned = event;
    else this.acts.enter(event, this.line);
    return ok(undefined);
  }

  private async takeSignedData(signedData: Uint8Array): Promise<Verified<void>> {
    const event = this.unsigned;
    if (event === undefined) return fail('audit-signature-wrong');
    const act = await verifyAct(event, signedData, this.acts, this.expectations);
    if (!act.ok) return act;
    const { origin } = act.value;
    if (!this.origins.has(origin)) this.origins.set(origin, this.line);
    this.signatures += 1;
    this.acts.enter(event, this.line);
    this.unsigned = undefined;
    return ok(undefined);
  }

  /** The failure at the line that is being taken. */
  private here({ code, values }: Failure<ExportErrorCode>): Verified<never> {
    const { line } = this;
    return fail(code, values?.cause === undefined ? { line } : { line, cause: values.cause });
  }
}
