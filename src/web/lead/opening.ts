import {
  answerProbe,
  generateRoundKey,
  type OpenedRound,
  openRound,
  type RoundKeyPair,
} from '../../core/ceremony/index.js';
import { digestSha256 } from '../../core/cryptography.js';
import { encodeBase64 } from '../../core/encodings.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { hex } from '../../core/octets.js';
import { AttendedCard, type AttendedOperation, noCertificates } from './attended-card';
import type { CardCertificates } from '../card/window-card';
import type { NamedCertificate } from '../card/named-certificate';
import { type Refusal, refusalOf } from '../api/refusal';
import type { LeadApi, LeadCase } from './lead-api';
import { octetsOfBase64 } from '../api/octets-of-answers';

/** The steps of the opening, in order. */
export const openingSteps = ['undertaking', 'key', 'recovery', 'trial', 'signing', 'start'] as const;
export type OpeningStep = (typeof openingSteps)[number];

/** Who can open the round key beside the lead's card. */
export interface Recovery {
  readonly deputies: readonly NamedCertificate[];
  readonly passphrase: string | undefined;
}

/** How far an opening has come. */
export interface OpeningState {
  /** The step in hand; `open` when the round collects. */
  readonly step: OpeningStep | 'open';
  /** What waits for the card. */
  readonly operation?: AttendedOperation;
  /** SHA-256 of the round key's SubjectPublicKeyInfo, hex, once it is made. */
  readonly fingerprint?: string;
  /** Whether something is on its way to the server. */
  readonly sending: boolean;
  /** What the server refused, or why the ceremony can't go on. */
  readonly refusal?: Refusal;
}

/**
 * The opening of a round, step by step. The private round key lies in this object between the step that makes it and the card's
 * signature, as a key of WebCrypto's whose octets nothing here reads, and is dropped with the signature. Lives through changes of the page and through a new sign-in; a reload
 * forgets it: then what was handed in is taken up by {@link resume}, and anything before that begins anew.
 */
export class Opening {
  private state: OpeningState = { step: 'undertaking', sending: false };
  private readonly listeners = new Set<() => void>();
  private certificates: CardCertificates | undefined;
  private roundKey: RoundKeyPair | undefined;
  private material: OpenedRound | undefined;
  private probe: Uint8Array | undefined;
  /** Counts what was begun: what was left in between has no more say. */
  private run = 0;

