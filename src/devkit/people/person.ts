import type { CardHolder } from '../pki/card-issuer.js';

/** What the household register says of someone on the day of submission. */
export type RegisterStanding =
  'eligible' | 'not-in-register' | 'under-age' | 'guardianship' | 'newly-resident' | 'dead';

/** MOI's answer for each standing. */
export const registerResults = {
  eligible: '00',
  'not-in-register': 'R01',
  'under-age': 'R02',
  guardianship: 'R03',
  'newly-resident': 'R04',
  dead: 'R05',
} as const satisfies Record<RegisterStanding, string>;

/** What MOI answers. */
export type RegisterResult = (typeof registerResults)[RegisterStanding];

/** A synthetic person. */
export interface Person extends CardHolder {
  readonly standing: RegisterStanding;
}
