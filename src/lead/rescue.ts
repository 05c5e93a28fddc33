import { bindingOf, type CaseRepository, type Round } from '../cases/index.js';
import type { CaseNumber, Commitment } from '../core/identifiers.js';
import { hex } from '../core/octets.js';
import { caseDocument } from '../core/statement/index.js';
import { maximumPage } from './lead-case.js';
import type { LeadRounds } from './ports.js';

/** A file of a rescue export; `name` is relative, with `/`. */
export interface RescueFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Where the data comes from: the database itself or a backup of it, without a running platform. */
export interface RescueSource {
  readonly cases: Pick<CaseRepository, 'find'>;
  readonly rounds: Pick<LeadRounds, 'records'>;
}

/**
 * Everything the lead needs to decrypt a case offline when the platform is down on the last day (REG 11). For each
 * opened round: every sealed record, the wrapped key, both public keys and the key statement. `manifest.json` comes last,
 * so an export without it is incomplete. Yields nothing for a case that doesn't exist. Nothing is in clear text.
 */
export async function* rescueFiles(source: RescueSource, caseNumber: CaseNumber): AsyncGenerator<RescueFile> {
  const referendum = await source.cases.find(caseNumber);
  if (referendum === undefined) return;
  yield { name: 'case-document.txt', content: caseDocument(referendum.mainText, referendum.reason) };
  const rounds = [];
  for (const round of referendum.rounds.filter(({ openedOn }) => openedOn !== undefined)) {
    yield* keyFiles(round);
    const records = yield* recordFiles(source.rounds, round);
    const { mode, origin } = bindingOf(round);
    rounds.push({ round: round.ordinal, mode, origin, records });
  }
  const manifest = { case: referendum.number, state: referendum.state, rounds };
  yield { name: 'manifest.json', content: Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`) };
}

function* keyFiles(round: Round): Generator<RescueFile> {
  const files = {
    'public-key.der': round.publicKey,
    'commission-round-key.der': round.binding?.commissionRoundKey,
    'wrapped-key.der': round.wrappedKey,
    'key-statement.der': round.keyStatement,
    'submission-statement.der': round.submission?.statement,
    'submission-wrapped-key.der': round.submission?.wrappedKey,
  };
  for (const [name, content] of Object.entries(files))
    if (content !== undefined) yield { name: `round-${round.ordinal}/${name}`, content };
}

async function* recordFiles(
  rounds: RescueSource['rounds'],
  round: Round,
): AsyncGenerator<RescueFile, number> {
  let after: Commitment | undefined;
  for (let count = 0; ;) {
    const page = await rounds.records(round.id, after, maximumPage);
    for (const { commitment, record } of page)
      yield {
        name: `round-${round.ordinal}/records/${hex(commitment)}.der`,
        content: record,
      };
    count += page.length;
    after = page.at(-1)?.commitment;
    if (page.length < maximumPage) return count;
  }
}
