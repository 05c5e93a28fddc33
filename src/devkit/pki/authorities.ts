import { Oid } from '../../core/x509/index.js';
import type { KeyPool } from '../keys/key-pool.js';
import { commonName, country, distinguishedName, organization, unit } from '../x509/index.js';
import { type Authority, establishAuthority } from './authority.js';

/** The authorities of the demo by label: the government’s roots, MOICA’s two generations, an office CA, and an impostor. (An alias, not an interface, so that Object.values knows what it gives.) */
export type Authorities = {
  readonly grca: Authority;
  readonly grcaG3: Authority;
  /** RSA-2048 under GRCA. */
  readonly moicaG2: Authority;
  /** RSA-4096 under GRCA-G3; the same name as G2. */
  readonly moicaG3: Authority;
  /** Issues to offices: the commission, MOI. RSA-2048 under GRCA-G3. */
  readonly office: Authority;
  /** Nobody's: a root that calls itself by MOICA's name. */
  readonly impostor: Authority;
};

/** Which authority. */
export type AuthorityLabel = keyof Authorities;

/** The name all generations of MOICA share. DER. */
export const moicaName = distinguishedName(country('TW'), organization('行政院'), unit('內政部憑證管理中心'));

const rootName = (generation: string): Uint8Array =>
  distinguishedName(country('TW'), organization('行政院'), commonName(`政府憑證總管理中心${generation}`));
const officeName = distinguishedName(country('TW'), organization('行政院'), unit('政府憑證管理中心'));

const policies = ['2.16.886.101.0.3.1', '2.16.886.101.0.3.2', Oid.moicaAssuranceLevel3];
const years = (from: number, to: number): { readonly notBefore: Date; readonly notAfter: Date } => ({
  notBefore: new Date(Date.UTC(from, 0, 1)),
  notAfter: new Date(Date.UTC(to, 0, 1)),
});

/** Establishes all authorities, publishing at this base URL. */
export function establishAuthorities(keys: KeyPool, address: string): Authorities {
  const common = { policies, address };
  const grca = establishAuthority({
    ...common,
    ...years(2012, 2037),
    label: 'grca',
    name: rootName(''),
    key: keys.key('grca', 'rsa-2048'),
  });
  const grcaG3 = establishAuthority({
    ...common,
    ...years(2019, 2049),
    label: 'grca-g3',
    name: rootName(' - G3'),
    key: keys.key('grca-g3', 'rsa-4096'),
  });
  const moicaG2 = establishAuthority({
    ...common,
    ...years(2014, 2034),
    label: 'moica-g2',
    name: moicaName,
    key: keys.key('moica-g2', 'rsa-2048'),
    issuer: grca,
  });
  const moicaG3 = establishAuthority({
    ...common,
    ...years(2019, 2044),
    label: 'moica-g3',
    name: moicaName,
    key: keys.key('moica-g3', 'rsa-4096'),
    issuer: grcaG3,
  });
  const office = establishAuthority({
    ...common,
    ...years(2019, 2044),
    label: 'office',
    name: officeName,
    key: keys.key('office', 'rsa-2048'),
    issuer: grcaG3,
  });
  const impostor = establishAuthority({
    ...common,
    ...years(2014, 2044),
    label: 'impostor',
    name: moicaName,
    key: keys.key('impostor', 'rsa-2048'),
  });
  return { grca, grcaG3, moicaG2, moicaG3, office, impostor };
}
