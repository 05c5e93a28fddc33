import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../core/result';
import { apiIn } from '../../api/client';
import type { Language } from '../../language';
import { Page } from '../../parts/page';
import { useInBrowser } from '../../parts/use-in-browser';
import { checkReceipt, type CheckedReceipt } from './check-receipt';
import { type NoReceiptCode, receiptInFile, receiptInText } from './find-receipt';
import { type FieldProblem, ReceiptForm } from './receipt-form';
import { ReceiptReport } from './receipt-report';
import type { WrongReceiptCode } from './verified-receipt';

type FoundReceipt = Result<string, NoReceiptCode>;

/** What the page shows below its form. */
type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading' }
  /** Nothing was verified: there was no receipt, or no key to be had. */
  | { readonly kind: 'no-receipt'; readonly problem: FieldProblem }
  | { readonly kind: 'wrong'; readonly code: Exclude<WrongReceiptCode, 'keys-unreachable'> }
  | { readonly kind: 'checked'; readonly checked: CheckedReceipt };

/** Checks a receipt: its signature and its inclusion proof in this browser, its status by asking. */
export default function CheckPage() {
  const { t, i18n } = useTranslation('receipt', { keyPrefix: 'check' });
  const inBrowser = useInBrowser();
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' });
  const check = async (field: 'text' | 'file', finding: Promise<FoundReceipt>): Promise<void> => {
    setShown({ kind: 'reading' });
    const found = await finding;
    const checked = found.ok ? await checkReceipt(apiIn(i18n.language as Language), found.value) : found;
    if (checked.ok) setShown({ kind: 'checked', checked: checked.value });
    else setShown(notChecked(field, checked.failure.code));
  };
  if (shown.kind === 'checked')
    return <ReceiptReport checked={shown.checked} another={() => setShown({ kind: 'nothing' })} />;
  return (
    <Page heading={t('heading')}>
      <p>{t('intro')}</p>
      <noscript>
        <p className="notice">{t('no-script')}</p>
      </noscript>
      {inBrowser ? (
        <ReceiptForm
          isBusy={shown.kind === 'reading'}
          problem={shown.kind === 'no-receipt' ? shown.problem : undefined}
          checkText={(text) => void check('text', Promise.resolve(receiptInText(text)))}
          checkFile={(file) => void check('file', receiptInFile(file))}
        />
      ) : null}
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

const wrongCodes = ['malformed', 'unknown-key', 'signature-wrong'] as const;

function notChecked(field: 'text' | 'file', code: NoReceiptCode | WrongReceiptCode): Shown {
  const wrong = wrongCodes.find((each) => each === code);
  if (wrong !== undefined) return { kind: 'wrong', code: wrong };
  return { kind: 'no-receipt', problem: { field, code: code as FieldProblem['code'] } };
}
