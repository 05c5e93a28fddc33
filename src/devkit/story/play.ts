import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../core/error-code.js';
import type { NationalId } from '../../core/national-id.js';
import { renderStatement } from '../../core/statement/index.js';
import { CardServer } from '../card-server/card-server.js';
import {
  type DemoCard,
  type DemoCardName,
  demoCardPin,
  demoStaffCardNames,
  issueDemoCardsOfEveryKind,
} from '../card-server/demo-cards.js';
import { signatureJson } from './api-client.js';
import { fetchChallenge, subjectOf } from './collecting.js';
import type { RegisteredCase } from './registration.js';
import { nextMorning, type StoryContext } from './story-context.js';
import type { DemoStory } from './story.js';

/** A lead whom a person can be: the case, its access code, and which card to choose. */
interface PlayableLead extends RegisteredCase {
  readonly card: string;
}

/** What a person needs in order to play after the story. Everything in it is made up. */
export interface DemoPlay {
  /** The case that collects. */
  readonly collecting: string;
  /** The origin of the card program. Pages find it at its usual port alone. */
  readonly cardProgram: string;
  /** The PIN of every card. */
  readonly pin: string;
  /** The co-signers' cards: the national ID number to type, and the card's name in the popup. */
  readonly coSigners: readonly { readonly nationalId: string; readonly card: string }[];
  /** The lead of the case that collects, then the one of the published case. */
  readonly leads: readonly PlayableLead[];
  /** The cards of the commission's staff, by their names in the popup. */
  readonly staff: readonly string[];
  /** A file with a receipt of the published case; undefined if nobody co-signed. */
  readonly receipt: string | undefined;
  /** Ends the card program. */
  stop(): Promise<void>;
}

/**
 * Makes the story's other case one that a person can play in: issues cards of every kind, lets one of them co-sign on the day before, and
 * serves them as the card program does. Writes a receipt of the published case into the folder `out`.
 */
export async function startPlay(context: StoryContext, story: DemoStory, out: string): Promise<DemoPlay> {
  const { main, other } = story.cases;
  context.reporter.step('準備讓您操作', 'Getting ready for you');
  const cards = issueDemoCardsOfEveryKind(context.pki);
  await context.publishLists();
  await coSign(context, other.number, cardNamed(cards, 'already-used'));
  await nextMorning(context, 1);
  const receipt = await writeReceipt(story, out);
  const server = await startCardServer(cards, context.api.origin);
  const lead = (of: RegisteredCase, name: DemoCardName): PlayableLead => ({
    ...of,
    card: cardNamed(cards, name).description,
  });
  return {
    collecting: other.number,
    cardProgram: server.origin,
    pin: demoCardPin,
    coSigners: cards
      .filter(({ name }) => !others.has(name))
      .map(({ person, description }) => ({ nationalId: person.nationalId, card: description })),
    leads: [lead(other, 'other-lead'), lead(main, 'lead')],
    staff: demoStaffCardNames.map((name) => cardNamed(cards, name).description),
    receipt,
    stop: () => server.close(),
  };
}

/** Whoever is not there to co-sign. */
const others: ReadonlySet<DemoCardName> = new Set(['lead', 'other-lead', ...demoStaffCardNames]);

function cardNamed(cards: readonly DemoCard[], name: DemoCardName): DemoCard {
  const card = cards.find((each) => each.name === name);
  if (card === undefined) throw new Error(`no card is called ${name}`);
  return card;
}

async function coSign(context: StoryContext, caseNumber: string, { card, person }: DemoCard): Promise<void> {
  const challenge = await fetchChallenge(context, caseNumber);
  const { nationalId } = person;
  const subject = await subjectOf(context, caseNumber);
  const statement = renderStatement(subject, nationalId as NationalId, challenge);
  card.enterPin(demoCardPin);
  const signature = signatureJson(await card.sign(statement, 'cms-attached'));
  await context.api.post(`cases/${caseNumber}/co-signatures`, {
    nationalId,
    challenge,
    signature,
  });
}

/** Writes a receipt of a co-signature that counts, or of any, as a person would keep it. */
async function writeReceipt({ outcomes, cases }: DemoStory, out: string): Promise<string | undefined> {
  const counted = outcomes.find(({ attempt, outcome }) => outcome === attempt.expect);
  const acknowledged = (counted ?? outcomes.find((each) => each.acknowledged))?.acknowledged;
  if (acknowledged === undefined) return undefined;
  const { commitment, receipt } = acknowledged;
  const file = path.join(out, 'receipt.txt');
  const lines = [
    '# 連署收據 Receipt of a co-signature',
    `# 案號 Case: ${cases.main.number}`,
    `# 承諾值 Commitment sha-256: ${commitment}`,
    receipt,
  ];
  await writeFile(file, lines.map((line) => `${line}\n`).join(''));
  return file;
}

/** Starts at the port that pages look for; at a free one if another program, such as HiPKI's own, uses it. */
async function startCardServer(cards: readonly DemoCard[], site: string): Promise<CardServer> {
  const settings = { cards, allowedSites: [site] };
  try {
    return await CardServer.start(settings);
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error;
    return CardServer.start({ ...settings, port: 0 });
  }
}
