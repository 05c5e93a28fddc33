import { openRound, type OpenedRound } from '../../../../src/core/ceremony/index.js';
import { type Card, sealingKey, sealToKey } from '../../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../../src/core/identifiers.js';
import { type DemoPki, issueDemoCards, valueOf } from '../../../../src/devkit/index.js';
import type { AttendedOperation } from '../../../../src/web/lead/attended-card';
import type { LeadApi, LeadCase } from '../../../../src/web/lead/lead-api';
import { demoPki } from '../../../support/demo-pki.js';

/** A lead at their machine, with a card of a demo PKI, and a server that only writes down what it is sent. */
export interface LeadScene {
  readonly pki: DemoPki;
  readonly card: Card;
  readonly otherCard: Card;
  readonly referendum: LeadCase;
  /** The key as the ceremony makes it. */
  readonly opened: OpenedRound;
}

const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');

/** Case 9001, whose code is issued. */
export async function leadScene(): Promise<LeadScene> {
  const pki = demoPki();
  const { lead: card, otherLead: otherCard } = issueDemoCards(pki);
  const commissionRoundKey = (await keyPair()).publicKey;
  const referendum = {
    number: '9001',
    mainText: '你是否同意？',
    documentDigest: '00'.repeat(32),
    threshold: 15,
    mode: 'number-to-lead',
    state: 'code-issued',
    reason: '理由',
    undertaking: '本人切結。',
    origin: 'https://lianshu.test.invalid',
    round: {
      round: 1,
      codeIssuedOn: '2026-03-02',
      firstDay: '2026-03-03',
      lastDay: '2026-09-02',
      commissionRoundKey: base64(commissionRoundKey),
    },
  } as LeadCase;
  const opened = valueOf(
    await openRound({
      card,
      caseNumber: '9001' as CaseNumber,
      round: 1,
      origin: referendum.origin,
      mode: referendum.mode,
      commissionRoundKey,
      undertaking: referendum.undertaking,
    }),
  );
  return { pki, card, otherCard, referendum, opened };
}

async function keyPair(): Promise<{ publicKey: Uint8Array }> {
  const p256 = { name: 'ECDH', namedCurve: 'P-256' };
  const { publicKey } = await crypto.subtle.generateKey(p256, true, ['deriveBits']);
  return { publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)) };
}

/** The case with this key handed in. */
export function withKey(referendum: LeadCase, key: OpenedRound): LeadCase {
  const { publicKey, wrappedKey, keyStatement } = key;
  const round = {
    ...referendum.round,
    publicKey: base64(publicKey),
    wrappedKey: base64(wrappedKey),
    keyStatement: base64(keyStatement),
  };
  return { ...referendum, round };
}

/** What the server sealed to the round key, base64. */
export function sealedProbe(publicKey: Uint8Array, probe: Uint8Array): string {
  return base64(sealToKey(probe, sealingKey(publicKey)));
}

/** The lead presses: the card does what waits for it. */
export async function press(operation: AttendedOperation | undefined, card: Card): Promise<void> {
  if (operation === undefined) throw new Error('nothing waits for the card');
  if (operation.kind === 'sign') operation.finish(await card.sign(operation.content, 'cms-attached'));
  else operation.finish(await card.decrypt(operation.content));
}

/** The next state for which a condition holds, of what tells its changes. */
export function until<State, Wanted extends State>(
  changing: { subscribe(listener: () => void): () => void; current(): State },
  holds: (state: State) => state is Wanted,
): Promise<Wanted> {
  return new Promise((resolve) => {
    const look = (): void => {
      const state = changing.current();
      if (!holds(state)) return;
      unsubscribe();
      resolve(state);
    };
    const unsubscribe = changing.subscribe(look);
    look();
  });
}

/** Parts of the API that a test answers. */
export const apiWith = (parts: Partial<LeadApi>): LeadApi => parts as LeadApi;
