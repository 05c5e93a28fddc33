import { expect, it } from '@jest/globals';
import { fuzz, untouchedAreAccepted } from '../../support/fuzz/revocation-fuzz.js';

it('accepts the certificate, the CRL and the OCSP response before they are mutated, as openssl does', () =>
  expect(untouchedAreAccepted()).toBe(true));

it('neither crashes on, nor hangs over, nor accepts against openssl any of some thousand mutations', () =>
  expect(fuzz(0, 4000).findings).toEqual([]));
