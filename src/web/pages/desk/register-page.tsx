import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import {
  emptyDraft,
  faultsOf,
  prepareRegistration,
  type PreparedRegistration,
  type RegistrationDraft,
  type RegistrationFaults,
} from '../../desk/registration';
import { useDeskApi } from '../../desk/use-desk-api';
import { Fingerprint } from '../../parts/fingerprint';
import { RehearsalBand } from '../../parts/rehearsal-band';
import { StatementBox } from '../../parts/statement-box';
import { DeskPage } from './desk-page';
import { ActForm } from './parts/act-form';
import { Count } from './parts/words';
import { RegistrationFields } from './registration-fields';

/** Registering a case: the fields, then all of it as everybody will see it, then the act. */
export default function RegisterPage() {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'register' });
  return (
    <DeskPage
      heading={t('heading')}
      roles={['registrar']}
      above={<Link href="/staff/cases">{t('back')}</Link>}
    >
      <Steps />
    </DeskPage>
  );
}

function Steps() {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'register' });
  const [draft, setDraft] = useState<RegistrationDraft>(emptyDraft);
  const [isChecked, setChecked] = useState(false);
  // Once looked at, each fault goes as soon as it is mended.
  const faults: RegistrationFaults = isChecked ? faultsOf(draft) : {};
  const [prepared, setPrepared] = useState<PreparedRegistration>();
  if (prepared !== undefined) return <Preview prepared={prepared} change={() => setPrepared(undefined)} />;
  const preview = async (): Promise<void> => {
    setChecked(true);
    if (Object.keys(faultsOf(draft)).length > 0) return;
    const inPlaceOf = { number: t('preview.number'), challenge: t('preview.challenge') };
    setPrepared(await prepareRegistration(draft, location.origin, inPlaceOf));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void preview();
      }}
      noValidate
      autoComplete="off"
    >
      <p>{t('what')}</p>
      <RegistrationFields draft={draft} faults={faults} change={setDraft} />
      {Object.keys(faults).length === 0 ? null : (
        <div className="notice wrong" role="alert">
          <p>{t('faults', { count: Object.keys(faults).length })}</p>
        </div>
      )}
      <button type="submit" className="button primary">
        {t('to-preview')}
      </button>
    </form>
  );
}

interface PreviewProps {
  readonly prepared: PreparedRegistration;
  readonly change: () => void;
}

/** What is about to be registered: it can't be changed afterwards. */
function Preview({ prepared: { body, documentDigest, statement }, change }: PreviewProps) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'register' });
  const [, navigate] = useLocation();
  const api = useDeskApi();
  return (
    <>
      <h2>{t('preview.heading')}</h2>
      <div className="notice">
        <p>{t('preview.what')}</p>
      </div>
      <section className="sheet" aria-label={t('preview.page')}>
        <RehearsalBand caseNumber={body.number} />
        <p className="lead" lang="zh-TW">
          <strong>{body.mainText}</strong>
        </p>
        <dl className="facts">
          <dt>{t('number')}</dt>
          <dd>{body.number}</dd>
          <dt>{t('electors')}</dt>
          <dd>
            <Count count={body.electorTotal} />
          </dd>
          <dt>{t('notice')}</dt>
          <dd>{body.noticedOn}</dd>
          <dt>{t('document')}</dt>
          <dd>
            <Fingerprint digits={documentDigest} />
          </dd>
        </dl>
        <h3>{t('reason')}</h3>
        <p className="long-text" lang="zh-TW">
          {body.reason}
        </p>
      </section>
      <h3 id="preview-statement">{t('preview.statement')}</h3>
      <StatementBox content={statement} renewed={false} labelledBy="preview-statement" />
      <ActForm
        action={t('action')}
        act={() => api.ask((client) => client.POST('/api/v1/staff/cases', { body }))}
        done={({ number }) => navigate(`/staff/cases/${number}`)}
      >
        <button type="button" className="button" onClick={change}>
          {t('preview.change')}
        </button>
      </ActForm>
    </>
  );
}
