import { useTranslation } from 'react-i18next';
import type { StaffRole } from '../../desk/desk-session';

/** Every role there is, in the order in which a case needs them. */
export const staffRoles: readonly StaffRole[] = ['registrar', 'verifier', 'approver', 'auditor'];

/** Roles in words. */
export function RoleNames({ roles }: { readonly roles: readonly StaffRole[] }) {
  const { t } = useTranslation('desk');
  return roles.length === 0 ? t('none') : roles.map((role) => t(`roles.${role}`)).join(t('comma'));
}

interface RoleChoicesProps {
  readonly roles: readonly StaffRole[];
  readonly change: (roles: readonly StaffRole[]) => void;
}

/** The roles to choose from, each with what it may do. */
export function RoleChoices({ roles, change }: RoleChoicesProps) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'members' });
  return (
    <fieldset className="choices">
      <legend>{t('columns.roles')}</legend>
      {staffRoles.map((role) => (
        <label key={role} className="choice">
          <input
            type="checkbox"
            checked={roles.includes(role)}
            onChange={({ target }) =>
              change(target.checked ? [...roles, role] : roles.filter((each) => each !== role))
            }
          />
          {t(`role-what.${role}`)}
        </label>
      ))}
    </fieldset>
  );
}
