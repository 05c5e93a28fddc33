import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asMade, makeRecoveryPassphrase } from '../../lead/recovery-passphrase';
import { SecretField } from '../../parts/secret-field';

/** A recovery passphrase that was made, and whether the lead has typed it again, which shows that it was written down. */
export interface ChosenPassphrase {
  readonly text: string;
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
  const make = (): void => change({ text: makeRecoveryPassphrase(), isRepeated: false });
  const field = useRef<HTMLInputElement>(null);
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
          <SecretField
            field={field}
            label={t('repeat')}
            error={isRefused && !chosen.isRepeated ? t('repeat-wrong') : null}
            className="passphrase"
            onChange={({ target: { value } }) =>
              change({ ...chosen, isRepeated: asMade(value) === chosen.text })
            }
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
