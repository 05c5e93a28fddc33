import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../core/result';
import { apiIn } from '../../api/client';
import type { Language } from '../../language';
import { Page } from '../../parts/page';
import { checkReceipt, type CheckedReceipt } from './check-receipt';
import { type NoReceiptCode, receiptInFile, receiptInText } from './find-receipt';
import { ReceiptForm } from './receipt-form';
import { ReceiptReport } from './receipt-report';
import type { WrongReceiptCode } from './verified-receipt';

/** What the page shows below its form. */
type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading' }
  /** Nothing was verified: there was no receipt, or no key to be had. */
  | { readonly kind: 'no-receipt'; readonly code: NoReceiptCode | 'keys-unreachable' }
  | { readonly kind: 'wrong'; readonly code: Exclude<WrongReceiptCode, 'keys-unreachable'> }
  | { readonly kind: 'checked'; readonly checked: CheckedReceipt };

/** Checks a receipt: its signature and its inclusion proof in this browser, its status by asking. */
export default function CheckPage() {
  const { t, i18n } = useTranslation('receipt', { keyPrefix: 'check' });
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' });
  const check = async (finding: Promise<Result<string, NoReceiptCode>>): Promise<void> => {
    setShown({ kind: 'reading' });
    const found = await finding;
    if (!found.ok) {
      setShown({ kind: 'no-receipt', code: found.failure.code });
      return;
    }
    const checked = await checkReceipt(apiIn(i18n.language as Language), found.value);
    if (checked.ok) setShown({ kind: 'checked', checked: checked.value });
    else setShown(wrong(checked.failure.code));
  };
  if (shown.kind === 'checked')
    return <ReceiptReport checked={shown.checked} another={() => setShown({ kind: 'nothing' })} />;
  return (
    <Page heading={t('heading')}>
      <p>{t('intro')}</p>
      <noscript>
        <p className="notice">{t('no-script')}</p>
      </noscript>
      <ReceiptForm
        isBusy={shown.kind === 'reading'}
        problem={shown.kind === 'no-receipt' ? shown.code : undefined}
        checkText={(text) => void check(Promise.resolve(receiptInText(text)))}
        checkFile={(file) => void check(receiptInFile(file))}
      />
      <p role="status">{shown.kind === 'reading' ? t('reading') : null}</p>
      {shown.kind === 'wrong' ? (
        <div className="notice wrong" role="alert">
          <p>
            <strong>{t('wrong')}</strong>
          </p>
          <p>{t(`problem.${shown.code}`)}</p>
        </div>
      ) : null}
    </Page>
  );
}

const wrong = (code: WrongReceiptCode): Shown =>
  code === 'keys-unreachable' ? { kind: 'no-receipt', code } : { kind: 'wrong', code };
