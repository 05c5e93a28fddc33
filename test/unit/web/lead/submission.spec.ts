import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateRoundKey, type SignedSubmission } from '../../../../src/core/ceremony/index.js';
import { wrapKeyForCard } from '../../../../src/core/cms/enveloped-data.js';
import { openSealed, parseSignedDocument } from '../../../../src/core/cms/index.js';
import { isKeyPair } from '../../../../src/core/key-pair.js';
import { equalOctets } from '../../../../src/core/octets.js';
import { valueOf } from '../../../../src/devkit/index.js';
import { keyOpenersOf } from '../../../../src/web/lead/key-openers';
import type { LeadApi, LeadCase, SubmissionDraft } from '../../../../src/web/lead/lead-api';
import { openTypedPassphrase } from '../../../../src/web/lead/recovery-passphrase';
import {
  type PreparedSubmission,
  Submission,
  type SubmissionState,
} from '../../../../src/web/lead/submission';
import { apiWith, type LeadScene, leadScene, press, until, withKey } from './lead-scene';

type AtCard = Extract<SubmissionState, { step: 'key' | 'signing' }>;
const waits = (state: SubmissionState): state is AtCard & Required<Pick<AtCard, 'operation'>> =>
  'operation' in state && state.operation !== undefined;
const isAt =
  <Step extends SubmissionState['step']>(step: Step) =>
  (state: SubmissionState): state is Extract<SubmissionState, { step: Step }> =>
    state.step === step && !(state.step === 'explained' && state.preparing);
const refusal = (code: string) =>
  ({
    kind: 'refused',
    problem: { status: 409, code, detail: '請重新準備。' },
    retryAfter: undefined,
  }) as const;

