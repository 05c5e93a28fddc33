import type { DataSource } from 'typeorm';
import type { HolderTag, RoundId } from '../../../core/identifiers.js';
import type { SubmittedHolders } from '../../../staff/index.js';
import { bytea } from '../checking/check-tables.js';

/** Asks for one record by its holder, over a connection with the checking role: row-level security shows it submitted rounds alone. */
export class PostgresSubmittedHolders implements SubmittedHolders {
  constructor(private readonly checking: DataSource) {}

  async includes(round: RoundId, tag: HolderTag): Promise<boolean> {
    const rows = await this.checking.query<readonly { readonly found: boolean }[]>(
      'SELECT EXISTS (SELECT FROM sealed_record WHERE round_id = $1 AND holder_tag = $2) AS found',
      [round, bytea(tag)],
    );
    return rows[0]?.found === true;
  }
}
