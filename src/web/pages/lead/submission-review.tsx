import { type SyntheticEvent, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { digestSha256 } from '../../../core/cryptography.js';
import { hex } from '../../../core/octets.js';
import { parseCertificate } from '../../../core/x509/index.js';
import { namedCertificate } from '../../card/named-certificate';
import { octetsOfBase64 } from '../../api/octets-of-answers';
import type { PreparedSubmission, Submission } from '../../lead/submission';
import { useAsked } from '../../api/use-asked';
import { useLeadApi } from '../../lead/use-lead-api';
import { Fingerprint } from '../../parts/fingerprint';
import { ConfirmedText } from './confirmed-text';
import { HoldClock } from './hold-clock';

interface SubmissionReviewProps {
  readonly submission: Submission;
  readonly prepared: PreparedSubmission;
}

/** What will be sent, to whom, and that it can't be undone; the lead types the case number to say that it is meant. */
export function SubmissionReview({ submission, prepared }: SubmissionReviewProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'submission.steps.prepared' });
  const api = useLeadApi();
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const { draft, heldUntil } = prepared;
  const { number, threshold } = submission.referendum;
  const confirm = (event: SyntheticEvent): void => {
    event.preventDefault();
    const isMeant = typed.trim() === number;
    setRefused(!isMeant);
    if (isMeant) void submission.sign(prepared, api);
  };
  return (
    <>
      <HoldClock submission={submission} heldUntil={heldUntil} />
      <dl className="facts">
        <dt>{t('number')}</dt>
        <dd>{number}</dd>
        <dt>{t('count')}</dt>
        <dd>{t('records', { count: draft.recordCount })}</dd>
        <dt>{t('root')}</dt>
        <dd>
          <Fingerprint digits={draft.merkleRoot} />
          <span className="small muted">{t('root-what')}</span>
        </dd>
        <Recipient certificate={draft.commissionCertificate} />
      </dl>
      {draft.recordCount < threshold ? (
        <div className="notice wrong">
          <p>{t('too-few', { count: draft.recordCount, threshold })}</p>
        </div>
      ) : null}
      <div className="notice wrong">
        <p>
          <strong>{t('no-way-back')}</strong>
        </p>
        <p>{t('what-ends')}</p>
      </div>
      <form onSubmit={confirm} noValidate>
        <ConfirmedText
          label={t('type-number', { number })}
          value={typed}
          change={setTyped}
          inputMode="numeric"
          error={isRefused ? t('type-number-wrong', { number }) : undefined}
        />
        <button type="submit" className="button danger">
          {t('action')}
        </button>
        <button type="button" className="button" onClick={() => submission.abandon()}>
          {t('leave')}
        </button>
      </form>
    </>
  );
}

/** Whose key the round key is wrapped for. */
function Recipient({ certificate }: { readonly certificate: string }) {
  const { t } = useTranslation('lead', { keyPrefix: 'submission.steps.prepared' });
  const { answer: digest } = useAsked(
    useCallback(async () => hex(await digestSha256(octetsOfBase64(certificate))), [certificate]),
  );
  const parsed = parseCertificate(octetsOfBase64(certificate));
  return (
    <>
      <dt>{t('recipient')}</dt>
      <dd>
        {parsed.ok ? namedCertificate(parsed.value).name : t('recipient-unreadable')}
        <br />
        <span className="small muted">{t('recipient-digest')}</span>
        {digest === undefined ? null : <Fingerprint digits={digest} />}
      </dd>
    </>
  );
}
