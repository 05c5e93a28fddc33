import type { DataSource } from 'typeorm';
import type { CaseRepository, CaseState, ListedCase } from '../../cases/index.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import type { SealingMode } from '../../core/statement/index.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import { RoundEntity } from './entities/round.entity.js';

/** The text of a query for the rounds of a case of which `where` holds. */
function roundsOf(reading: DataSource, where: string): string {
  return reading
    .createQueryBuilder()
    .select('1')
    .from(RoundEntity, 'r')
    .where(`r.caseNumber = each.number AND ${where}`)
    .getQuery();
}

/** Only what the list shows: neither the reason nor any key is read. */
const columns = [
  ...['number', 'mainText', 'state', 'codeDueOn', 'mode', 'leadSigningCertificate'].map(
    (column) => `each.${column}`,
  ),
  ...['id', 'ordinal', 'firstDay', 'lastDay', 'openedOn'].map((column) => `round.${column}`),
];

/** See `CaseRepository.publicPage`. */
export async function publicCasePage(
  reading: DataSource,
  { today, rehearsals, after, limit }: Parameters<CaseRepository['publicPage']>[0],
): Promise<readonly ListedCase[]> {
  // False sorts before true: the cases that collect come first.
  const pastOrFuture = `NOT EXISTS (${roundsOf(reading, 'r.collecting AND :today BETWEEN r.firstDay AND r.lastDay')})`;
  const page = reading
    .createQueryBuilder(ReferendumCaseEntity, 'each')
    .select('each.number', 'number')
    .addSelect(pastOrFuture, 'past_or_future')
    .where(`EXISTS (${roundsOf(reading, 'r.openedOn IS NOT NULL')})`)
    .andWhere(`each.number ${rehearsals ? '' : 'NOT '}LIKE 'R%'`)
    .setParameters({ today })
    .orderBy('past_or_future')
    .addOrderBy('length(each.number)')
    .addOrderBy('each.number')
    .limit(limit);
  if (after !== undefined)
    page.andWhere(`(${pastOrFuture}, length(each.number), each.number) > (:past, length(:number), :number)`, {
      past: !after.collecting,
      number: after.number,
    });
  const numbers = (await page.getRawMany<{ readonly number: string }>()).map(({ number }) => number);
  if (numbers.length === 0) return [];
  const rows = await reading
    .createQueryBuilder(ReferendumCaseEntity, 'each')
    .leftJoinAndMapMany('each.rounds', RoundEntity, 'round', 'round.case_number = each.number')
    .select(columns)
    .where('each.number IN (:...numbers)', { numbers })
    .getMany();
  const byNumber = new Map(rows.map((row) => [row.number, listedCaseOf(row)]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

function listedCaseOf({
  number,
  mainText,
  state,
  codeDueOn,
  mode,
  leadSigningCertificate,
  rounds = [],
}: ReferendumCaseEntity): ListedCase {
  return {
    number: number as CaseNumber,
    mainText,
    state: state as CaseState,
    codeDueOn: (codeDueOn ?? undefined) as TaipeiDate | undefined,
    mode: mode as SealingMode,
    leadSigningCertificate,
    rounds: rounds
      .toSorted((one, other) => one.ordinal - other.ordinal)
      .map(({ ordinal, firstDay, lastDay, openedOn }) => ({
        ordinal: ordinal as RoundOrdinal,
        firstDay: firstDay as TaipeiDate,
        lastDay: lastDay as TaipeiDate,
        openedOn: (openedOn ?? undefined) as TaipeiDate | undefined,
      })),
  };
}
