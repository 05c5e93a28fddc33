import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedCertificate } from '../../card/named-certificate';
import type { Opening } from '../../lead/opening';
import { useLeadApi } from '../../lead/use-lead-api';
import { Deputies } from './deputies';
import { ConfirmedText } from './confirmed-text';
import { type ChosenPassphrase, Passphrase } from './passphrase';

/** 3: who can open the key if the card is lost. With nobody, the lead has to type that this is meant. */
export function RecoveryStep({ opening }: { readonly opening: Opening }) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening.steps.recovery' });
  const api = useLeadApi();
  const [deputies, setDeputies] = useState<readonly NamedCertificate[]>([]);
  const [passphrase, setPassphrase] = useState<ChosenPassphrase>();
  const [confirmation, setConfirmation] = useState('');
  const [isRefused, setRefused] = useState(false);
  const isNone = deputies.length === 0 && passphrase === undefined;
  const isReady = isNone ? confirmation.trim() === t('none.words') : (passphrase?.isRepeated ?? true);

  const wrap = (event: SyntheticEvent): void => {
    event.preventDefault();
    setRefused(!isReady);
    if (isReady) void opening.wrapAndSign({ deputies, passphrase: passphrase?.text }, api);
  };
  return (
    <form onSubmit={wrap} noValidate>
      <p>{t('what')}</p>
      <Deputies
        deputies={deputies}
        change={setDeputies}
        own={opening.encryptionCertificate}
        mode={opening.referendum.mode}
      />
      <Passphrase chosen={passphrase} change={setPassphrase} isRefused={isRefused} />
      {isNone ? (
        <div className="notice wrong">
          <h3>{t('none.heading')}</h3>
          <p>{t('none.cost')}</p>
          <ConfirmedText
            label={t('none.label', { words: t('none.words') })}
            value={confirmation}
            change={setConfirmation}
            error={isRefused ? t('none.error', { words: t('none.words') }) : undefined}
          />
        </div>
      ) : null}
      <button type="submit" className={isNone ? 'button danger' : 'button primary'}>
        {isNone ? t('action-none') : t('action')}
      </button>
    </form>
  );
}
