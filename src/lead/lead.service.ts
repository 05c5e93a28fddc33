import { Inject, Injectable } from '@nestjs/common';
import type { AuditEntry } from '../audit/index.js';
import { RoundBindings } from '../cosigning/index.js';
import {
  accessCodeDigest,
  asOf,
  bindingOf,
  type CaseEvent,
  caseMove,
  type CaseMove,
  type CaseRepository,
  closuresMoving,
  currentRound,
  leadAccessEnded,
  leadMaySignInOn,
  OFFICE_CLOSURES,
  type OfficeClosures,
} from '../cases/index.js';
import { type Clock, CLOCK } from '../core/clock.js';
import type { CaseNumber } from '../core/identifiers.js';
import { equalSecrets } from '../core/native-octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256 } from '../core/sha256.js';
import { type TaipeiDate, taipeiDateOf } from '../core/taipei-date.js';
import type {
  DraftSubmissionErrorCode,
  HandInKeyErrorCode,
  LeadCaseErrorCode,
  LeadStepErrorCode,
  OpenRoundErrorCode,
  SubmissionErrorCode,
} from './errors.js';
import { checkKeyMaterial, checkSignedByLead, keyMaterialOf, OpeningProbe } from './key-material.js';
import { moveRelyingOn, LeadCertificates } from './lead-certificates.js';
import {
  holdSeconds,
  type LeadCase,
  type LeadCaseToSign,
  keyEntry,
  leadEntry,
  notAllowed,
  type Progress,
  progressOf,
  type RecordPage,
  referenceOf,
  type SubmissionDraft,
} from './lead-case.js';
import {
  COMMISSION_RECIPIENT,
  type CommissionRecipient,
  type KeyMaterial,
  LEAD_CASE_REPOSITORY,
  LEAD_ROUNDS,
  type LeadRounds,
  type SubmissionTotals,
} from './ports.js';
import { recordPage, type WantedPage } from './record-page.js';
import { agreesWith, checkWrappedForCommission, submissionDetails, totalsOf } from './submission.js';

/**
 * What the lead of a case can do after signing in: open the round, see its progress, submit it, download its records.
 */
