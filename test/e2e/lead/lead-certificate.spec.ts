import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_LOG, type AuditEvent, type AuditLog } from '../../../src/audit/index.js';
import { answerProbe, openRound } from '../../../src/core/ceremony/index.js';
import { cardSignedDocument } from '../../../src/core/cms/index.js';
import {
  type ApiClient,
  type LeadCaseToSign,
  type MockCard,
  roundOpening,
  valueOf,
} from '../../../src/devkit/index.js';
import { base64 } from '../../../src/devkit/story/api-client.js';
import type { TestApplication, TestCase } from '../../support/application/application.js';
import {
  collectingCase,
  enterStaff,
  issuedCase,
  stopped,
  submitted,
} from '../../support/application/cases.js';
import { type Ask, exchange } from '../../support/application/exchange.js';
import { TestInstallation } from '../../support/application/installation.js';

// The certificate was good when its holder signed in. It is validated again at each act that can't be undone.

let installation: TestInstallation;
let application: TestApplication;

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await enterStaff(application);
});

afterAll(() => installation.remove());

const eventsOf = async (caseNumber: string): Promise<readonly AuditEvent[]> => {
  const events = await application.get<AuditLog>(AUDIT_LOG).page(0, 1000);
  return events.filter((event) => event.case === caseNumber);
};

describe('what the validation relied on', () => {
  const list = {
    kind: 'crl',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    number: expect.stringMatching(/^\d+$/),
  };

  it('stands in the event of every act of the lead, and in the approval', async () => {
    const opened = await collectingCase(application, '9001', installation.people.lead);
    await installation.nextDay();
    await submitted(application, opened);
    const stopping = await issuedCase(application, '9002', installation.people.otherLead);
    await stopped(application, stopping.number);
    const events = [...(await eventsOf('9001')), ...(await eventsOf('9002'))];
    const relying = events.filter(({ details }) => 'revocation' in details);
    expect(relying.map(({ action }) => action)).toEqual([
      'round-key-handed-in',
      'round-opened',
      'submission-prepared',
      'round-submitted',
      'approval-approved',
    ]);
    for (const { details } of relying) {
      const references = details.revocation as readonly object[];
      expect(references.length).toBeGreaterThan(0);
      expect(references).toEqual(references.map(() => list));
    }
    const [handedIn, , prepared, sent] = relying.map(({ details }) => details.revocation);
    expect(sent).toEqual(prepared);
    // A day later the authorities have published new lists.
    expect(prepared).not.toEqual(handedIn);
  });

  it('is archived under its digest', async () => {
    const events = await eventsOf('9001');
    const references = events.flatMap(
      ({ details }) => (details.revocation ?? []) as readonly { readonly sha256: string }[],
    );
    const archived = await readdir(path.join(installation.home, 'archive'), { recursive: true });
    for (const { sha256 } of references) expect(archived.some((file) => file.includes(sha256))).toBe(true);
  });
});

describe('a lead whose certificate was revoked after they signed in', () => {
  let keyless: TestCase;
  let card: MockCard;
  let opening: ApiClient;
  let collecting: ApiClient;
  let acts: Readonly<Record<'handing in' | 'opening' | 'preparing' | 'submitting', Ask>>;

  const asking = (client: ApiClient, path: string, body: object = {}): Ask => ({
    method: 'post',
    path: `/api/v1/lead/${path}`,
    token: client.token,
    body,
  });

  /** Everything is made while the certificate is still good. */
  beforeAll(async () => {
    card = installation.people.deputy;
    keyless = await issuedCase(application, '9003', card);
    const open = await collectingCase(application, '9004', card);
    opening = await application.asLead(keyless);
    const referendum = await opening.get<LeadCaseToSign>('lead/case');
    const made = valueOf(await openRound(roundOpening(card, referendum)));
    const key = {
      publicKey: base64(made.publicKey),
      wrappedKey: base64(made.wrappedKey),
      keyStatement: base64(made.keyStatement),
    };
    const { sealedProbe } = await opening.post<{ sealedProbe: string }>('lead/round/key', key);
    const probe = valueOf(await answerProbe(card, made.wrappedKey, Buffer.from(sealedProbe, 'base64')));
    await installation.nextDay();
    opening = await application.asLead(keyless);
    collecting = await application.asLead(open);
    const statement = base64(await cardSignedDocument(card, Buffer.from('提出')));
    acts = {
      'handing in': asking(opening, 'round/key', key),
      opening: asking(opening, 'round/opening', { probe: base64(probe) }),
      preparing: asking(collecting, 'submission/draft'),
      submitting: asking(collecting, 'submission', { statement, wrappedKey: 'AAAA' }),
    };
    const drafted = await exchange(application, acts.preparing);
    expect(drafted.status).toBe(200);
    installation.pki.revoke(card.signingCertificate, installation.clock.now());
    installation.clock.advance(3_600_000);
    await installation.refreshLists();
  });

  it.each(['handing in', 'opening', 'preparing', 'submitting'] as const)(
    'is refused %s, and nothing is written',
    async (act) => {
      const before = [...(await eventsOf('9003')), ...(await eventsOf('9004'))];
      const seen = await exchange(application, acts[act]);
      expect(JSON.parse(seen.body)).toMatchObject({ status: 422, code: 'certificate-revoked' });
      expect([...(await eventsOf('9003')), ...(await eventsOf('9004'))]).toEqual(before);
    },
  );

  it('still sees the case', async () => {
    expect(await opening.get('lead/case')).toMatchObject({ number: '9003', state: 'code-issued' });
  });
});
