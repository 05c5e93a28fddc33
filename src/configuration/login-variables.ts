import { ValidateBy } from 'class-validator';

/** The variable with each database role's own login. */
export const loginVariables = {
  intake: 'LIANSHU_INTAKE_DATABASE_URL',
  lead: 'LIANSHU_LEAD_DATABASE_URL',
  staff: 'LIANSHU_STAFF_DATABASE_URL',
  checking: 'LIANSHU_CHECKING_DATABASE_URL',
} as const;

/** All four are given or none; each logs in as its role, with a password. */
export const IsLoginOf = (role: string): PropertyDecorator =>
  ValidateBy({
    name: 'isLoginOf',
    validator: {
      validate: (value: unknown, given) => {
        const environment = (given?.object ?? {}) as Record<string, unknown>;
        const all = Object.values(loginVariables).map((name) => environment[name]);
        if (all.every((each) => each === undefined)) return true;
        return typeof value === 'string' && isLoginOf(role, value);
      },
    },
  });

function isLoginOf(role: string, text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) return false;
  return url.username === role && url.password !== '' && url.pathname.length > 1;
}
