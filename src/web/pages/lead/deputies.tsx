import { type ChangeEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { equalOctets } from '../../../core/octets.js';
import { fail, type Result } from '../../../core/result.js';
import { maximumCertificateFile, readDeputyCertificate } from '../../lead/deputy-certificate';
import type { LeadCase } from '../../lead/lead-api';
import type { NamedCertificate } from '../../card/named-certificate';
import { useTimeText } from '../../parts/time-text';

/** A wrapped key has 32 recipients at most: the card, the passphrase, and deputies. */
const mostDeputies = 30;

interface DeputiesProps {
  readonly deputies: readonly NamedCertificate[];
  readonly change: (deputies: readonly NamedCertificate[]) => void;
  /** The lead's own encryption certificate, DER. */
  readonly own: Uint8Array;
  readonly mode: LeadCase['mode'];
}

/** The deputies 代理人, by the encryption certificates that they have handed over as files. */
export function Deputies({ deputies, change, own, mode }: DeputiesProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening.steps.recovery.deputies' });
  const dayText = useTimeText();
  const id = useId();
  const [error, setError] = useState<string>();

  const add = async (file: File): Promise<void> => {
    const read: Result<NamedCertificate> =
      file.size > maximumCertificateFile
        ? fail('deputy-malformed')
        : readDeputyCertificate(new Uint8Array(await file.arrayBuffer()), new Date());
    const refused = read.ok ? refusedAmong(read.value, deputies, own) : read.failure.code;
    setError(refused);
    if (read.ok && refused === undefined) change([...deputies, read.value]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file !== undefined) void add(file);
  };
  return (
    <>
      <h3>{t('heading')}</h3>
      <p>{t(`what.${mode}`)}</p>
      {deputies.length === 0 ? null : (
        <ul className="plain-list">
          {deputies.map((deputy) => (
            <li key={deputy.serialNumber}>
              <strong>{deputy.name === '' ? t('unnamed') : deputy.name}</strong>
              <br />
              <span className="small muted">
                {t('serial-number')} <span className="digits breakable">{deputy.serialNumber}</span>
                <br />
                {t('until', { day: dayText(deputy.notAfter) })}
              </span>
              <p className="row-action">
                <button
                  type="button"
                  className="button"
                  aria-label={t('remove-named', {
                    name: deputy.name === '' ? deputy.serialNumber : deputy.name,
                  })}
                  onClick={() => change(deputies.filter((each) => each !== deputy))}
                >
                  {t('remove')}
                </button>
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="field">
        <label htmlFor={id}>{t('file')}</label>
        <span className="hint" id={`${id}-hint`}>
          {t('file-hint')}
        </span>
        <span className="error" id={`${id}-error`} role="alert">
          {error === undefined ? null : t(`error.${error}`)}
        </span>
        <input
          id={id}
          type="file"
          accept=".cer,.crt,.der,.pem"
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={error !== undefined}
          onChange={choose}
        />
      </div>
    </>
  );
}

function refusedAmong(
  { der }: NamedCertificate,
  deputies: readonly NamedCertificate[],
  own: Uint8Array,
): string | undefined {
  if (equalOctets(der, own)) return 'deputy-is-lead';
  if (deputies.some((each) => equalOctets(each.der, der))) return 'deputy-named-twice';
  return deputies.length >= mostDeputies ? 'deputies-too-many' : undefined;
}
