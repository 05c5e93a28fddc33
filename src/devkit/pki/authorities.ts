import { Oid } from '../../core/x509/index.js';
import type { KeyKind } from '../keys/key-pair.js';
import type { KeyPool } from '../keys/key-pool.js';
import { commonName, country, distinguishedName, organization, unit } from '../x509/index.js';
import { type Authority, establishAuthority } from './authority.js';

/**
 * The authorities of the demo: the government's roots, MOICA's two generations, an office CA, and two that nobody trusts.
 * (An alias, not an interface, so that Object.values knows what it gives.)
 */
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
  /** Issues health-insurance cards (健保卡): real, and unsuitable. */
  readonly healthInsurance: Authority;
};

/** Which authority. */
export type AuthorityLabel = keyof Authorities;

/** The name all generations of MOICA share. DER. */
export const moicaName = distinguishedName(country('TW'), organization('行政院'), unit('內政部憑證管理中心'));

const rootName = (generation: string): Uint8Array =>
  distinguishedName(country('TW'), organization('行政院'), commonName(`政府憑證總管理中心${generation}`));
const officeName = distinguishedName(country('TW'), organization('行政院'), unit('政府憑證管理中心'));
const healthInsuranceName = distinguishedName(
  country('TW'),
  organization('衛生福利部中央健康保險署'),
  unit('健保卡憑證管理中心'),
);

const policies = ['2.16.886.101.0.3.1', '2.16.886.101.0.3.2', Oid.moicaAssuranceLevel3];

/** Establishes all authorities, publishing at this base URL. */
export function establishAuthorities(keys: KeyPool, address: string): Authorities {
  const establish = (
    label: string,
    name: Uint8Array,
    kind: KeyKind,
    [from, to]: readonly [from: number, to: number],
    issuer?: Authority,
  ): Authority =>
    establishAuthority({
      label,
      name,
      key: keys.key(label, kind),
      issuer,
      notBefore: new Date(Date.UTC(from, 0, 1)),
      notAfter: new Date(Date.UTC(to, 0, 1)),
      policies,
      address,
    });
  const grca = establish('grca', rootName(''), 'rsa-2048', [2012, 2037]);
  const grcaG3 = establish('grca-g3', rootName(' - G3'), 'rsa-4096', [2019, 2049]);
  return {
    grca,
    grcaG3,
    moicaG2: establish('moica-g2', moicaName, 'rsa-2048', [2014, 2034], grca),
    moicaG3: establish('moica-g3', moicaName, 'rsa-4096', [2019, 2044], grcaG3),
    office: establish('office', officeName, 'rsa-2048', [2019, 2044], grcaG3),
    impostor: establish('impostor', moicaName, 'rsa-2048', [2014, 2044]),
    healthInsurance: establish('health-insurance', healthInsuranceName, 'rsa-2048', [2014, 2044]),
  };
}
