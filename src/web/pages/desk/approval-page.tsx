import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApprovalDetail } from '../../desk/desk-api';
import { useNameOf } from '../../desk/colleagues';
import { useDeskApi } from '../../desk/use-desk-api';
import type { PageProps } from '../../parts/page';
import { RehearsalBand } from '../../parts/rehearsal-band';
import { ApprovalForm } from './approval-form';
import { ApprovalState } from './approval-state';
import { DeskPage } from './desk-page';
import { WithFollowed } from './parts/with-followed';
import { Moment } from './parts/words';

/** One request: who asks, what exactly, what changes; and the form to approve it with a card. */
export default function ApprovalPage({ params }: PageProps) {
  const { t } = useTranslation('desk', { keyPrefix: 'approval' });
  return (
    <DeskPage heading={t('heading')} above={<Link href="/staff/approvals">{t('back')}</Link>}>
      <Request id={params.id ?? ''} />
    </DeskPage>
  );
}

/** What takes long is carried out after the approval. */
const whileCarriedOut = (request: ApprovalDetail | undefined): number | undefined =>
  request?.state === 'approved' ? 2_000 : undefined;

function Request({ id }: { readonly id: string }) {
  const api = useDeskApi();
  return (
    <WithFollowed ask={useCallback(() => api.approval(id), [api, id])} every={whileCarriedOut}>
      {(request, askAgain) => (
        <>
          <RehearsalBand caseNumber={request.case} />
          <Asked request={request} />
          <ApprovalForm request={request} changed={askAgain} />
        </>
      )}
    </WithFollowed>
  );
}

/** Who asks for what, and when. */
function Asked({ request }: { readonly request: ApprovalDetail }) {
  const { t } = useTranslation('desk');
  const nameOf = useNameOf();
  const { action, requestedBy, requestedAt, expiresAt, approvedBy, approvedAt } = request;
  return (
    <dl className="facts">
      <dt>{t('approval.action')}</dt>
      <dd>
        <strong>{t(`actions.${action}.name`, { defaultValue: action })}</strong>
      </dd>
      {request.case === undefined ? null : (
        <>
          <dt>{t('approval.case')}</dt>
          <dd>
            <Link href={`/staff/cases/${request.case}`}>{request.case}</Link>
          </dd>
        </>
      )}
      <dt>{t('approval.requested')}</dt>
      <dd>
        {nameOf(requestedBy)} <Moment at={requestedAt} />
      </dd>
      {approvedBy === undefined || approvedAt === undefined ? (
        <>
          <dt>{t('approval.expires')}</dt>
          <dd>
            <Moment at={expiresAt} />
          </dd>
        </>
      ) : (
        <>
          <dt>{t('approval.approved')}</dt>
          <dd>
            {nameOf(approvedBy)} <Moment at={approvedAt} />
          </dd>
        </>
      )}
      <dt>{t('approval.state-label')}</dt>
      <dd>
        <ApprovalState request={request} />
      </dd>
    </dl>
  );
}
