import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useColleagues, useMay } from '../../desk/colleagues';
import type { Member } from '../../desk/desk-api';
import { useDeskApi } from '../../desk/use-desk-api';
import { Fingerprint } from '../../parts/fingerprint';
import type { PageProps } from '../../parts/page';
import { DeskPage } from './desk-page';
import { RequestForm } from './parts/request-form';
import { RoleChoices, RoleNames } from './role-names';

/** A member of staff, and the forms to ask for other roles or for their removal. */
export default function MemberPage({ params }: PageProps) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'member' });
  return (
    <DeskPage heading={t('heading')} above={<Link href="/staff/members">{t('back')}</Link>}>
      <Shown id={params.id ?? ''} />
    </DeskPage>
  );
}

function Shown({ id }: { readonly id: string }) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'member' });
  const { members } = useColleagues();
  const mayAsk = useMay('registrar');
  const member = members.find((each) => each.id === id);
  if (member === undefined) return <p>{t('unknown')}</p>;
  const { name, roles, active, certificateDigest } = member;
  return (
    <>
      <dl className="facts">
        <dt>{t('name')}</dt>
        <dd>
          <strong>{name}</strong>
        </dd>
        <dt>{t('roles')}</dt>
        <dd>
          <RoleNames roles={roles} />
        </dd>
        <dt>{t('state')}</dt>
        <dd>{t(active ? 'active' : 'inactive')}</dd>
        <dt>{t('certificate')}</dt>
        <dd>
          <Fingerprint digits={certificateDigest} />
        </dd>
      </dl>
      {active && mayAsk ? (
        <>
          <OtherRoles member={member} />
          <Removal member={member} />
        </>
      ) : null}
    </>
  );
}

function OtherRoles({ member: { id, roles: before } }: { readonly member: Member }) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'member' });
  const api = useDeskApi();
  const [roles, setRoles] = useState<Member['roles']>(before);
  return (
    <section className="desk-form" aria-labelledby="roles">
      <h2 id="roles">{t('roles-heading')}</h2>
      <p>{t('roles-what')}</p>
      <RequestForm
        action={t('roles-action')}
        ask={() => {
          const request = { params: { path: { id } }, body: { roles } };
          return api.ask((client) => client.POST('/api/v1/staff/members/{id}/roles', request));
        }}
      >
        <RoleChoices roles={roles} change={(wanted) => setRoles([...wanted])} />
      </RequestForm>
    </section>
  );
}

function Removal({ member: { id, name } }: { readonly member: Member }) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'member' });
  const api = useDeskApi();
  return (
    <section className="desk-form" aria-labelledby="removal">
      <h2 id="removal">{t('removal-heading')}</h2>
      <p>{t('removal-what', { name })}</p>
      <RequestForm
        action={t('removal-action')}
        isGrave
        ask={() =>
          api.ask((client) => client.POST('/api/v1/staff/members/{id}/removal', { params: { path: { id } } }))
        }
      />
    </section>
  );
}
