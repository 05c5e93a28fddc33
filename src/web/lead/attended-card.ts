import type { Card, CardSignature } from '../../core/cms/card.js';
import type { CardCertificates } from '../card/window-card';

/** A card operation that waits for the person: to read what it is for, enter the PIN and press. */
export type AttendedOperation =
  | {
      readonly kind: 'sign';
      /** The statement to sign, UTF-8. */
      readonly content: Uint8Array;
      readonly finish: (signature: CardSignature) => void;
      readonly abandon: () => void;
    }
  | {
      readonly kind: 'decrypt';
      /** CMS EnvelopedData, DER. */
      readonly content: Uint8Array;
      readonly finish: (content: Uint8Array) => void;
      readonly abandon: () => void;
    };

/**
 * A card for the ceremonies of `core/ceremony`, each of whose operations is handed to the page and is done when the page says so. A browser
 * opens the card program's window on a click alone, so a ceremony can't go from one operation to the next by itself. A PIN that was wrong
 * ends nothing: the operation waits on.
 */
export class AttendedCard implements Card {
  readonly signingCertificate: Uint8Array;
  readonly encryptionCertificate: Uint8Array;

  /** `attend` is told each operation, and undefined when it is over. */
  constructor(
    certificates: CardCertificates,
    private readonly attend: (operation: AttendedOperation | undefined) => void,
  ) {
    this.signingCertificate = certificates.signingCertificate;
    this.encryptionCertificate = certificates.encryptionCertificate;
  }

  sign(content: Uint8Array): Promise<CardSignature> {
    return this.wait((ways) => ({ kind: 'sign', content, ...ways }));
  }

  decrypt(content: Uint8Array): Promise<Uint8Array> {
    return this.wait((ways) => ({ kind: 'decrypt', content, ...ways }));
  }

  private wait<Value>(
    operationWith: (ways: { finish: (value: Value) => void; abandon: () => void }) => AttendedOperation,
  ): Promise<Value> {
    return new Promise((resolve, reject) => {
      let isWaiting = true;
      const end = (how: () => void): void => {
        // The card may answer after the lead has left.
        if (!isWaiting) return;
        isWaiting = false;
        how();
      };
      const finish = (value: Value): void =>
        end(() => {
          this.attend(undefined);
          resolve(value);
        });
      const abandon = (): void => end(() => reject(new Abandoned()));
      this.attend(operationWith({ finish, abandon }));
    });
  }
}

/** The person left the step that waited for the card. */
export class Abandoned extends Error {
  override readonly name = 'Abandoned';
}

/** For what opens envelopes alone: a card of which no certificate is needed. */
export const noCertificates: CardCertificates = {
  signingCertificate: new Uint8Array(),
  encryptionCertificate: new Uint8Array(),
};