describe('a submission, step by step', () => {
  let scene: LeadScene;
  let draft: SubmissionDraft;
  let collecting: LeadCase;
  beforeAll(async () => {
    scene = await leadScene();
    collecting = { ...withKey(scene.referendum, scene.opened), state: 'collecting' };
    draft = {
      origin: collecting.origin,
      recordCount: 18,
      merkleRoot: 'ab'.repeat(32),
      holdSeconds: 300,
      commissionCertificate: Buffer.from(scene.pki.commissionDecryption.certificate).toString('base64'),
    };
  });

  const api = (submit: LeadApi['submit'], changes: Partial<LeadApi> = {}): LeadApi =>
    apiWith({ draft: () => Promise.resolve({ kind: 'answered', data: draft }), submit, ...changes });
  const taken: LeadApi['submit'] = () =>
    Promise.resolve({ kind: 'answered', data: { recordCount: 18, merkleRoot: draft.merkleRoot } });

  async function prepared(
    server: LeadApi,
    referendum = collecting,
  ): Promise<[Submission, PreparedSubmission]> {
    const submission = new Submission(referendum);
    await submission.prepare(server);
    return [submission, (await until(submission, isAt('prepared'))).prepared];
  }

  async function throughTheCard(server: LeadApi): Promise<Submission> {
    const [submission, what] = await prepared(server);
    const done = submission.sign(what, server);
    for (const kind of ['decrypt', 'sign']) {
      const { operation } = await until(submission, waits);
      expect(operation.kind).toBe(kind);
      await press(operation, scene.card);
    }
    await done;
    return submission;
  }

  it('opens the key, then signs what was prepared, and sends it once', async () => {
    const sent: SignedSubmission[] = [];
    const submission = await throughTheCard(
      api((signed) => {
        sent.push(signed);
        return taken(signed);
      }),
    );
    expect(submission.current()).toEqual({ step: 'done' });
    expect(sent).toHaveLength(1);
    const { content } = valueOf(parseSignedDocument(sent[0]!.statement));
    expect(Buffer.from(content).toString()).toContain(
      `連署筆數：18\n默克爾樹根 sha-256：${draft.merkleRoot}\n`,
    );
  });

  it.each([
    ['nobody answers', { kind: 'unknown' } as const],
    ['the session has ended', refusal('sign-in-required')],
    ['the case moves no more', refusal('transition-not-allowed')],
  ])('says that it is not known where %s, and sends the same again', async (_name, answer) => {
    const sent: SignedSubmission[] = [];
    const submission = await throughTheCard(
      api((signed) => {
        sent.push(signed);
        return Promise.resolve(answer);
      }),
    );
    expect(submission.current()).toEqual({ step: 'unknown', times: 1 });
    await submission.send(
      api((signed) => {
        sent.push(signed);
        return taken(signed);
      }),
    );
    expect(submission.current()).toEqual({ step: 'done' });
    expect(sent[1]).toBe(sent[0]);
  });

  it.each([
    ['done', { merkleRoot: 'ab', recordCount: 1, submittedAt: '2026-03-04T01:00:00Z' }],
    ['unknown', undefined],
  ] as const)('asks the case whether it arrived: %s', async (step, submitted) => {
    const submission = await throughTheCard(api(() => Promise.resolve({ kind: 'unknown' })));
    const round = { ...collecting.round, ...(submitted === undefined ? {} : { submission: submitted }) };
    await submission.ask(
      apiWith({ case: () => Promise.resolve({ kind: 'answered', data: { ...collecting, round } }) }),
    );
    expect(submission.current()).toMatchObject({ step });
  });

  it('has to be prepared anew where the totals have changed', async () => {
    const submission = await throughTheCard(api(() => Promise.resolve(refusal('submission-outdated'))));
    expect(submission.current()).toEqual({
      step: 'explained',
      preparing: false,
      refusal: { code: 'submission-outdated', sentence: '請重新準備。' },
    });
  });

  const neverSent: LeadApi['submit'] = () => {
    throw new Error('sent');
  };

  it('sends nothing where the card opens another key than the published one', async () => {
    const other = (await leadScene()).opened.publicKey;
    const referendum = withKey(collecting, { ...scene.opened, publicKey: other });
    const server = api(neverSent);
    const [submission, what] = await prepared(server, referendum);
    const done = submission.sign(what, server);
    await press((await until(submission, waits)).operation, scene.card);
    await done;
    expect(submission.current()).toMatchObject({
      step: 'explained',
      refusal: { code: 'ceremony-key-mismatch' },
    });
  });

  it.each<[string, (scene: LeadScene, envelope: Uint8Array) => Promise<Uint8Array | undefined>]>([
    ['a deputy’s card', ({ otherCard }, envelope) => otherCard.decrypt(envelope)],
    ['the passphrase', (_scene, envelope) => openTypedPassphrase(envelope, ' Seven WORDS on paper ')],
  ])('takes the key from %s, and has the lead’s own card sign', async (_who, opens) => {
    const { card, otherCard, pki } = scene;
    const pair = await generateRoundKey();
    const recipients = [card.encryptionCertificate, otherCard.encryptionCertificate];
    const wrappedKey = await wrapKeyForCard(pair.privateKey, recipients, 'Seven WORDS on paper');
    const referendum = withKey(collecting, { ...scene.opened, publicKey: pair.publicKey, wrappedKey });
    expect(keyOpenersOf(referendum)).toEqual(['own-card', 'deputy', 'passphrase']);
    const sent: SignedSubmission[] = [];
    const server = api((signed) => {
      sent.push(signed);
      return taken(signed);
    });
    const [submission, what] = await prepared(server, referendum);
    const done = submission.sign(what, server);
    const { operation } = await until(submission, waits);
    if (operation.kind !== 'decrypt') throw new Error('the key comes first');
    operation.finish((await opens(scene, operation.content))!);
    await press((await until(submission, waits)).operation, card);
    await done;
    expect(submission.current()).toEqual({ step: 'done' });
    const { signer } = valueOf(parseSignedDocument(sent[0]!.statement));
    expect(equalOctets(signer.der, card.signingCertificate)).toBe(true);
    const { certificate, key } = pki.commissionDecryption;
    const opened = valueOf(openSealed(sent[0]!.wrappedKey, certificate, key.privateKey));
    expect(await isKeyPair(opened, pair.publicKey)).toBe(true);
  });

  it.each([0, 1])('sends nothing where it is left after %i uses of the card', async (uses) => {
    const server = api(neverSent);
    const [submission, what] = await prepared(server);
    const done = submission.sign(what, server);
    for (let use = 0; use < uses; use++) {
      await press((await until(submission, waits)).operation, scene.card);
      await until(submission, waits);
    }
    submission.abandon();
    await done;
    expect(submission.current()).toEqual({ step: 'explained', preparing: false });
  });
});
