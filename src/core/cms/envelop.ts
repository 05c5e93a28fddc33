import { encryptPkcs1, randomOctets, subtle } from '../cryptography.js';
import { der } from '../der/index.js';
import { type Certificate, Oid, parseCertificate } from '../x509/index.js';
import { encodeEnvelopedData } from './enveloped-data.js';
import { encodePasswordRecipient } from './password-recipient.js';
import { recipientIdentifierOf } from './recipient-identifier.js';
import { encodeKeyTransport } from './recipient-info.js';
import { readSignerKey } from './signer-key.js';

const rsaEncryption = der.sequence(der.oid(Oid.rsaEncryption), der.nullValue());

/**
 * Puts content into an envelope that cards can open: DER EnvelopedData, AES-256-CBC, RSAES-PKCS1-v1_5 key transport to each
 * certificate (DER, RSA of 2048 bits or more), and a PasswordRecipientInfo where a recovery passphrase is given. CBC is not
 * authenticated: check what comes out. Throws where a certificate has no such key, or there is no recipient at all.
 */
export async function envelopForCard(
  content: Uint8Array,
  certificates: readonly Uint8Array[],
  passphrase?: string,
): Promise<Uint8Array> {
  if (certificates.length === 0 && passphrase === undefined) throw new TypeError('no recipient');
  const contentKey = randomOctets(32);
  const recipients = await Promise.all(certificates.map((each) => transport(each, contentKey)));
  if (passphrase !== undefined) recipients.push(await encodePasswordRecipient(passphrase, contentKey));
  const initialVector = randomOctets(16);
  const key = await subtle.importKey('raw', contentKey, 'AES-CBC', false, ['encrypt']);
  const ciphertext = await subtle.encrypt({ name: 'AES-CBC', iv: initialVector }, key, content);
  return encodeEnvelopedData({
    // RFC 5652 6.1: 3 with a password recipient, 0 with key transport by issuer and serial number alone.
    version: passphrase === undefined ? 0 : 3,
    recipients,
    initialVector,
    ciphertext: new Uint8Array(ciphertext),
  });
}

async function transport(certificateBytes: Uint8Array, contentKey: Uint8Array): Promise<Uint8Array> {
  const certificate = parseCertificate(certificateBytes);
  if (!certificate.ok || !holdsRsaKey(certificate.value)) throw new TypeError('no certificate of an RSA key');
  const encryptedKey = await encryptPkcs1(certificate.value.subjectPublicKeyInfo, contentKey);
  return encodeKeyTransport(recipientIdentifierOf(certificate.value), rsaEncryption, encryptedKey);
}

function holdsRsaKey({ subjectPublicKeyInfo }: Certificate): boolean {
  const key = readSignerKey(subjectPublicKeyInfo);
  return key?.kind === 'rsa' && key.modulusBits >= 2048;
}
