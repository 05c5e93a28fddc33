import { challengeLifetime, issueChallenge, verifyChallenge } from '../core/challenge.js';
import type { Clock } from '../core/clock.js';
import type { CardSignature } from '../core/cms/card.js';
import { verifyCardSignature } from '../core/cms/index.js';
import { type Holder, holderDigest } from '../core/holder.js';
import { fail, ok, type Result } from '../core/result.js';
import { renderSignIn } from '../core/statement/index.js';
import type { SignInErrorCode } from './errors.js';
import { certificateDigest } from './member.js';
import type {
  StaffCertificateValidator,
  LeadDirectory,
  LeadSession,
  MemberStore,
  Session,
  StaffSession,
  UsedChallenges,
} from './ports.js';
import type { SignInCertificates } from './session-certificates.js';
import type { Sessions } from './sessions.js';

/** Whether somebody signs in as staff or as a lead. */
export type SignInAs = 'staff' | 'lead';

/** What signing in works with. */
export interface SignInDependencies {
  readonly clock: Clock;
  /** The platform's 32-byte challenge secret. */
  readonly challengeKey: Uint8Array;
  /** The platform's origin, as it stands in what is signed. */
  readonly origin: string;
  readonly validator: StaffCertificateValidator;
  readonly members: Pick<MemberStore, 'findActive'>;
  readonly leads: LeadDirectory;
  readonly usedChallenges: UsedChallenges;
  readonly sessions: Sessions;
}

/** A challenge and the exact text to sign with it. */
export interface SignInChallenge {
  readonly challenge: string;
  readonly expiresAt: Date;
  /** UTF-8. */
  readonly statement: Uint8Array;
}

/** A session that was just opened, with its token. */
export interface SignedIn<Kind extends Session> {
  readonly token: string;
  readonly session: Kind;
}

/** What somebody sends to sign in. */
export interface SignInAttempt {
  readonly challenge: string;
  readonly signature: CardSignature;
}

interface KnownHolder extends SignInCertificates {
  readonly holder: Holder;
}

const staffSessionLifetime = 8 * 60 * 60 * 1000;
const leadSessionLifetime = 2 * 60 * 60 * 1000;

/**
 * Signs staff and leads in by a challenge and their card. There are no passwords. Every failure is the same
 * `sign-in-refused`, with one exception: `sign-in-unavailable` where revocation data is out of date. That depends only
 * on the certificate's issuer.
 */
export class SignIn {
  constructor(private readonly dependencies: SignInDependencies) {}

  /** A new challenge. It can be signed once, within ten minutes. */
  challenge(as: SignInAs): SignInChallenge {
    const { clock, challengeKey, origin } = this.dependencies;
    const at = clock.now();
    const challenge = issueChallenge(challengeKey, contextOf(as), at);
    const statement = renderSignIn(as, origin, challenge);
    return { challenge, expiresAt: new Date(at.getTime() + challengeLifetime), statement };
  }

  /** Signs a member of staff in by their registered certificate. */
  async staff(attempt: SignInAttempt): Promise<Result<SignedIn<StaffSession>, SignInErrorCode>> {
    const known = await this.prove('staff', attempt);
    if (!known.ok) return known;
    const digest = certificateDigest(known.value.certificate.der);
    const member = await this.dependencies.members.findActive(digest);
    if (member === undefined || !(await this.markUsed(attempt))) return fail('sign-in-refused');
    const session: StaffSession = {
      kind: 'staff',
      memberId: member.id,
      roles: member.roles,
      certificateDigest: digest,
      holderDigest: holderDigest(known.value.holder),
      expiresAt: this.after(staffSessionLifetime),
    };
    return ok({ token: await this.dependencies.sessions.openStaff(session, known.value), session });
  }

  /** Signs a lead in by their registered certificate together with the access code 認證碼 (REG 6). */
  async lead(
    attempt: SignInAttempt,
    accessCode: string,
  ): Promise<Result<SignedIn<LeadSession>, SignInErrorCode>> {
    const known = await this.prove('lead', attempt);
    if (!known.ok) return known;
    const caseNumber = await this.dependencies.leads.findCase(known.value.certificate.der, accessCode);
    if (caseNumber === undefined || !(await this.markUsed(attempt))) return fail('sign-in-refused');
    const session: LeadSession = { kind: 'lead', caseNumber, expiresAt: this.after(leadSessionLifetime) };
    return ok({ token: await this.dependencies.sessions.openLead(session), session });
  }

  /**
   * Checks that the challenge is ours and not expired, that the signature over its statement verifies, and that the
   * certificate is valid now.
   */
  private async prove(as: SignInAs, attempt: SignInAttempt): Promise<Result<KnownHolder, SignInErrorCode>> {
    const { clock, challengeKey, origin, validator } = this.dependencies;
    const at = clock.now();
    const { challenge, signature } = attempt;
    if (!verifyChallenge(challengeKey, contextOf(as), challenge, at).ok) return fail('sign-in-refused');
    const verified = verifyCardSignature(signature, renderSignIn(as, origin, challenge));
    if (!verified.ok) return fail('sign-in-refused');
    const { signer: certificate, certificates: candidates } = verified.value;
    const validated = await validator.validateCertificate({ target: certificate, candidates, at });
    if (validated.ok) return ok({ certificate, candidates, holder: validated.value.holder });
    const unavailable = validated.failure.code === 'revocation-unavailable';
    return fail(unavailable ? 'sign-in-unavailable' : 'sign-in-refused');
  }

  /** Marks the challenge as used. This comes last, so that only somebody who can sign in adds a row to the table. */
  private markUsed({ challenge }: SignInAttempt): Promise<boolean> {
    return this.dependencies.usedChallenges.use(challenge, this.after(2 * challengeLifetime));
  }

  private after(milliseconds: number): Date {
    return new Date(this.dependencies.clock.now().getTime() + milliseconds);
  }
}

function contextOf(as: SignInAs): string {
  return `sign-in:${as}`;
}
