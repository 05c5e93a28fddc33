import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { isRehearsal } from '../../core/case-number';
import { addressIn, type Language } from '../language';
import { Day, useDayText } from './day';
import { Fingerprint } from './fingerprint';
import { RehearsalBand } from './rehearsal-band';
import { saveTextFile } from './save-text-file';

/** A receipt as it is shown, printed and saved. */
export interface ShownReceipt {
  readonly caseNumber: string;
  /** The Taipei day it was recorded. */
  readonly recordedOn: string;
  /** SHA-256 of the sealed record, hex. */
  readonly commitment: string;
  /** Compact JWS. */
  readonly receipt: string;
}

/** Digits of the commitment that people compare: 64 bits. */
const codeLength = 16;

/** A receipt for the eyes, for a telephone's camera, for a printer and as a file. Needs the texts `receipt`. */
export function ReceiptSheet({ shown }: { readonly shown: ShownReceipt }) {
  const { t } = useTranslation('receipt', { keyPrefix: 'sheet' });
  const save = useSaveReceipt();
  const { caseNumber, recordedOn, commitment, receipt } = shown;
  return (
    <section className="sheet" aria-label={t('title')}>
      <RehearsalBand caseNumber={caseNumber} />
      <dl className="facts">
        <dt>{t('case')}</dt>
        <dd className="digits">{caseNumber}</dd>
        <dt>{t('day')}</dt>
        <dd>
          <Day day={recordedOn} />
        </dd>
        <dt>{t('code')}</dt>
        <dd>
          <Fingerprint digits={commitment.slice(0, codeLength)} />
        </dd>
      </dl>
      <QRCodeSVG
        className="qr"
        value={receipt}
        title={t('qr')}
        size={264}
        level="L"
        marginSize={4}
        bgColor="#ffffff"
        fgColor="#000000"
      />
      <p className="muted small">{t('qr-what')}</p>
      <p className="no-print">
        <button type="button" className="button primary" onClick={() => save(shown)}>
          {t('download')}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
    </section>
  );
}

/**
 * Saves a receipt as a text file: lines that begin with `#` say what it is, the last line is the JWS. `lianshu receipt verify` reads it as
 * it is.
 */
export function useSaveReceipt(): (shown: ShownReceipt) => void {
  const { t, i18n } = useTranslation('receipt', { keyPrefix: 'sheet' });
  const dayText = useDayText();
  return ({ caseNumber: number, recordedOn, commitment, receipt }) => {
    const address = `${location.origin}${addressIn(i18n.language as Language, '/receipt')}`;
    const marking = isRehearsal(number) ? t('file-rehearsal') : '';
    const text = t('file', { number, day: dayText(recordedOn), commitment, address, receipt });
    saveTextFile(t('file-name', { number }), `${marking}${text}`);
  };
}
