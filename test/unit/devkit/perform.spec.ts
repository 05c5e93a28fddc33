import { beforeAll, describe, expect, it } from '@jest/globals';
import { issueChallenge, verifyChallenge } from '../../../src/core/challenge.js';
import { parseCardSignature, verifySignedData } from '../../../src/core/cms/index.js';
import { parseNationalId } from '../../../src/core/national-id.js';
import { encodePem } from '../../../src/core/pem.js';
import {
  type Attempt,
  buildCoSignature,
  cardOf,
  type CoSignatureRequest,
  type DemoPki,
  planAttempts,
  revokeAfter,
  revokeBefore,
} from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';
import { fileOf, openssl, seconds } from './openssl.js';

const at = new Date('2026-03-02T04:00:00Z');
const key = Buffer.alloc(32, 7);
const context = { fresh: 'co-sign:9001:1', stale: 'co-sign:9001:1', 'of-another-case': 'co-sign:9002:1' };
const render = (nationalId: string, challenge: string, which: Attempt['statement']): Uint8Array =>
  Buffer.from(`${which}\n${nationalId}\n${challenge}\n`);

/** The result of the format checks of a request, in the order of the intake. */
function checkFormats(request: CoSignatureRequest): string {
  const number = parseNationalId(request.nationalId);
  if (!number.ok) return number.failure.code;
  const challenge = verifyChallenge(key, context.fresh, request.challenge, at);
  if (!challenge.ok) return challenge.failure.code;
  const evidence = parseCardSignature(request.signature);
  if (!evidence.ok) return evidence.failure.code;
  const statement = render(request.nationalId, request.challenge, 'of-this-case');
  const verified = verifySignedData(evidence.value, statement);
  return verified.ok ? 'fine' : verified.failure.code;
}

describe('buildCoSignature', () => {
  const attempts = planAttempts({ seed: 'perform', citizens: 120 });
  let pki: DemoPki;
  beforeAll(() => {
    pki = demoPki({ at });
    revokeBefore(attempts, pki, at);
  });

  const means = {
    challenge: (kind: Attempt['challenge']): string =>
      issueChallenge(key, context[kind], kind === 'stale' ? new Date(at.getTime() - 601_000) : at),
    statement: render,
  };

  it.each([...new Map(attempts.map((attempt) => [attempt.scenario, attempt]))])(
    'builds the request that %s describes',
    async (_name, attempt) => {
      const found = checkFormats(await buildCoSignature(attempt, { pki, ...means }));
      const decidedByFormat = /^(evidence|challenge|national-id-(malformed|check|not-citizen))/.test(
        attempt.expect,
      );
      expect(found).toBe(decidedByFormat ? attempt.expect : 'fine');
    },
  );

  const verdict = (attempt: Attempt, time = at): string => {
    const crls = pki.crls(time).map(({ der }) => encodePem('X509 CRL', der));
    const { output } = openssl(
      'verify',
      '-crl_check',
      '-attime',
      seconds(time),
      '-CAfile',
      fileOf(pki.anchorsPem()),
      '-CRLfile',
      fileOf(crls.join('')),
      fileOf(encodePem('CERTIFICATE', cardOf(attempt, pki).signingCertificate)),
    );
    return /error \d+ at 0 depth lookup: (.*)/.exec(output)?.[1] ?? output.trim().split(' ').at(-1)!;
  };
  const find = (scenario: Attempt['scenario']): Attempt =>
    attempts.find((each) => each.scenario === scenario)!;

  it.each<[Attempt['scenario'], string]>([
    ['ordinary-card', 'OK'],
    ['third-generation-card', 'OK'],
    ['p384-card', 'OK'],
    ['revoked-before', 'certificate revoked'],
    ['expired-certificate', 'certificate has expired'],
    ['certificate-not-yet-valid', 'certificate is not yet valid'],
    ['health-insurance-card', 'unable to get local issuer certificate'],
    ['authority-of-the-same-name', 'unable to get local issuer certificate'],
  ])('openssl verify prints for the certificate of %s: %s', (scenario, words) => {
    expect(verdict(find(scenario))).toBe(words);
  });

  it('revokes a card after it has signed', () => {
    const attempt = find('revoked-after-signing');
    const later = new Date(at.getTime() + 60_000);
    expect(verdict(attempt)).toBe('OK');
    revokeAfter(attempt, pki, later);
    revokeAfter(find('ordinary-card'), pki, later);
    expect([verdict(attempt), verdict(attempt, later)]).toEqual(['OK', 'certificate revoked']);
    expect(verdict(find('ordinary-card'), later)).toBe('OK');
  });

  it('gives an attempt the same card each time, and a person’s renewed card another certificate', () => {
    const again = find('same-person-again');
    const renewed = find('same-person-with-renewed-card');
    const certificate = (attempt: Attempt): string =>
      Buffer.from(cardOf(attempt, pki).signingCertificate).toString('hex');
    expect(certificate(again)).toBe(certificate(attempts[again.index - 1]!));
    expect(certificate(renewed)).not.toBe(certificate(attempts[renewed.index - 1]!));
  });
});
