import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { digestSha256 } from '../../../core/cryptography.js';
import { hex } from '../../../core/octets.js';
import { keyRecipients } from '../../../core/ceremony/index.js';
import type { LeadCase } from '../../lead/lead-api';
import { octetsOfBase64 } from '../../api/octets-of-answers';
import { useAsked } from '../../api/use-asked';
import { Fingerprint } from '../../parts/fingerprint';

/** The round key: its fingerprint, and who can open it. */
export function RoundKeys({ referendum: { round, mode } }: { readonly referendum: LeadCase }) {
  const { t } = useTranslation('lead', { keyPrefix: 'keys' });
  const { publicKey, wrappedKey } = round;
  const { answer: fingerprint } = useAsked(
    useCallback(async () => hex(await digestSha256(octetsOfBase64(publicKey))), [publicKey]),
  );
  const recipients = keyRecipients(octetsOfBase64(wrappedKey));
  const isAlone = recipients?.certificates.length === 1 && !recipients.passphrase;
  return (
    <>
      <p>{t(`mode.${mode}`)}</p>
      <p>{t('fingerprint')}</p>
      {fingerprint === undefined ? null : <Fingerprint digits={fingerprint} />}
      <h3>{t('who')}</h3>
      {recipients === undefined ? (
        <p>{t('unreadable')}</p>
      ) : (
        <ul>
          {recipients.certificates.map((serialNumber) => (
            <li key={serialNumber}>
              {recipients.certificates.length === 1 ? t('own') : t('certificate')}{' '}
              <span className="digits breakable">{serialNumber}</span>
            </li>
          ))}
          {recipients.passphrase ? <li>{t('passphrase')}</li> : null}
        </ul>
      )}
      {isAlone ? (
        <div className="notice wrong">
          <p>{t('alone')}</p>
        </div>
      ) : null}
    </>
  );
}
