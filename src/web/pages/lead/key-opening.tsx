import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendedOperation } from '../../lead/attended-card';
import { type KeyOpenerName, keyOpenersOf } from '../../lead/key-openers';
import type { LeadCase } from '../../lead/lead-api';
import { AttendedOperationForm } from './attended-operation-form';
import { PassphraseForm } from './passphrase-form';

interface KeyOpeningProps {
  readonly referendum: LeadCase;
  readonly operation: Extract<AttendedOperation, { kind: 'decrypt' }>;
}

/** Opens the round key by whichever the person has: the lead's card, a deputy's, or the recovery passphrase. */
export function KeyOpening({ referendum, operation }: KeyOpeningProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'submission.steps.key' });
  const openers = keyOpenersOf(referendum);
  const [opener, choose] = useState<KeyOpenerName>('own-card');
  return (
    <>
      {openers.length === 1 ? null : (
        <fieldset className="choices">
          <legend>{t('opener.legend')}</legend>
          {openers.map((each) => (
            <label key={each} className="choice">
              <input type="radio" name="opener" checked={each === opener} onChange={() => choose(each)} />
              {t(`opener.${each}`)}
            </label>
          ))}
        </fieldset>
      )}
      {opener === 'deputy' ? <p>{t('deputy-what')}</p> : null}
      {opener === 'passphrase' ? (
        <PassphraseForm operation={operation} />
      ) : (
        <AttendedOperationForm key={opener} operation={operation} action={t('action')} />
      )}
    </>
  );
}
