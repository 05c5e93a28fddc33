/** Requests that may be counted: staff's and sign-ins, which the log has lines for. */
export const countedClasses = ['staff', 'sign-in'] as const;

/**
 * Requests that may not be counted. A lead reads records page by page, and who co-signs reads the case first, so the numbers of these would tell
 * a case's progress as well as that of co-signatures.
 */
export const uncountedClasses = ['co-signing', 'lead', 'public'] as const;

export type CountedClass = (typeof countedClasses)[number];
export type UncountedClass = (typeof uncountedClasses)[number];

/** The class of a route by its pattern, such as `/api/v1/cases/:caseNumber/co-signatures`; undefined for a request without a route. */
export function requestClass(route: string | undefined): CountedClass | UncountedClass {
  const [, area = ''] = /^\/api\/v1\/([\w-]+)/.exec(route ?? '') ?? [];
  if (area === 'staff' || area === 'sign-in' || area === 'lead') return area;
  return /\/(?:co-signatures|challenges|mobile-[\w-]+)(?:\/|$)/.test(route ?? '') ? 'co-signing' : 'public';
}

/** Whether requests of a class may be counted. */
export function isCounted(name: CountedClass | UncountedClass): name is CountedClass {
  return countedClasses.some((each) => each === name);
}
