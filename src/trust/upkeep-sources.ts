import { subjectKeyIdentifierHex } from './certificates-by-fingerprint.js';
import type { TrustConfiguration } from './configuration.js';
import type { UpkeepSource } from './upkeep.js';

/** Each source with the authority that signs for it; the configuration has refused sources without one. */
export function upkeepSources({ anchorSets, sources }: TrustConfiguration): UpkeepSource[] {
  const authorities = anchorSets.flatMap((set) => set.authorities);
  return sources.flatMap((source) => {
    const authority = authorities.find(
      (each) => subjectKeyIdentifierHex(each) === source.issuerKeyIdentifier,
    );
    return authority === undefined ? [] : [{ source, authority }];
  });
}
