import { beforeAll, describe, expect, it } from '@jest/globals';
import { equalOctets } from '../../../../src/core/octets.js';
import type { OpenedRound } from '../../../../src/core/ceremony/index.js';
import { checkHandedInKey } from '../../../../src/web/lead/handed-in-key';
import type { LeadApi, LeadCase } from '../../../../src/web/lead/lead-api';
import { Opening, type OpeningState } from '../../../../src/web/lead/opening';
import { apiWith, type LeadScene, leadScene, press, sealedProbe, until, withKey } from './lead-scene';

const probe = new Uint8Array(32).fill(7);
const waits = (state: OpeningState): state is OpeningState & Required<Pick<OpeningState, 'operation'>> =>
  state.operation !== undefined;
const refused = (state: OpeningState): state is OpeningState & Required<Pick<OpeningState, 'refusal'>> =>
  state.refusal !== undefined;
const isOpen = (state: OpeningState): state is OpeningState => state.step === 'open';
const refusal = (code: string) =>
  ({ kind: 'refused', problem: { status: 422, code, detail: '請重試。' }, retryAfter: undefined }) as const;

describe('an opening, step by step', () => {
  let scene: LeadScene;
  beforeAll(async () => {
    scene = await leadScene();
  });

  /** A server that takes everything. */
  const server = (sent: { key?: OpenedRound; probes: Uint8Array[] }, changes: Partial<LeadApi> = {}) =>
    apiWith({
      handInKey: (key) => {
        sent.key = key;
        return Promise.resolve({
          kind: 'answered',
          data: { sealedProbe: sealedProbe(key.publicKey, probe) },
        });
      },
      open: (answer) => {
        sent.probes.push(answer);
        return Promise.resolve({ kind: 'answered', data: scene.referendum });
      },
      ...changes,
    });

  async function toTrial(api: LeadApi): Promise<Opening> {
    const opening = new Opening(scene.referendum);
    opening.agree();
    await opening.makeKey(scene.card);
    void opening.wrapAndSign({ deputies: [], passphrase: undefined }, api);
    await until(opening, waits);
    return opening;
  }

  it('waits for the lead before each use of the card, and sends what the card signed', async () => {
    const sent = { probes: [] as Uint8Array[], key: undefined as OpenedRound | undefined };
    const steps: string[] = [];
    const opening = new Opening(scene.referendum);
    opening.subscribe(() => {
      if (steps.at(-1) !== opening.current().step) steps.push(opening.current().step);
    });
    opening.agree();
    await opening.makeKey(scene.card);
    const done = opening.wrapAndSign({ deputies: [], passphrase: undefined }, server(sent));
    for (const kind of ['decrypt', 'sign', 'decrypt']) {
      const { operation } = await until(opening, waits);
      expect(operation.kind).toBe(kind);
      await press(operation, scene.card);
    }
    await done;
    expect(steps).toEqual(['key', 'recovery', 'trial', 'signing', 'start', 'open']);
    expect(sent.probes).toEqual([probe]);
    const handedIn = withKey(scene.referendum, sent.key!);
    expect(await checkHandedInKey(handedIn, scene.card.signingCertificate)).toEqual(sent.key);
  });

  it('forgets everything when it is left, and sends nothing', async () => {
    const sent = { probes: [] as Uint8Array[], key: undefined };
    const opening = await toTrial(server(sent));
    const { operation } = opening.current();
    opening.abandon();
    // The card answers too late.
    await press(operation, scene.card);
    await new Promise(setImmediate);
    expect(opening.current()).toEqual({ step: 'undertaking', sending: false });
    expect(opening.encryptionCertificate).toHaveLength(0);
    expect(sent.key).toBeUndefined();
  });

  it('begins again where the card opens another key than the one that was wrapped', async () => {
    const opening = await toTrial(server({ probes: [] }));
    const { operation } = opening.current();
    if (operation?.kind !== 'decrypt') throw new Error('no trial');
    operation.finish(new Uint8Array(8));
    const { step, refusal: told } = await until(opening, refused);
    expect([step, told]).toEqual(['key', { code: 'ceremony-key-mismatch' }]);
  });

  it('tells why the key was not taken, and hands the same in again', async () => {
    const sent: { probes: Uint8Array[]; key?: OpenedRound } = { probes: [] };
    const good = server(sent);
    const opening = new Opening(scene.referendum);
    void opening.resume(scene.opened, server(sent, { handInKey: () => Promise.resolve(refusal('x')) }));
    expect(await until(opening, refused)).toMatchObject({
      step: 'start',
      refusal: { code: 'x', sentence: '請重試。' },
    });
    void opening.open(good);
    await press((await until(opening, waits)).operation, scene.card);
    await until(opening, isOpen);
    expect(sent.key).toBe(scene.opened);
  });

  it('sends the probe’s answer again without the card, where nobody answered', async () => {
    const sent: { probes: Uint8Array[]; key?: OpenedRound } = { probes: [] };
    const silent = server(sent, { open: () => Promise.resolve({ kind: 'unknown' }) });
    const opening = new Opening(scene.referendum);
    void opening.resume(scene.opened, silent);
    await press((await until(opening, waits)).operation, scene.card);
    expect((await until(opening, refused)).refusal).toEqual({ code: 'unreachable' });
    await opening.open(server(sent));
    expect(opening.current().step).toBe('open');
    expect(sent.probes).toEqual([probe]);
  });

  it.each<[string, Partial<LeadCase> | undefined, OpeningState['step']]>([
    ['collects with this key', { state: 'collecting' }, 'open'],
    ['collects with another key', { state: 'collecting', round: {} as LeadCase['round'] }, 'start'],
    ['does not collect', { state: 'stopped' }, 'start'],
    ['can’t be asked for', undefined, 'start'],
  ])('whose answer was lost is open where the case %s', async (_how, changes, step) => {
    const lost = server(
      { probes: [] },
      {
        open: () => Promise.resolve(refusal('transition-not-allowed')),
        case: () =>
          Promise.resolve(
            changes === undefined
              ? { kind: 'unknown' }
              : { kind: 'answered', data: { ...withKey(scene.referendum, scene.opened), ...changes } },
          ),
      },
    );
    const opening = new Opening(scene.referendum);
    const done = opening.resume(scene.opened, lost);
    await press((await until(opening, waits)).operation, scene.card);
    await done;
    const { refusal: told } = opening.current();
    expect([opening.current().step, told === undefined]).toEqual([step, step === 'open']);
  });
});

describe('a key that the server says was handed in', () => {
  let scene: LeadScene;
  let other: LeadScene;
  beforeAll(async () => {
    scene = await leadScene();
    other = await leadScene();
  });

  it.each<[string, (scene: LeadScene, other: LeadScene) => Parameters<typeof checkHandedInKey>]>([
    ['no key', ({ referendum, card }) => [referendum, card.signingCertificate]],
    [
      'another wrapped key',
      ({ referendum, card, opened }, { opened: { wrappedKey } }) => [
        withKey(referendum, { ...opened, wrappedKey }),
        card.signingCertificate,
      ],
    ],
  ])('is not used: %s', async (_name, edit) => {
    expect(await checkHandedInKey(...edit(scene, other))).toBeUndefined();
  });

  it('is used as it is otherwise', async () => {
    const { referendum, card, opened } = scene;
    const checked = await checkHandedInKey(withKey(referendum, opened), card.signingCertificate);
    expect(checked && equalOctets(checked.wrappedKey, opened.wrappedKey)).toBe(true);
  });
});
