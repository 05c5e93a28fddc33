import type { CaseService } from '../../cases/index.js';
import { describeBug, type Log } from '../../core/log.js';
import { findSubmittedRound } from '../batch/submitted-round.js';
import type { ResultStore, UnmadePublication } from './ports.js';
import { makePublication, type PublicationSources } from './publication.js';
import { readResult } from './result-document.js';

/** What {@link MissingPublications} works with. */
export interface MissingPublicationsDependencies extends PublicationSources {
  readonly cases: Pick<CaseService, 'find'>;
  readonly results: Pick<ResultStore, 'unmade' | 'complete'>;
}

/**
 * Makes what is served of results that an earlier version of the platform published: it made the files of a bundle, and the proofs, on
 * each request. From the same verdicts and statements the files come out the same, `jwks.json` with the keys of today.
 */
export class MissingPublications {
  constructor(
    private readonly dependencies: MissingPublicationsDependencies,
    private readonly log: Log,
  ) {}

  /** Makes and stores them. One that can't be made is logged, and keeps nobody from co-signing. Calling it again is harmless. */
  async make(): Promise<void> {
    for (const unmade of await this.dependencies.results.unmade()) {
      const { caseNumber } = unmade.batch;
      try {
        await this.complete(unmade);
        this.log.info({ caseNumber }, 'files of a published result made');
      } catch (error) {
        this.log.error({ caseNumber, bug: describeBug(error) }, 'files of a published result not made');
      }
    }
  }

  private async complete({ batch, result: bytes, signature }: UnmadePublication): Promise<void> {
    const submitted = await findSubmittedRound(this.dependencies.cases, batch.caseNumber, batch.round);
    const result = readResult(bytes);
    if (!submitted.ok || !result.ok) throw new Error('a published result without its round');
    const signed = { bytes, result: result.value, signature };
    const round = { submitted: submitted.value, batch };
    const publication = await makePublication(this.dependencies, round, signed, unreported);
    await this.dependencies.results.complete(batch, publication);
  }
}

/** No step waits for what is made here. */
const unreported = { begin: () => Promise.resolve(), advance: () => Promise.resolve() };
