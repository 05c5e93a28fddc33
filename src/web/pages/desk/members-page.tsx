import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useColleagues, useMay } from '../../desk/colleagues';
import type { Member } from '../../desk/desk-api';
import { DeskPage } from './desk-page';
import { MemberAddForm } from './member-add-form';
import { type Column, DataTable } from './parts/data-table';
import { StatusWord } from './parts/words';
import { RoleNames } from './role-names';

/** Who is and was on the staff, and a form to ask for somebody new. */
export default function MembersPage() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'members' });
  return (
    <DeskPage heading={t('heading')}>
      <p>{t('what')}</p>
      <Members />
    </DeskPage>
  );
}

function Members() {
  const { t } = useTranslation('desk-office', { keyPrefix: 'members' });
  const { members, me } = useColleagues();
  const mayAsk = useMay('registrar');
  const columns: readonly Column<Member>[] = [
    {
      name: 'name',
      heading: t('columns.name'),
      kind: 'row-heading',
      cell: ({ id, name }) => (
        <>
          <Link href={`/staff/members/${id}`}>{name}</Link>
          {id === me.id ? ` ${t('me')}` : null}
        </>
      ),
    },
    { name: 'roles', heading: t('columns.roles'), cell: ({ roles }) => <RoleNames roles={roles} /> },
    {
      name: 'state',
      heading: t('columns.state'),
      cell: ({ active }) => (
        <StatusWord kind={active ? 'done' : 'wrong'}>{t(active ? 'active' : 'inactive')}</StatusWord>
      ),
    },
    {
      name: 'certificate',
      heading: t('columns.certificate'),
      cell: ({ certificateDigest }) => <code>{certificateDigest.slice(0, 16)}</code>,
    },
  ];
  return (
    <>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={members}
        rowKey={({ id }) => id}
        empty={t('none')}
      />
      {mayAsk ? <MemberAddForm /> : <p>{t('registrars-ask')}</p>}
    </>
  );
}
