import { BoundedMap } from '../core/bounded-map.js';
import { isRehearsal } from '../core/case-number.js';
import type { Clock } from '../core/clock.js';
import type { CaseNumber } from '../core/identifiers.js';
import { type NationalId, parseNationalId } from '../core/national-id.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256 } from '../core/sha256.js';
import { renderStatement } from '../core/statement/index.js';
import { admitsSigningMethod, type TrustConfiguration } from '../trust/index.js';
import type { AcknowledgedCoSignature, CoSigningService } from './cosigning.service.js';
import type { MobileCoSignErrorCode, MobilePushErrorCode } from './errors.js';
import { type CoSignatureRequest, type CoSigningChallenges, statementFieldsOf } from './intake.js';
import { type MobileTicket, MobileTickets } from './mobile-ticket.js';
import type { MobileSigning, OpenRound } from './ports.js';

/** What the co-signing by mobile certificate works with. */
export interface MobileCoSigningDependencies {
  readonly clock: Clock;
  readonly rules: Pick<TrustConfiguration, 'policies'>;
  /** Undefined where the platform is connected to no service. */
  readonly service: MobileSigning | undefined;
  readonly challenges: CoSigningChallenges;
  readonly coSigning: Pick<CoSigningService, 'servedRound' | 'coSign'>;
  /** A secret that every process of the platform has. */
  readonly secret: Uint8Array;
}

/** A request that was handed to the service. */
export interface PushedRequest {
  /** To come back with: {@link MobileCoSigning.coSign}. */
  readonly ticket: string;
  /** Four digits that the phone shows too. */
  readonly comparisonCode: string;
  /** Until when the phone takes a signature. */
  readonly expiresAt: Date;
}

/** What came of a request: a co-signature that is durable, or nothing yet. */
export type MobileOutcome =
  AcknowledgedCoSignature | { readonly outcome: 'waiting'; readonly seconds: number };

/** The service wants not to be asked more often, in seconds. */
const pollSeconds = 4;
/** How long a person has, in seconds, if the challenge lasts as long. */
const signingSeconds = { least: 30, most: 300 };
/** What of the challenge's time is left for fetching the signature. */
const fetchingSeconds = 30;
/** Requests of which is remembered when the service was last asked. */
const maximumRemembered = 10_000;

/**
 * Co-signing by mobile certificate: the statement goes to the service, the person signs it on their phone, and what comes back is taken like
 * a card's signature. Between the two requests the platform keeps nothing: the person has a sealed ticket. Nobody learns whether a number has
 * a mobile certificate, or whether its holder declined.
 */
export class MobileCoSigning {
  private readonly tickets: MobileTickets;
  private readonly asked = new BoundedMap<string, number>(maximumRemembered);

  constructor(private readonly dependencies: MobileCoSigningDependencies) {
    this.tickets = new MobileTickets(dependencies.secret);
  }

  /** Asks whoever has this number to sign the statement with this challenge. */
  async push(
    caseNumber: CaseNumber,
    { nationalId: typed, challenge }: Omit<CoSignatureRequest, 'signature'>,
  ): Promise<Result<PushedRequest, MobilePushErrorCode>> {
    const service = this.admitted();
    if (service === undefined) return fail('signing-method-not-admitted');
    const round = await this.dependencies.coSigning.servedRound(caseNumber);
    if (!round.ok) return round;
    const nationalId = parseNationalId(typed);
    if (!nationalId.ok) return nationalId;
    const at = this.dependencies.clock.now();
    const fresh = this.dependencies.challenges.verify(round.value, challenge, at);
    if (!fresh.ok) return fresh;
    const seconds = secondsToSign(fresh.value.expiresAt, at);
    return seconds < signingSeconds.least
      ? fail('challenge-stale')
      : this.ask(service, { round: round.value, nationalId: nationalId.value, challenge, seconds, at });
  }

  /** Takes the co-signature if the person has signed. Asks the service no more often than it wants. */
  async coSign(
    caseNumber: CaseNumber,
    { nationalId: typed, ticket }: { readonly nationalId: string; readonly ticket: string },
  ): Promise<Result<MobileOutcome, MobileCoSignErrorCode>> {
    const service = this.admitted();
    if (service === undefined) return fail('signing-method-not-admitted');
    const round = await this.dependencies.coSigning.servedRound(caseNumber);
    if (!round.ok) return round;
    const nationalId = parseNationalId(typed);
    if (!nationalId.ok) return nationalId;
    const bearer = { ...round.value, nationalId: nationalId.value };
    const opened = this.tickets.open(bearer, ticket);
    if (opened === undefined) return fail('mobile-ticket-malformed');
    if (!this.mayAskAbout(opened)) return waiting;
    const signature = await service.result(opened.transaction);
    if (!signature.ok) return signature;
    if (signature.value === undefined) return this.unsigned(opened);
    const { challenge } = opened;
    return this.dependencies.coSigning.coSign(caseNumber, {
      nationalId: nationalId.value,
      challenge,
      signature: signature.value,
      method: 'mobile',
    });
  }

  private admitted(): MobileSigning | undefined {
    const { clock, rules, service } = this.dependencies;
    return admitsSigningMethod(rules.policies, 'mobile', clock.now()) ? service : undefined;
  }

  private async ask(
    service: MobileSigning,
    { round, nationalId, challenge, seconds, at }: Question,
  ): Promise<Result<PushedRequest, MobilePushErrorCode>> {
    const comparisonCode = comparisonCodeOf(challenge);
    const pushed = await service.push({
      nationalId,
      content: renderStatement(statementFieldsOf(round), nationalId, challenge),
      hint: hintOf(round.caseNumber, comparisonCode),
      seconds,
    });
    if (!pushed.ok) return pushed;
    const expiresAt = at.getTime() + seconds * 1000;
    const ticket = { challenge, expiresAt, transaction: pushed.value };
    return ok({
      ticket: this.tickets.seal({ ...round, nationalId }, ticket),
      comparisonCode,
      expiresAt: new Date(expiresAt),
    });
  }

  private mayAskAbout({ transaction }: MobileTicket): boolean {
    const now = this.dependencies.clock.now().getTime();
    const last = this.asked.get(transaction.ticketId);
    if (last !== undefined && now - last < pollSeconds * 1000) return false;
    this.asked.set(transaction.ticketId, now);
    return true;
  }

  private unsigned({ expiresAt }: MobileTicket): Result<MobileOutcome, 'mobile-signature-missing'> {
    return this.dependencies.clock.now().getTime() > expiresAt ? fail('mobile-signature-missing') : waiting;
  }
}

interface Question {
  readonly round: OpenRound;
  readonly nationalId: NationalId;
  readonly challenge: string;
  readonly seconds: number;
  readonly at: Date;
}

const waiting = ok({ outcome: 'waiting', seconds: pollSeconds } as const);

function secondsToSign(challengeExpiresAt: Date, at: Date): number {
  const left = Math.floor((challengeExpiresAt.getTime() - at.getTime()) / 1000) - fetchingSeconds;
  return Math.min(signingSeconds.most, left);
}

/** Four digits of the challenge's SHA-256: who is asked to sign sees that the request is the one they made. */
function comparisonCodeOf(challenge: string): string {
  const number = Buffer.from(sha256(challenge)).readUInt32BE(0) % 10_000;
  return String(number).padStart(4, '0');
}

function hintOf(caseNumber: CaseNumber, comparisonCode: string): string {
  const what = isRehearsal(caseNumber) ? '電子連署演練' : '連署公民投票案';
  return `${what} ${caseNumber}，核對碼 ${comparisonCode}`;
}
