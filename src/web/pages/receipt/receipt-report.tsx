import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hex } from '../../../core/octets';
import { Page } from '../../parts/page';
import { ReceiptSheet } from '../../parts/receipt-sheet';
import { useFocusedHeading } from '../../parts/use-focused-heading';
import type { CheckedReceipt } from './check-receipt';

interface ReceiptReportProps {
  readonly checked: CheckedReceipt;
  readonly another: () => void;
}

/** A genuine receipt: how its co-signature stands, what was verified, and what was not. */
export function ReceiptReport({ checked, another }: ReceiptReportProps) {
  const { t } = useTranslation('receipt', { keyPrefix: 'check' });
  const { receipt, jws, standing } = checked;
  useFocusedHeading();
  const { caseNumber, recordedOn } = receipt;
  const shown = { caseNumber, recordedOn, commitment: hex(receipt.commitment), receipt: jws };
  const isNotCounted = standing.kind === 'told' && standing.status.status === 'not-counted';
  return (
    <Page heading={t('genuine')} above={t('result')}>
      <section aria-labelledby="standing">
        <h2 id="standing">{t('status.heading')}</h2>
        <div className={standing.kind === 'told' && !isNotCounted ? 'notice done' : 'notice wrong'}>
          <p>
            <strong>
              {t(`status.${standing.kind === 'told' ? standing.status.status : standing.kind}`)}
            </strong>
          </p>
          {isNotCounted ? (
            <>
              <p>{standing.status.reason}</p>
              <p>
                <Trans
                  t={t}
                  i18nKey="status.exact-reason"
                  components={{ own: <Link href="/co-signatures" /> }}
                />
              </p>
            </>
          ) : null}
        </div>
      </section>
      {checked.place === undefined ? null : (
        <p>
          <Link href={`/cases/${caseNumber}`}>{t('status.result')}</Link>
        </p>
      )}
      <Verified checked={checked} />
      <ReceiptSheet shown={shown} />
      <button type="button" className="button no-print" onClick={another}>
        {t('again')}
      </button>
    </Page>
  );
}

/** Exactly what was verified here, and what was taken from the platform. */
function Verified({
  checked: { receipt, standing, inclusion, place },
}: {
  readonly checked: CheckedReceipt;
}) {
  const { t } = useTranslation('receipt', { keyPrefix: 'check.verified' });
  const hasResult = inclusion !== undefined;
  return (
    <section aria-labelledby="verified">
      <h2 id="verified">{t('heading')}</h2>
      <ul>
        <li>{t('signature')}</li>
        {receipt.issuer === location.origin ? null : (
          <li>{t('other-address', { issuer: receipt.issuer })}</li>
        )}
        <li>{inclusion === undefined ? t('no-proof-yet') : t(inclusion, place)}</li>
        {standing.kind === 'told' ? <li>{t('status-word')}</li> : null}
        <li>{t(hasResult ? 'keys-and-result-word' : 'keys-word')}</li>
      </ul>
    </section>
  );
}
