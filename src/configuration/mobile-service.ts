/** The service of the mobile certificate (行動自然人憑證). Its key is a file in the home folder. */
export interface MobileServiceSetting {
  /** Its origin. */
  readonly address: string;
  /** What it knows the platform by (`sp_service_id`). */
  readonly serviceId: string;
  /**
   * How long each push takes at least, in milliseconds, so that the time tells nobody whether a number has a mobile certificate. Two seconds
   * where not given.
   */
  readonly pushAnsweredAfter?: number;
}

/** Both are given, or none is. */
export const mobileVariables = ['LIANSHU_MOBILE_SERVICE', 'LIANSHU_MOBILE_SERVICE_ID'] as const;

/** An origin by https, or by http on this machine: national ID numbers are sent there. */
export function isMobileServiceAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || text.replace(/\/$/, '') !== url.origin) return false;
  return url.protocol === 'https:' || /^http:\/\/(?:127\.0\.0\.1|localhost)(?::|$)/.test(url.origin);
}

/** Printable ASCII without spaces, 100 characters at most. */
export const isMobileServiceId = (text: string): boolean => /^[\x21-\x7e]{1,100}$/.test(text);

/** The setting of variables that have been validated; undefined where they are not given. */
export function mobileServiceOf(
  variables: Partial<Record<(typeof mobileVariables)[number], string>>,
): MobileServiceSetting | undefined {
  const { LIANSHU_MOBILE_SERVICE: address, LIANSHU_MOBILE_SERVICE_ID: serviceId } = variables;
  if (!address || !serviceId) return undefined;
  return { address: address.replace(/\/$/, ''), serviceId };
}
