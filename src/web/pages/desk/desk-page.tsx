import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRole } from '../../desk/desk-session';
import { useMay } from '../../desk/colleagues';
import { deskSession, useDeskSession } from '../../desk/desk-session';
import { Page } from '../../parts/page';
import { RehearsalBand } from '../../parts/rehearsal-band';
import { useHeadingAfterSignIn } from '../../parts/use-heading-after-sign-in';
import { DeskBar } from './desk-bar';
import { DeskSignIn } from './desk-sign-in';
import { WithColleagues } from './with-colleagues';

interface DeskPageProps {
  readonly heading: string;
  /** Stands above the heading, muted: the way back. */
  readonly above?: ReactNode;
  /** The case that the page is about, if it is about one: a rehearsal is named as such. */
  readonly caseNumber?: string | undefined;
  /** Who may read it; everybody on the staff where it says nothing. */
  readonly roles?: readonly StaffRole[];
  readonly children: ReactNode;
}

/**
 * A page of the desk, for members of staff alone. Without a session it is the sign-in, at the same address: who signs in again is where they
 * were.
 */
export function DeskPage({ heading, above, caseNumber, roles, children }: DeskPageProps) {
  const session = useDeskSession();
  const isSignedIn = session.kind === 'signed-in';
  useHeadingAfterSignIn(isSignedIn);
  useEffect(() => {
    if (session.kind !== 'signed-in') return;
    // Nobody may be at the window any more.
    const end = setTimeout(() => deskSession.end('ended'), session.expiresAt.getTime() - Date.now());
    return () => clearTimeout(end);
  }, [session]);
  if (!isSignedIn) return <DeskSignIn why={session.why} />;
  return (
    <WithColleagues session={session} heading={heading}>
      <RehearsalBand caseNumber={caseNumber} />
      <DeskBar expiresAt={session.expiresAt} />
      <Page heading={heading} above={above}>
        {roles === undefined ? children : <ForRoles roles={roles}>{children}</ForRoles>}
      </Page>
    </WithColleagues>
  );
}

function ForRoles({ roles, children }: Required<Pick<DeskPageProps, 'roles' | 'children'>>) {
  const { t } = useTranslation('desk');
  if (useMay(...roles)) return children;
  const names = roles.map((role) => t(`roles.${role}`)).join(t('comma'));
  return <p>{t('page.other-role', { roles: names })}</p>;
}
