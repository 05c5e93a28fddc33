/** Whom the pages name, as far as the operator said. */
export interface Contacts {
  /** For questions, for personal data and for complaints about accessibility. */
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  /** For vulnerabilities; by default `email`. */
  readonly security?: string | undefined;
}

/** Each may be left out. */
export const contactVariables = [
  'LIANSHU_CONTACT_EMAIL',
  'LIANSHU_CONTACT_PHONE',
  'LIANSHU_CONTACT_SECURITY',
] as const;

/** The contacts of variables that have been validated; undefined where there is none. */
export function contactsOf(
  variables: Partial<Record<(typeof contactVariables)[number], string>>,
): Contacts | undefined {
  const { LIANSHU_CONTACT_EMAIL: email, LIANSHU_CONTACT_PHONE: phone } = variables;
  const security = variables.LIANSHU_CONTACT_SECURITY ?? email;
  return (phone ?? security) === undefined ? undefined : { email, phone, security };
}
