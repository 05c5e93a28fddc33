import { type ComponentProps, type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../desk/colleagues';
import type { StaffCase } from '../../desk/desk-api';
import { useDeskApi } from '../../desk/use-desk-api';
import { IssueCode, ReplaceCode } from './access-code';
import { DayRequest, ReferenceRequest } from './case-day-requests';
import { LeadCertificates } from './lead-certificates';
import { OfflineSubmission } from './offline-submission';
import { RequestForm } from './parts/request-form';
import { WithAnswer } from './parts/with-answer';
import { SwitchForm } from './switch-form';

interface CaseStepsProps {
  readonly referendum: StaffCase;
  /** The case is no longer what it was. */
  readonly changed: () => void;
}

type State = StaffCase['state'];

/** In which states each step makes sense (`src/cases/transition.ts` has the rules, and the server keeps to them). */
const offered: Readonly<Record<string, readonly State[]>> = {
  'issue-code': ['registered', 'supplement-due'],
  'replace-code': ['code-issued', 'collecting'],
  'supplement-notice': ['supplement-due'],
  'offline-submission': ['collecting'],
  'lead-certificates': ['registered', 'code-issued', 'collecting', 'supplement-due'],
  'intake-pause': ['collecting'],
  announcement: ['established', 'not-established', 'not-accepted', 'lapsed', 'stopped'],
  stop: ['registered', 'code-issued', 'collecting', 'submitted', 'checking', 'supplement-due'],
};

/** What a registrar does to a case, or asks for; each step behind its name. */
export function CaseSteps({ referendum, changed }: CaseStepsProps) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'steps' });
  const mayAsk = useMay('registrar');
  if (!mayAsk) return <p className="muted">{t('registrars-ask')}</p>;
  const { number, state } = referendum;
  const contents: Readonly<Record<string, ReactNode>> = {
    'issue-code': <IssueCode number={number} issued={changed} />,
    'replace-code': <ReplaceCode number={number} />,
    'supplement-notice': <DayRequest number={number} step="supplement-notice" />,
    'offline-submission': <OfflineSubmission number={number} />,
    'lead-certificates': <LeadCertificates number={number} />,
    'intake-pause': <IntakePause number={number} />,
    announcement: <DayRequest number={number} step="announcement" />,
    hold: <ReferenceRequest number={number} />,
    'final-ruling': <DayRequest number={number} step="final-ruling" />,
    stop: <Stop number={number} />,
  };
  const shown = Object.entries(contents).filter(([name]) => offered[name]?.includes(state) ?? true);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t('heading')}</h2>
      <p>{t('what')}</p>
      {shown.map(([name, content]) => (
        <details key={name} className="desk-step">
          <summary>{t(`${name}.name`)}</summary>
          <p>{t(`${name}.what`)}</p>
          {content}
        </details>
      ))}
    </section>
  );
}

function Stop({ number }: { readonly number: string }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'steps.stop' });
  const api = useDeskApi();
  return (
    <RequestForm
      action={t('action')}
      isGrave
      ask={() =>
        api.ask((client) =>
          client.POST('/api/v1/staff/cases/{caseNumber}/stop', { params: { path: { caseNumber: number } } }),
        )
      }
    />
  );
}

/** Pausing or, where the intake of the case is paused, going on. */
function IntakePause({ number }: { readonly number: string }) {
  const { t } = useTranslation('desk-cases', { keyPrefix: 'steps.intake-pause' });
  const api = useDeskApi();
  const ask = useCallback(() => api.ask((client) => client.GET('/api/v1/status')), [api]);
  const turn: ComponentProps<typeof SwitchForm>['turn'] = (body) => {
    const params = { path: { caseNumber: number } };
    return api.ask((client) =>
      client.POST('/api/v1/staff/cases/{caseNumber}/intake-pause', { params, body }),
    );
  };
  return (
    <WithAnswer ask={ask}>
      {({ switches }) => {
        const pause = switches.find((each) => each.name === 'intake-paused' && each.case === number);
        return (
          <>
            {pause === undefined ? null : (
              <p>
                <strong>{t('paused-because', { reason: pause.reasonZhTW })}</strong>
              </p>
            )}
            <SwitchForm isOn={pause !== undefined} turn={turn} />
          </>
        );
      }}
    </WithAnswer>
  );
}