@Injectable()
export class LeadService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LEAD_CASE_REPOSITORY) private readonly cases: Pick<CaseRepository, 'find' | 'findByAccessCode'>,
    @Inject(LEAD_ROUNDS) private readonly rounds: LeadRounds,
    private readonly probe: OpeningProbe,
    private readonly bindings: RoundBindings,
    @Inject(COMMISSION_RECIPIENT) private readonly commission: CommissionRecipient,
    private readonly certificates: LeadCertificates,
    @Inject(OFFICE_CLOSURES) private readonly closures: OfficeClosures,
  ) {}

  /**
   * The case that has this registered certificate (DER) and this access code for its current round (REG 6). Undefined
   * otherwise, after about the same time. The caller must check that the person has the certificate's private key.
   */
  async findCase(certificate: Uint8Array, accessCode: string): Promise<CaseNumber | undefined> {
    const found = await this.cases.findByAccessCode(accessCodeDigest(accessCode));
    const registered = found?.referendum.leadSigningCertificate ?? new Uint8Array();
    const same = equalSecrets(sha256(certificate), sha256(registered));
    if (found === undefined || !same) return undefined;
    const { number, rounds } = found.referendum;
    const inHand = rounds.at(-1)?.ordinal === found.ordinal;
    return inHand && (await this.hasAccess(number)) ? number : undefined;
  }

  /** Whether the lead can do anything at all: fetch the last struck-out list even when all else here answers `not-found` (REG 6). */
  async hasAccess(caseNumber: CaseNumber): Promise<boolean> {
    const found = await this.cases.find(caseNumber);
    return found !== undefined && leadMaySignInOn(found, this.today());
  }

  /** The lead's own case. `not-found` where there is none, or the access has ended. */
  async find(caseNumber: CaseNumber): Promise<Result<LeadCase, LeadCaseErrorCode>> {
    const found = await this.cases.find(caseNumber);
    const referendum = found && asOf(found, this.today());
    const round = referendum && currentRound(referendum);
    if (referendum === undefined || round === undefined || leadAccessEnded(referendum.state))
      return fail('not-found');
    return ok({ referendum, round });
  }

  /**
   * The lead's own case with what to sign. Before the round opens, this makes the commission's round key if there is none.
   */
  async findToSign(caseNumber: CaseNumber): Promise<Result<LeadCaseToSign, LeadCaseErrorCode>> {
    const lead = await this.find(caseNumber);
    if (!lead.ok) return lead;
    return ok({ ...lead.value, terms: await this.bindings.termsToSign(lead.value.round) });
  }

  /**
   * Takes the round's key and answers the sealed probe. Until the round opens, the lead can hand in the same key again,
   * or another.
   */
  async handInKey(
    caseNumber: CaseNumber,
    material: KeyMaterial,
  ): Promise<Result<Uint8Array, HandInKeyErrorCode>> {
    const lead = await this.findFor(caseNumber, 'open-round');
    if (!lead.ok) return lead;
    const { referendum, round } = lead.value;
    const terms = await this.bindings.termsSigned(round);
    const checked = checkKeyMaterial(referendum, round, material, terms);
    if (!checked.ok) return checked;
    const validated = await this.certificates.validate(referendum, material.keyStatement);
    if (!validated.ok) return validated;
    const entry = keyEntry(lead.value, material, this.clock.now(), validated.value);
    const saved = await this.rounds.saveKey(referenceOf(lead.value), material, entry);
    return saved ? ok(this.probe.seal(round.id, material)) : notAllowed(referendum, 'open-round');
  }

  /** Opens the round once the lead has shown that the wrapped key opens (REG 6). */
  async open(
    caseNumber: CaseNumber,
    answer: Uint8Array,
  ): Promise<Result<LeadCaseToSign, OpenRoundErrorCode>> {
    const lead = await this.findFor(caseNumber, 'open-round');
    if (!lead.ok) return lead;
    const { referendum, round, move } = lead.value;
    const material = keyMaterialOf(round);
    const terms = await this.bindings.termsSigned(round);
    // The origin or the commission's key may have changed since the lead signed: then the lead signs anew.
    if (material === undefined || terms === undefined) return fail('round-key-missing');
    if (!checkKeyMaterial(referendum, round, material, terms).ok) return fail('round-key-missing');
    if (!this.probe.matches(round.id, material, answer)) return fail('probe-wrong');
    const validated = await this.certificates.validate(referendum, material.keyStatement);
    if (!validated.ok) return validated;
    const binding = await this.bindings.bind(referendum, terms);
    if (!binding.ok) return binding;
    const opening = { openedOn: this.today(), binding: binding.value };
    const opened = await this.rounds.open(moveRelyingOn(move, validated.value), round.id, material, opening);
    return opened ? this.findToSign(caseNumber) : notAllowed(referendum, 'open-round');
  }

  /** The count, the count per day, the days left, what has moved the last day, and the share of the threshold. */
  async progress(caseNumber: CaseNumber): Promise<Result<Progress, LeadCaseErrorCode>> {
    const lead = await this.find(caseNumber);
    if (!lead.ok) return lead;
    const { referendum, round } = lead.value;
    const byDay = await this.rounds.countByDay(round.id);
    const movedBy = closuresMoving(round, await this.closures.all());
    return ok(progressOf(referendum, round, byDay, movedBy, this.today()));
  }

  /** Stops recording for five minutes and answers the fields to sign. Each call starts the five minutes again. */
  async draftSubmission(caseNumber: CaseNumber): Promise<Result<SubmissionDraft, DraftSubmissionErrorCode>> {
    const lead = await this.findFor(caseNumber, 'submit');
    if (!lead.ok) return lead;
    const { referendum, round } = lead.value;
    const validated = await this.certificates.validate(referendum, round.keyStatement);
    if (!validated.ok) return validated;
    const entry = leadEntry(lead.value, 'submission-prepared', this.clock.now(), validated.value);
    const commitments = await this.rounds.hold(referenceOf(lead.value), holdSeconds, entry);
    if (commitments === undefined) return notAllowed(referendum, 'submit');
    const { origin } = bindingOf(round);
    const commissionCertificate = this.commission.certificate;
    return ok({ ...totalsOf(commitments), origin, holdSeconds, commissionCertificate });
  }

  /**
   * Submits the round. It can be submitted once (REG 7). Checks the lead's signature and certificate, then that the commission can open
   * the records. Then stops recording and checks that the signed totals are those of the stored records. Stores all or
   * nothing.
   */
  async submit(
    caseNumber: CaseNumber,
    statement: Uint8Array,
    wrappedKey: Uint8Array,
  ): Promise<Result<SubmissionTotals, SubmissionErrorCode>> {
    const lead = await this.findFor(caseNumber, 'submit', submissionDetails);
    if (!lead.ok) return lead;
    const { referendum, round, move } = lead.value;
    if (round.publicKey === undefined) throw new Error('a collecting round without a key');
    const content = checkSignedByLead(referendum, statement);
    if (!content.ok) return content;
    const validated = await this.certificates.validate(referendum, statement);
    if (!validated.ok) return validated;
    const wrapped = await checkWrappedForCommission(this.commission, round.publicKey, wrappedKey);
    if (!wrapped.ok) return wrapped;
    const submission = { submittedAt: this.clock.now(), statement, wrappedKey };
    const agree = agreesWith(content.value, referendum, round, wrappedKey);
    const submitted = await this.rounds.submit(
      moveRelyingOn(move, validated.value, statement),
      round.id,
      submission,
      agree,
    );
    return submitted ?? notAllowed(referendum, 'submit');
  }

  /** A page of the sealed records of a round that has opened, for the lead's own safekeeping. */
  async records(caseNumber: CaseNumber, page: WantedPage): Promise<Result<RecordPage, LeadCaseErrorCode>> {
    const lead = await this.find(caseNumber);
    return lead.ok ? recordPage(this.rounds, lead.value, page) : lead;
  }

  /** The lead's case, and the step that this event leads to now. */
  private async findFor<Outcome = unknown>(
    caseNumber: CaseNumber,
    event: CaseEvent,
    detailsOf?: (outcome: Outcome) => NonNullable<AuditEntry['details']>,
  ): Promise<Result<LeadCase & { readonly move: CaseMove<Outcome> }, LeadStepErrorCode>> {
    const lead = await this.find(caseNumber);
    if (!lead.ok) return lead;
    const { referendum } = lead.value;
    const by = { at: this.clock.now(), actor: 'lead' } as const;
    // A round past its last day has ended, and so has the lead's access. So only the state can refuse here.
    const move = caseMove(referendum, event, by, detailsOf);
    return move.ok ? ok({ ...lead.value, move: move.value }) : notAllowed(referendum, event);
  }

  private today(): TaipeiDate {
    return taipeiDateOf(this.clock.now());
  }
}
