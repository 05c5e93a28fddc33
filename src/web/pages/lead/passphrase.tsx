import { useTranslation } from 'react-i18next';
import { makeRecoveryPassphrase } from '../../lead/recovery-passphrase';
import { ConfirmedText } from './confirmed-text';

/** A recovery passphrase that was made, and what the lead has typed to show that it was written down. */
export interface ChosenPassphrase {
  readonly text: string;
  readonly typed: string;
  readonly isRepeated: boolean;
}

interface PassphraseProps {
  readonly chosen: ChosenPassphrase | undefined;
  readonly change: (chosen: ChosenPassphrase | undefined) => void;
  /** Whether the lead has tried to go on without having repeated it. */
  readonly isRefused: boolean;
}

/** The recovery passphrase 備援密語: made here, written down on paper, typed once again. */
export function Passphrase({ chosen, change, isRefused }: PassphraseProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening.steps.recovery.passphrase' });
  const make = (): void => change({ text: makeRecoveryPassphrase(), typed: '', isRepeated: false });
  return (
    <>
      <h3>{t('heading')}</h3>
      <p>{t('what')}</p>
      {chosen === undefined ? (
        <button type="button" className="button" onClick={make}>
          {t('make')}
        </button>
      ) : (
        <>
          <p className="secret digits">{chosen.text}</p>
          <p>{t('write-down')}</p>
          <ConfirmedText
            label={t('repeat')}
            value={chosen.typed}
            change={(typed) =>
              change({ ...chosen, typed, isRepeated: typed.trim().toLowerCase() === chosen.text })
            }
            error={isRefused && !chosen.isRepeated ? t('repeat-wrong') : undefined}
          />
          <p>
            <button type="button" className="button" onClick={() => change(undefined)}>
              {t('without')}
            </button>
          </p>
        </>
      )}
    </>
  );
}
