import type { DataSource } from 'typeorm';
import type { CaseNumber, RoundId, RoundOrdinal } from '../../core/identifiers.js';
import type { SealingMode } from '../../core/statement/index.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import { caseStates, isClosed } from '../../cases/index.js';
import type { AnsweringRound, HealthRounds, OpenRound, OpenRounds } from '../../cosigning/ports.js';
import { roundBindingOf } from './case-rows.js';
import { isDatabaseAway } from './database-error.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import { RoundEntity } from './entities/round.entity.js';

interface OpenRoundRow {
  readonly id: string;
  readonly case_number: string;
  readonly ordinal: number;
  readonly main_text: string;
  readonly document_digest: Buffer;
  readonly public_key: Buffer;
  readonly first_day: string;
  readonly last_day: string;
  readonly origin: string;
  readonly certificate_policy_digest: Buffer;
  readonly holder_tag_key_check: Buffer;
  readonly mode: string;
  readonly commission_round_key: Buffer;
}

/** Dates as text, so that no time zone touches them. */
const select = `
  SELECT id, case_number, ordinal, main_text, document_digest, public_key, first_day::text, last_day::text, origin,
    certificate_policy_digest, holder_tag_key_check, mode, commission_round_key
  FROM open_round`;

/**
 * The rounds that collect, from PostgreSQL. The answer may be slightly out of date: the write checks again whether the
 * round still collects. Role `lianshu_intake`.
 */
export class PostgresOpenRounds implements OpenRounds {
  constructor(private readonly dataSource: DataSource) {}

  async find(caseNumber: CaseNumber): Promise<OpenRound | undefined> {
    const rows = await this.dataSource.query<OpenRoundRow[]>(`${select} WHERE case_number = $1`, [
      caseNumber,
    ]);
    const row = rows.at(0);
    return row === undefined ? undefined : openRoundOf(row);
  }

  async all(): Promise<readonly OpenRound[]> {
    return (await this.dataSource.query<OpenRoundRow[]>(`${select} ORDER BY id`)).map(openRoundOf);
  }

  async answering(): Promise<readonly AnsweringRound[]> {
    const cases = await this.dataSource
      .createQueryBuilder(ReferendumCaseEntity, 'each')
      .innerJoinAndMapMany('each.rounds', RoundEntity, 'round', 'round.case_number = each.number')
      .select(answeringColumns)
      .where('round.opened_on IS NOT NULL AND round.mode IS NOT NULL AND each.state IN (:...states)', {
        states: caseStates.filter((state) => !isClosed(state)),
      })
      .getMany();
    return cases.flatMap(({ number, mainText, rounds = [] }) =>
      rounds.flatMap((round) => answeringRoundOf({ caseNumber: number as CaseNumber, mainText }, round)),
    );
  }
}

const answeringColumns = [
  ...['number', 'mainText'].map((column) => `each.${column}`),
  ...[
    'id',
    'ordinal',
    'origin',
    'certificatePolicyDigest',
    'holderTagKeyCheck',
    'mode',
    'commissionRoundKey',
  ].map((column) => `round.${column}`),
];

function answeringRoundOf(
  referendum: Pick<AnsweringRound, 'caseNumber' | 'mainText'>,
  row: RoundEntity,
): readonly AnsweringRound[] {
  const binding = roundBindingOf(row);
  if (binding === undefined) return [];
  return [{ ...referendum, id: row.id as RoundId, ordinal: row.ordinal as RoundOrdinal, binding }];
}

/** The same for the health check, which tells a database that is away from a failure of another kind. Role `lianshu_intake`. */
export class PostgresHealthRounds implements HealthRounds {
  constructor(private readonly dataSource: DataSource) {}

  async latest(limit: number): Promise<readonly OpenRound[] | undefined> {
    try {
      const rows = await this.dataSource.query<OpenRoundRow[]>(`${select} ORDER BY id DESC LIMIT $1`, [
        limit,
      ]);
      return rows.map(openRoundOf);
    } catch (error) {
      if (isDatabaseAway(error)) return undefined;
      throw error;
    }
  }
}

function openRoundOf(row: OpenRoundRow): OpenRound {
  return {
    id: row.id as RoundId,
    caseNumber: row.case_number as CaseNumber,
    ordinal: row.ordinal as RoundOrdinal,
    mainText: row.main_text,
    documentDigest: row.document_digest,
    publicKey: row.public_key,
    firstDay: row.first_day as TaipeiDate,
    lastDay: row.last_day as TaipeiDate,
    binding: {
      origin: row.origin,
      certificatePolicyDigest: row.certificate_policy_digest,
      holderTagKeyCheck: row.holder_tag_key_check,
      mode: row.mode as SealingMode,
      commissionRoundKey: row.commission_round_key,
    },
  };
}
