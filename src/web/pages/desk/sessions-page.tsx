import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiSchemas } from '../../api/client';
import { deskSession } from '../../desk/desk-session';
import { useDeskApi } from '../../desk/use-desk-api';
import { DeskPage } from './desk-page';
import { ActForm } from './parts/act-form';
import { type Column, DataTable } from './parts/data-table';
import { WithAnswer } from './parts/with-answer';
import { Moment } from './parts/words';

type Session = ApiSchemas['SessionView'];

/** One's own sessions, at this machine and at others, each of which can be ended. */
export default function SessionsPage() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'sessions' });
  return (
    <DeskPage heading={t('heading')}>
      <p>{t('what')}</p>
      <Sessions />
    </DeskPage>
  );
}

function Sessions() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'sessions' });
  const api = useDeskApi();
  const ask = useCallback(() => api.ask((client) => client.GET('/api/v1/staff/sessions')), [api]);
  return (
    <WithAnswer ask={ask}>
      {({ sessions }, askAgain) => (
        <DataTable
          caption={t('caption')}
          columns={columnsOf(t, (session) => (
            <End session={session} ended={askAgain} />
          ))}
          rows={sessions}
          rowKey={({ id }) => id}
          empty={t('none')}
        />
      )}
    </WithAnswer>
  );
}

function columnsOf(
  t: (key: string) => string,
  end: (session: Session) => ReactNode,
): readonly Column<Session>[] {
  return [
    {
      name: 'opened',
      heading: t('columns.opened'),
      kind: 'row-heading',
      cell: ({ openedAt }) => <Moment at={openedAt} />,
    },
    { name: 'expires', heading: t('columns.expires'), cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
    { name: 'here', heading: t('columns.here'), cell: ({ current }) => t(current ? 'here' : 'elsewhere') },
    { name: 'end', heading: t('columns.end'), cell: end },
  ];
}

function End({ session: { id, current }, ended }: { readonly session: Session; readonly ended: () => void }) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'sessions' });
  const api = useDeskApi();
  return (
    <ActForm
      action={t(current ? 'end-here' : 'end')}
      isGrave
      act={() =>
        api.ask((client) => client.DELETE('/api/v1/staff/sessions/{id}', { params: { path: { id } } }))
      }
      done={() => (current ? deskSession.end('signed-out') : ended())}
    />
  );
}