  constructor(readonly referendum: LeadCase) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): OpeningState => this.state;

  /** The encryption certificate of the lead's card, DER; empty before it was read. */
  get encryptionCertificate(): Uint8Array {
    return (this.certificates ?? noCertificates).encryptionCertificate;
  }

  /** The lead has read the undertaking, and agrees. */
  agree(): void {
    this.become({ step: 'key' });
  }

  /** Makes the round key for the card with these certificates. */
  async makeKey(certificates: CardCertificates): Promise<void> {
    const roundKey = await generateRoundKey();
    this.certificates = certificates;
    this.roundKey = roundKey;
    this.become({ step: 'recovery', fingerprint: hex(await digestSha256(roundKey.publicKey)) });
  }

  /**
   * Wraps the key for the card and for those who may open it too, and leads on through the card's trial and its signature to the
   * server. Settles when the server has the key, or the way there ended in a refusal.
   */
  async wrapAndSign({ deputies, passphrase }: Recovery, api: LeadApi): Promise<void> {
    const { certificates, roundKey, referendum } = this;
    if (certificates === undefined || roundKey === undefined) throw new Error('a key that was not made');
    const run = ++this.run;
    this.become({ step: 'trial' });
    const opened = await openRound({
      card: new AttendedCard(certificates, (operation) => this.attend(operation)),
      roundKey,
      caseNumber: referendum.number as CaseNumber,
      round: referendum.round.round,
      origin: referendum.origin,
      mode: referendum.mode,
      commissionRoundKey: octetsOfBase64(referendum.round.commissionRoundKey),
      undertaking: referendum.undertaking,
      deputies: deputies.map(({ der }) => der),
      ...(passphrase === undefined ? {} : { passphrase }),
    }).catch(() => undefined);
    if (run !== this.run) return;
    this.roundKey = undefined;
    if (opened === undefined) {
      this.beginAgain('ceremony-failed');
      return;
    }
    if (!opened.ok) {
      this.beginAgain(opened.failure.code);
      return;
    }
    this.material = opened.value;
    // Not awaited here: the passphrase would be kept for as long as that takes.
    return this.handIn(api);
  }

  /** Takes up an opening whose key the server has: the one that the lead's card signed, as `checkHandedInKey` has shown. */
  async resume(material: OpenedRound, api: LeadApi): Promise<void> {
    this.material = material;
    const fingerprint = hex(await digestSha256(material.publicKey));
    this.become({ step: 'start', fingerprint });
    await this.handIn(api);
  }

  /** Hands the key in, also once more: the server takes the same again. Then the card answers the server's probe. */
  async handIn(api: LeadApi): Promise<void> {
    const { material, certificates } = this;
    if (material === undefined) throw new Error('nothing to hand in');
    const run = ++this.run;
    this.become({ step: 'start', sending: true });
    const answer = await api.handInKey(material);
    if (run !== this.run) return;
    if (answer.kind !== 'answered') return this.refuse(refusalOf(answer), api);
    const card = new AttendedCard(certificates ?? noCertificates, (operation) => this.attend(operation));
    const probe = await answerProbe(card, material.wrappedKey, octetsOfBase64(answer.data.sealedProbe));
    if (run !== this.run) return;
    if (!probe.ok) {
      this.become({ step: 'start', refusal: { code: probe.failure.code } });
      return;
    }
    this.probe = probe.value;
    await this.open(api);
  }

  /** Shows the server that the key opens: the round collects then. */
  async open(api: LeadApi): Promise<void> {
    if (this.probe === undefined) return this.handIn(api);
    this.become({ step: 'start', sending: true });
    const answer = await api.open(this.probe);
    if (answer.kind === 'answered') {
      this.become({ step: 'open' });
      return;
    }
    const refusal = refusalOf(answer);
    if (refusal.code !== 'unreachable') this.probe = undefined;
    return this.refuse(refusal, api);
  }

  /** A round that can't be opened may have been: by what was sent before, whose answer got lost. */
  private async refuse(refusal: Refusal, api: LeadApi): Promise<void> {
    const { run } = this;
    const isOpen = refusal.code === 'transition-not-allowed' && (await this.collects(api));
    if (run !== this.run) return;
    this.become(isOpen ? { step: 'open' } : { step: 'start', refusal });
  }

  /** Whether the round collects with the very key that was handed in here. */
  private async collects(api: LeadApi): Promise<boolean> {
    const answer = await api.case();
    if (answer.kind !== 'answered' || this.material === undefined) return false;
    const { state, round } = answer.data;
    return state === 'collecting' && round.wrappedKey === encodeBase64(this.material.wrappedKey);
  }

  /** Leaves what waits for the card, and forgets the keys. What the server has, it keeps. */
  abandon(): void {
    this.run++;
    this.state.operation?.abandon();
    this.roundKey = this.material = this.probe = this.certificates = undefined;
    this.become({ step: 'undertaking' });
  }

  private beginAgain(code: string): void {
    this.certificates = undefined;
    this.become({ step: 'key', refusal: { code } });
  }

  /** In the step in hand; the card's trial comes before its signature. */
  private attend(operation: AttendedOperation | undefined): void {
    if (operation === undefined) {
      this.become({ step: this.state.step, sending: true });
      return;
    }
    this.become({ step: operation.kind === 'sign' ? 'signing' : this.state.step, operation });
  }

  private become(next: Partial<OpeningState> & Pick<OpeningState, 'step'>): void {
    const fingerprint = next.step === 'undertaking' ? undefined : this.state.fingerprint;
    this.state = { sending: false, ...(fingerprint === undefined ? {} : { fingerprint }), ...next };
    for (const listener of this.listeners) listener();
  }
}
