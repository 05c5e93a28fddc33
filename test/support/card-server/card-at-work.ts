import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { answerProbe, openRound } from '../../../src/core/ceremony/index.js';
import { askingForPin, type PinProtectedCard, sealingKey, sealToKey } from '../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { encodePem } from '../../../src/core/pem.js';
import { valueOf } from '../../../src/devkit/index.js';
import type { OpensslFolder } from '../openssl.js';

/** What came of a card's work; every member true where openssl agrees with the card. */
export interface CardAtWork {
  /** The key statement of an opened round verifies under the certificate that signed it. */
  readonly keyStatement: boolean;
  /** The card opens the wrapped key, and with it what the server sealed to the round's key. */
  readonly probe: boolean;
  readonly bareSignature: boolean;
  /** The card opens what `openssl cms -encrypt` and `openssl pkeyutl -encrypt` made. */
  readonly envelope: boolean;
  readonly block: boolean;
}

const text = Buffer.from('公民投票案連署');

/** Has a card do all that a lead's card does, with its PIN each time, and holds it against openssl. */
export async function putToWork(
  card: PinProtectedCard,
  pin: string,
  openssl: OpensslFolder,
): Promise<CardAtWork> {
  const asking = askingForPin(card, () => Promise.resolve(pin));
  const opened = valueOf(
    await openRound({
      card: asking,
      caseNumber: '9001' as CaseNumber,
      round: 1,
      origin: 'https://connect.example.gov.tw',
      mode: 'number-to-lead',
      commissionRoundKey: commissionRoundKey(),
      undertaking: '本人切結所持金鑰僅用於本案。',
    }),
  );
  const probe = sealToKey(text, sealingKey(opened.publicKey));
  const answered = await answerProbe(asking, opened.wrappedKey, probe);
  const bare = await asking.sign(text, 'pkcs1');
  openssl.put('text', text);
  openssl.put('signing.pem', encodePem('CERTIFICATE', card.signingCertificate));
  openssl.put('encryption.pem', encodePem('CERTIFICATE', card.encryptionCertificate));
  const statement = openssl.put('statement.der', opened.keyStatement);
  const verified = openssl.run(
    ...['cms', '-verify', '-binary', '-noverify', '-inform', 'DER', '-in', statement],
    ...['-certfile', 'signing.pem', '-signer', 'signer.pem'],
  );
  const signer = new X509Certificate(openssl.get('signer.pem')).raw;
  const recipient = ['-binary', '-outform', 'DER', '-aes256', '-in', 'text', 'encryption.pem'];
  const envelope = openssl.must('cms', '-encrypt', ...recipient);
  const block = openssl.must('pkeyutl', '-encrypt', '-certin', '-inkey', 'encryption.pem', '-in', 'text');
  card.enterPin(pin);
  const unblocked = await card.decryptPkcs1(block);
  return {
    keyStatement: verified.status === 0 && signer.equals(card.signingCertificate),
    probe: answered.ok && text.equals(answered.value),
    bareSignature:
      bare.form === 'pkcs1' &&
      verify('sha256', text, new X509Certificate(bare.certificate).publicKey, bare.signature),
    envelope: text.equals(await asking.decrypt(envelope)),
    block: text.equals(unblocked),
  };
}

/** What {@link putToWork} answers of a card that works. */
export const worksAsItShould: CardAtWork = {
  keyStatement: true,
  probe: true,
  bareSignature: true,
  envelope: true,
  block: true,
};

/** Any P-256 key, SubjectPublicKeyInfo. */
function commissionRoundKey(): Uint8Array {
  const x = 'axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY';
  const y = 'T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU';
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' }).export({
    format: 'der',
    type: 'spki',
  });
}
