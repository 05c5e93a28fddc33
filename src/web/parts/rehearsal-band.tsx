import { useTranslation } from 'react-i18next';
import { isRehearsal } from '../../core/case-number';

/** Says that this case is a rehearsal and has no legal effect; nothing for a real case. */
export function RehearsalBand({ caseNumber }: { readonly caseNumber: string | undefined }) {
  const { t } = useTranslation('frame', { keyPrefix: 'notice' });
  if (caseNumber === undefined || !isRehearsal(caseNumber)) return null;
  return (
    <div className="drill notice-band">
      <p className="frame">
        <span>{t('rehearsal-case', { number: caseNumber })}</span>
      </p>
    </div>
  );
}

/** The number of the case that a page below `/cases/…` is about. */
export function caseNumberIn(path: string): string | undefined {
  return /^\/cases\/([^/]+)/.exec(path)?.[1];
}
