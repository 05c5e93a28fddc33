import { type Person, personFor, Population } from '../people/population.js';
import { type CardShape, yearsAfter } from '../pki/card-issuer.js';
import type { DemoPki } from '../pki/demo-pki.js';
import { SeededRandom } from '../random.js';
import type { ServedCard } from './card-program.js';

/** The PIN of every card that {@link issueDemoCardsOfEveryKind} issues. */
export const demoCardPin = '135790';

/** A person with a card of the demo, to be or to co-sign as. */
export interface DemoCard extends ServedCard {
  readonly name: DemoCardName;
  readonly person: Person;
}

interface Kind {
  readonly zhTW: string;
  readonly en: string;
  /** What becomes of the card: it differs from an ordinary one, or its certificate is revoked. */
  readonly shape?: (at: Date) => CardShape;
  readonly revoked?: true;
  readonly resident?: true;
  /** Whose card it is among the demo's people, if that is not the kind's own name. */
  readonly role?: string;
}

const kinds = {
  good: { zhTW: '憑證有效', en: 'good certificate' },
  another: { zhTW: '憑證有效，另一位', en: 'good certificate, someone else' },
  'already-used': { zhTW: '已經連署過', en: 'has co-signed already' },
  expired: {
    zhTW: '憑證已過期',
    en: 'expired certificate',
    shape: (at) => ({ notBefore: yearsAfter(at, -6), notAfter: yearsAfter(at, -1) }),
  },
  'not-yet-valid': {
    zhTW: '憑證尚未生效',
    en: 'certificate not yet valid',
    shape: (at) => ({ notBefore: yearsAfter(at, 1) }),
  },
  revoked: { zhTW: '憑證已廢止', en: 'revoked certificate', revoked: true },
  resident: { zhTW: '外籍人士（居留證號）', en: 'foreign resident', resident: true },
  lead: { zhTW: '領銜人', en: 'lead proposer', role: 'lead' },
  'other-lead': { zhTW: '另一案的領銜人', en: 'lead proposer of the other case', role: 'other lead' },
  registrar: { zhTW: '中選會登記人員', en: 'commission, registrar', role: 'registrar' },
  verifier: { zhTW: '中選會查對人員', en: 'commission, verifier', role: 'verifier' },
  'second-verifier': {
    zhTW: '中選會查對人員，第二位',
    en: 'commission, second verifier',
    role: 'second verifier',
  },
  approver: { zhTW: '中選會核可人員', en: 'commission, approver', role: 'approver' },
  auditor: { zhTW: '中選會稽核人員', en: 'commission, auditor', role: 'auditor' },
} as const satisfies Readonly<Record<string, Kind>>;

/** The kinds of card, by the name that `--person` takes. */
export type DemoCardName = keyof typeof kinds;

/** The cards of the commission's staff. */
export const demoStaffCardNames = [
  'registrar',
  'verifier',
  'second-verifier',
  'approver',
  'auditor',
] as const satisfies readonly DemoCardName[];

/** Every {@link DemoCardName}. */
export const demoCardNames = Object.keys(kinds) as readonly DemoCardName[];

/**
 * Issues one card of every kind, with {@link demoCardPin}, and revokes the one to be revoked: at the time of the PKI, in the CRLs that it makes
 * from then on. `lead` and `other-lead` are the
 * demo's own leads, and the commission's staff its own members. Whoever is `already-used` has still to co-sign. The same PKI gives the same cards.
 */
export function issueDemoCardsOfEveryKind(pki: DemoPki): readonly DemoCard[] {
  return demoCardNames.map((name) => issue(pki, name));
}

function issue(pki: DemoPki, name: DemoCardName): DemoCard {
  const { seed, at } = pki.options;
  const { zhTW, en, shape, revoked, resident, role = `card ${name}` }: Kind = kinds[name];
  const person =
    resident === true ? new Population().resident(new SeededRandom(seed).fork(role)) : personFor(seed, role);
  const card = pki.issueCard(person, { ...shape?.(at), pin: demoCardPin });
  if (revoked === true) pki.revoke(card.signingCertificate, at);
  return { name, description: `${person.name}（${zhTW}）${en}`, person, card };
}
