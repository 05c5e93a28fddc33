import { useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import type { NationalId } from '../../../core/national-id';
import { NotLoaded } from '../../parts/loaded';
import { Page, type PageProps } from '../../parts/page';
import { PinForm } from '../../parts/pin-form';
import { StatementBox } from '../../parts/statement-box';
import { collectingRound, type PublicCase, type PublicRound, useCase } from '../cases/use-case';
import { FailureText } from './failure-text';
import { useForgetOnLeaving, useSigning } from './signing-memory';
import { SigningProgress } from './signing-progress';
import { TrueSite } from './true-site';
import { UnknownOutcome } from './unknown-outcome';
import { Closed, NoStatement } from './no-statement';
import { useSigningSteps } from './use-signing-steps';
import { useKeepOpen } from './use-keep-open';
import { useRenewal, useStatement } from './use-statement';

/** Step 2: the whole statement, and the PIN. Without a number, which a reload forgets, it is step 1. */
export default function StatementPage({ params: { caseNumber = '' } }: PageProps) {
  const { t } = useTranslation('sign');
  const found = useCase(caseNumber);
  const signing = useSigning(caseNumber);
  useForgetOnLeaving(caseNumber);
  if (signing?.taken !== undefined) return <Redirect to={`/cases/${caseNumber}/sign/receipt`} replace />;
  if (signing === undefined)
    return (
      <Page heading={t('number.heading')}>
        <Redirect to={`/cases/${caseNumber}/sign`} replace />
      </Page>
    );
  if (found.kind !== 'loaded') return <NotLoaded answer={found} />;
  const round = collectingRound(found.data);
  if (round === undefined) return <Closed number={caseNumber} />;
  return <Shown referendum={found.data} round={round} nationalId={signing.nationalId} />;
}

interface ShownProps {
  readonly referendum: PublicCase;
  readonly round: PublicRound;
  readonly nationalId: NationalId;
}

function Shown({ referendum, round, nationalId }: ShownProps) {
  const { t } = useTranslation('sign');
  const { number, origin } = referendum;
  const { statement, renew } = useStatement(referendum, round, nationalId);
  const steps = useSigningSteps(number, nationalId, renew);
  const { phase } = steps;
  useRenewal(statement, phase.kind !== 'ready', renew);
  useKeepOpen(phase.kind !== 'ready' && phase.kind !== 'card');
  if (phase.kind === 'unknown') return <UnknownOutcome phase={phase} again={steps.again} />;
  if (statement.kind !== 'ready' && statement.kind !== 'loading')
    return <NoStatement statement={statement} number={number} again={() => void renew()} />;
  return (
    <Page heading={t('statement.heading')} above={t('step', { number, step: 2 })}>
      <p id="what-is-signed">{t('statement.what')}</p>
      {statement.kind === 'loading' ? (
        <p className="muted" role="status">
          {t('statement.loading')}
        </p>
      ) : (
        <StatementBox {...statement} labelledBy="what-is-signed" />
      )}
      <TrueSite origin={origin} />
      <SigningProgress phase={phase} cancel={steps.cancel} again={steps.again} />
      {phase.kind === 'ready' && statement.kind === 'ready' ? (
        <PinForm
          action={t('statement.sign')}
          failure={phase.failed === undefined ? null : <FailureText failed={phase.failed} number={number} />}
          askCard={(pin) => steps.sign(statement, pin)}
        >
          <p>{t('statement.final')}</p>
        </PinForm>
      ) : null}
      {phase.kind === 'ready' ? (
        <p>
          <Link href={`/cases/${number}/sign`}>{t('statement.back')}</Link>
        </p>
      ) : null}
    </Page>
  );
}
