import { describe, expect, it } from '@jest/globals';
import { type AuditEntry } from '../../../src/audit/index.js';
import { cardSignedDocument } from '../../../src/core/cms/card.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { renderSignIn } from '../../../src/core/statement/index.js';
import {
  approvalBy,
  cards,
  code,
  keyStatementBy,
  linesOf,
  members,
  pki,
  place,
  signedOver,
  stop,
  story,
  submissionBy,
} from '../../support/audit/log-story.js';
import { anchorOf } from '../../support/signer-trust.js';
import { refused, verify, withDetails, withEntry, without } from '../../support/audit/edited-story.js';

const whole = linesOf(story);

describe('an act that nobody did, in a log that the platform itself signs', () => {
  type Edit = () => readonly AuditEntry[] | Promise<readonly AuditEntry[]>;
  const signed = async (index: number, signedData: Promise<Uint8Array>): Promise<AuditEntry[]> =>
    withEntry(index, { signedData: await signedData });
  const { stopApproved, keyStatement, submission } = place;

  it.each<[string, Edit, string]>([
    // The statement is of another act.
    [
      'another request',
      () => withDetails(stopApproved, { request: code.requestId }),
      'audit-signature-wrong',
    ],
    ['another action', () => withDetails(stopApproved, { action: 'purge' }), 'audit-signature-wrong'],
    [
      'another content',
      () => withDetails(stopApproved, { subject: '0'.repeat(64) }),
      'audit-signature-wrong',
    ],
    ['no content', () => withDetails(stopApproved, { subject: null }), 'audit-signature-wrong'],
    [
      'an action that breaks the line',
      () => withDetails(stopApproved, { action: 'a\nb' }),
      'audit-signature-wrong',
    ],
    ['a request that is no text', () => withDetails(stopApproved, { request: 1 }), 'audit-signature-wrong'],
    [
      'another case',
      () => withEntry(stopApproved, { caseNumber: '9002' as CaseNumber }),
      'audit-signature-wrong',
    ],
    [
      'the signature of another approval',
      () => signed(stopApproved, approvalBy(cards.approver, code)),
      'audit-signature-wrong',
    ],
    [
      'an approval on another platform',
      () => signed(stopApproved, approvalBy(cards.approver, stop, 'https://elsewhere.test.invalid')),
      'audit-signature-wrong',
    ],
    [
      'a sign-in in place of an approval',
      () =>
        signed(
          stopApproved,
          cardSignedDocument(cards.approver, renderSignIn('staff', 'https://x.invalid', 'abc')),
        ),
      'audit-signature-wrong',
    ],
    [
      'a key statement in place of an approval',
      () => signed(stopApproved, keyStatementBy(cards.approver)),
      'audit-signature-wrong',
    ],
    [
      'another key',
      () => withDetails(keyStatement, { publicKeyDigest: '0'.repeat(64) }),
      'audit-signature-wrong',
    ],
    ['no key', () => withDetails(keyStatement, { publicKeyDigest: [] }), 'audit-signature-wrong'],
    [
      'another wrapped key',
      () => withDetails(keyStatement, { wrappedKeyDigest: '0'.repeat(64) }),
      'audit-signature-wrong',
    ],
    ['another round', () => withDetails(keyStatement, { round: 2 }), 'audit-signature-wrong'],
    [
      'the key statement of another case',
      () => signed(keyStatement, keyStatementBy(cards.lead, '9002' as CaseNumber)),
      'audit-signature-wrong',
    ],
    ['other totals', () => withDetails(submission, { recordCount: 8 }), 'audit-signature-wrong'],
    [
      'totals that are no number',
      () => withDetails(submission, { recordCount: 'x' }),
      'audit-signature-wrong',
    ],
    ['another root', () => withDetails(submission, { merkleRoot: '0'.repeat(64) }), 'audit-signature-wrong'],
    ['a submission of fewer', () => signed(submission, submissionBy(cards.lead, 6)), 'audit-signature-wrong'],
    [
      'no case',
      () =>
        story.map(({ caseNumber, ...entry }, i) =>
          i === submission || caseNumber === undefined ? entry : { ...entry, caseNumber },
        ),
      'audit-signature-wrong',
    ],
    [
      'a signature for an act that has none',
      async () => withEntry(place.codeIssued, { signedData: await submissionBy(cards.lead) }),
      'audit-signature-wrong',
    ],
    [
      'bytes that are no SignedData',
      () => withEntry(stopApproved, { signedData: Buffer.from('x') }),
      'audit-signature-wrong',
    ],
    // Who signed may not.
    [
      'signed by a stranger',
      () => signed(stopApproved, approvalBy(cards.stranger, stop)),
      'audit-signer-not-allowed',
    ],
    [
      'signed by another approver',
      () => signed(stopApproved, approvalBy(cards.second, stop)),
      'audit-signer-not-allowed',
    ],
    [
      'said to be by another approver',
      () => withEntry(stopApproved, { actor: `staff:${members.second}` }),
      'audit-signer-not-allowed',
    ],
    [
      'approved by who asked',
      async () =>
        withEntry(stopApproved, {
          actor: `staff:${members.verifier}`,
          signedData: await approvalBy(cards.verifier, stop),
        }),
      'audit-signer-not-allowed',
    ],
    [
      'approved by the lead',
      async () => withEntry(stopApproved, { actor: 'lead', signedData: await approvalBy(cards.lead, stop) }),
      'audit-signer-not-allowed',
    ],
    [
      'by a member without the role',
      () => withDetails(place.approver, { roles: ['verifier'] }),
      'audit-signer-not-allowed',
    ],
    [
      'by a member whose roles are none',
      () => withDetails(place.approver, { roles: 'approver' }),
      'audit-signer-not-allowed',
    ],
    [
      'by a member of another certificate',
      () => withDetails(place.approver, { certificate: '0'.repeat(64) }),
      'audit-signer-not-allowed',
    ],
    ['by a member who was never added', () => without(place.approver), 'audit-signer-not-allowed'],
    [
      'by a member who was deactivated',
      () =>
        story.toSpliced(4, 0, {
          at: new Date(0),
          actor: 'system',
          action: 'staff-member-deactivated',
          details: { member: members.approver },
        }),
      'audit-signer-not-allowed',
    ],
    [
      'by a member who was added anew with another card',
      () =>
        story
          .toSpliced(4, 0, story[place.approver]!)
          .map((entry, i) =>
            i === place.approver
              ? { ...entry, details: { ...entry.details, certificate: '0'.repeat(64) } }
              : entry,
          ),
      'audit-signer-not-allowed',
    ],
    ['of a request that nobody made', () => without(place.stopRequested), 'audit-signer-not-allowed'],
    [
      'of a request by nobody known',
      () => withEntry(place.stopRequested, { actor: 'system' }),
      'audit-signer-not-allowed',
    ],
    [
      'of a request for another content',
      () => withDetails(place.stopRequested, { subject: '0'.repeat(64) }),
      'audit-signer-not-allowed',
    ],
    [
      'a key of another lead',
      () => signed(keyStatement, keyStatementBy(cards.otherLead)),
      'audit-signer-not-allowed',
    ],
    [
      'a submission by another lead',
      () => signed(submission, submissionBy(cards.otherLead)),
      'audit-signer-not-allowed',
    ],
    [
      'a submission by staff',
      () => withEntry(submission, { actor: `staff:${members.approver}` }),
      'audit-signer-not-allowed',
    ],
    ['of a lead who was never registered', () => without(place.registered), 'audit-signer-not-allowed'],
    // Nobody signed.
    [
      'a step with another request',
      () => withDetails(place.stopped, { request: code.requestId }),
      'audit-step-not-approved',
    ],
    ['a step with no request', () => withEntry(place.stopped, { details: {} }), 'audit-step-not-approved'],
    [
      'a step of another case',
      () => withEntry(place.stopped, { caseNumber: '9002' as CaseNumber }),
      'audit-step-not-approved',
    ],
    [
      'a step by another',
      () => withEntry(place.stopped, { actor: `staff:${members.second}` }),
      'audit-step-not-approved',
    ],
    ['another step', () => withEntry(place.stopped, { action: 'case-purge' }), 'audit-step-not-approved'],
    ['a step twice', () => [...story, story[place.stopped]!], 'audit-step-not-approved'],
    ['a step whose approval is left out', () => without(place.codeApproved), 'audit-step-not-approved'],
    // Nobody could have, then.
    [
      'before the card was valid',
      () => withEntry(stopApproved, { at: new Date(0) }),
      'audit-signer-untrusted',
    ],
    [
      'after the card has expired',
      () => withEntry(stopApproved, { at: new Date('2049-01-01T00:00:00Z') }),
      'audit-signer-untrusted',
    ],
  ])('%s', async (_what, edit, code) => {
    const entries = await edit();
    expect(await verify(linesOf(entries, await signedOver(entries)))).toMatchObject({ failure: { code } });
  });

  it('names the line, and why there is no path', async () => {
    // Of the same name as the authority of the cards.
    const impostor = anchorOf(pki.authorities.impostor.certificate);
    const answer = await verify(whole, { anchors: [impostor], intermediates: [] });
    expect(answer).toEqual(refused('audit-signer-untrusted', { line: 9, cause: 'signature-invalid' }));
    const none = await verify(whole, { anchors: [] });
    expect(none).toEqual(refused('audit-signer-untrusted', { line: 9, cause: 'issuer-not-found' }));
  });
});
