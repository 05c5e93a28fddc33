import { Trans, useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import { dayInYear } from '../../parts/day-text';
import { Page, type PageProps } from '../../parts/page';
import { ReceiptSheet } from '../../parts/receipt-sheet';
import { useCase } from '../cases/use-case';
import { NextSteps } from './next-steps';
import { type TakenCoSignature, useForgetOnLeaving, useSigning } from './signing-memory';
import { useVerifiedHere } from './use-verified-here';

/** Step 3: the receipt. Without one, which a reload forgets, it is step 1. */
export default function ReceiptPage({ params: { caseNumber = '' } }: PageProps) {
  const { t } = useTranslation('sign');
  const signing = useSigning(caseNumber);
  useForgetOnLeaving(caseNumber);
  if (signing?.taken === undefined)
    return (
      <Page heading={t('number.heading')}>
        <Redirect to={`/cases/${caseNumber}/sign`} replace />
      </Page>
    );
  return <Shown caseNumber={caseNumber} taken={signing.taken} />;
}

function Shown({ caseNumber, taken }: { readonly caseNumber: string; readonly taken: TakenCoSignature }) {
  const { t, i18n } = useTranslation('receipt', { keyPrefix: 'taken' });
  const { t: frame } = useTranslation('frame');
  const found = useCase(caseNumber);
  const { recordedOn, earlier } = taken;
  const heading = earlier ? t('earlier', { day: dayInYear(recordedOn, i18n.language, frame) }) : t('heading');
  return (
    <Page heading={heading} above={t('above', { number: caseNumber })}>
      <ReceiptSheet shown={{ caseNumber, ...taken }} />
      <p>{t('keep')}</p>
      <Verified caseNumber={caseNumber} taken={taken} />
      <p>
        <Trans t={t} i18nKey="lost" components={{ own: <Link href="/co-signatures" /> }} />
      </p>
      {found.kind === 'loaded' ? <NextSteps referendum={found.data} recordedOn={recordedOn} /> : null}
      <ul className="links no-print">
        <li>
          <Link href="/receipt">{t('links.check')}</Link>
        </li>
        {earlier ? (
          <li>
            <Link href="/misuse">{t('links.misuse')}</Link>
          </li>
        ) : null}
        <li>
          <Link href="/">{t('links.cases')}</Link>
        </li>
      </ul>
    </Page>
  );
}

/** What this browser found out about the receipt's signature. */
function Verified(props: { readonly caseNumber: string; readonly taken: TakenCoSignature }) {
  const { t } = useTranslation('receipt', { keyPrefix: 'taken' });
  const verified = useVerifiedHere(props.caseNumber, props.taken);
  return (
    <div role="status" className={verified === 'wrong' ? 'notice wrong' : 'notice'}>
      <p>
        <Trans t={t} i18nKey={verified} components={{ check: <Link href="/receipt" /> }} />
      </p>
    </div>
  );
}
