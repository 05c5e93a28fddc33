import { type DataSource, In } from 'typeorm';
import type {
  NamedFile,
  PublishedCaseResult,
  PublishedReasons,
  PublishedResult,
  PublishedResults,
  StoredFile,
  TreePlace,
  Verdict,
} from '../../../checking/index.js';
import type { CaseNumber, Commitment, RoundId, RoundOrdinal } from '../../../core/identifiers.js';
import type { TreeNode } from '../../../core/merkle/index.js';
import type { TaipeiDate } from '../../../core/taipei-date.js';
import { ReferendumCaseEntity } from '../entities/referendum-case.entity.js';
import { bytea, verdictOfRow, type VerdictRow } from './check-tables.js';
import { findFile, findFiles, readContent } from './published-files.js';
import { findPlace, readNodes } from './published-tree.js';

interface ResultRow {
  readonly version: number;
  readonly published_on: string | null;
  readonly versions: Buffer[];
  readonly round_id: string;
  readonly round: number;
  readonly result: Buffer;
  readonly result_signature: Buffer;
}

/** The latest version of each published result. */
const latestResults = `SELECT b.case_number, b.round_id, b.round, b.published_on::text AS published_on, coalesce(c.version, 1) AS version,
    coalesce(c.result, b.result) AS result, coalesce(c.result_signature, b.result_signature) AS result_signature,
    ARRAY[sha256(b.result)] || ARRAY(SELECT sha256(e.result) FROM corrected_result e
      WHERE e.round_id = b.round_id ORDER BY e.version) AS versions
  FROM verification_batch b LEFT JOIN LATERAL (SELECT version, result, result_signature FROM corrected_result
    WHERE round_id = b.round_id ORDER BY version DESC LIMIT 1) c ON true
  WHERE b.phase = 'published'`;

const publishedResultOf = (row: ResultRow): PublishedResult => ({
  roundId: row.round_id as RoundId,
  round: row.round as RoundOrdinal,
  result: row.result,
  signature: row.result_signature,
  version: row.version,
  publishedOn: publicationDayOf(row),
  versions: row.versions,
});

/** What the public may see (intake role). Its row policies show published rounds only. */
export class PostgresPublishedResults implements PublishedResults {
  constructor(private readonly dataSource: DataSource) {}

  async ofCase(caseNumber: CaseNumber): Promise<readonly PublishedResult[]> {
    const rows = await this.dataSource.query<ResultRow[]>(
      `${latestResults} AND b.case_number = $1 ORDER BY b.round`,
      [caseNumber],
    );
    return rows.map(publishedResultOf);
  }

  async page(
    after: { readonly caseNumber: CaseNumber; readonly round: RoundOrdinal } | undefined,
    limit: number,
  ): Promise<readonly PublishedCaseResult[]> {
    const { caseNumber, round } = after ?? { caseNumber: '', round: 0 };
    const rows = await this.dataSource.query<(ResultRow & { case_number: string })[]>(
      `${latestResults} AND b.case_number NOT LIKE 'R%'
         AND (length(b.case_number), b.case_number, b.round) > (length($1), $1, $2)
         ORDER BY length(b.case_number), b.case_number, b.round LIMIT $3`,
      [caseNumber, round, limit],
    );
    const mainTexts = await this.mainTextsOf(rows.map((row) => row.case_number));
    return rows.map((row) => ({
      ...publishedResultOf(row),
      caseNumber: row.case_number as CaseNumber,
      mainText: mainTexts.get(row.case_number) ?? '',
    }));
  }

  private async mainTextsOf(numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.dataSource.manager.find(ReferendumCaseEntity, {
      select: { number: true, mainText: true },
      where: { number: In(numbers) },
    });
    return new Map(found.map(({ number, mainText }) => [number, mainText]));
  }

  async versions(round: RoundId): Promise<readonly Uint8Array[]> {
    const rows = await this.dataSource.query<{ sha256: Buffer }[]>(
      `SELECT sha256 FROM (SELECT 1 AS version, sha256(result) AS sha256 FROM verification_batch
         WHERE round_id = $1 AND phase = 'published'
       UNION ALL SELECT version, sha256(result) FROM corrected_result WHERE round_id = $1) v ORDER BY version`,
      [round],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  async counts(round: RoundId, commitment: Commitment): Promise<boolean | undefined> {
    const rows = await this.dataSource.query<{ counts: boolean }[]>(
      'SELECT counts FROM published_verdict WHERE round_id = $1 AND commitment = $2',
      [round, bytea(commitment)],
    );
    return rows.at(0)?.counts;
  }

  files(round: RoundId, version: number, names: readonly string[]): Promise<readonly NamedFile[]> {
    return findFiles(this.dataSource, round, version, names);
  }

  file(round: RoundId, version: number, name: string): Promise<StoredFile | undefined> {
    return findFile(this.dataSource, round, version, name);
  }

  content(
    round: RoundId,
    version: number,
    { name, size }: { readonly name: string; readonly size: number },
  ): AsyncIterable<Uint8Array> {
    return readContent(this.dataSource, { round, version, name, size });
  }

  place(round: RoundId, commitment: Commitment): Promise<TreePlace | undefined> {
    return findPlace(this.dataSource, round, commitment);
  }

  nodes(round: RoundId, nodes: readonly TreeNode[]): Promise<readonly Uint8Array[]> {
    return readNodes(this.dataSource, round, nodes);
  }
}

/** The exact verdicts of confirmed results (checking role). */
export class PostgresPublishedReasons implements PublishedReasons {
  constructor(private readonly dataSource: DataSource) {}

  async verdictOn(round: RoundId, commitment: Commitment): Promise<Verdict | undefined> {
    const rows = await this.dataSource.query<VerdictRow[]>(
      `SELECT commitment, code FROM verdict WHERE round_id = $1 AND commitment = $2
       AND round_id IN (SELECT round_id FROM verification_batch WHERE phase = 'published')`,
      [round, bytea(commitment)],
    );
    return rows.map(verdictOfRow).at(0);
  }
}

/** An earlier version of the platform did not keep the day: then it is the one on which the numbers were final. */
function publicationDayOf({ published_on: day, result }: ResultRow): TaipeiDate {
  if (day !== null) return day as TaipeiDate;
  const { determinedOn } = JSON.parse(result.toString('utf8')) as { readonly determinedOn: TaipeiDate };
  return determinedOn;
}
