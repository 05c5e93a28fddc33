import { useTranslation } from 'react-i18next';
import { Fingerprint } from '../../parts/fingerprint';
import type { PublicCase } from './use-case';

/** The fingerprints of the two keys that the latest round's records are sealed to, and what they are good for. */
export function CaseKeys({ referendum: { rounds } }: { readonly referendum: PublicCase }) {
  const { t } = useTranslation('cases', { keyPrefix: 'keys' });
  const round = rounds.at(-1);
  if (round === undefined) return null;
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{t('heading')}</h2>
      <p>{t('why')}</p>
      <dl>
        <dt className="muted">{t('lead')}</dt>
        <dd>
          <Fingerprint digits={round.publicKeyFingerprint} />
        </dd>
        <dt className="muted">{t('commission')}</dt>
        <dd>
          <Fingerprint digits={round.commissionRoundKeyFingerprint} />
        </dd>
      </dl>
    </section>
  );
}
