import type { DataSource } from 'typeorm';
import type { CaseRepository, CaseState, ListedCase } from '../../cases/index.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import type { SealingMode } from '../../core/statement/index.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import { RoundEntity } from './entities/round.entity.js';

/** False sorts before true: the cases that collect come first. */
const pastOrFuture = `NOT EXISTS (SELECT FROM round r WHERE r.case_number = each.number AND r.collecting
  AND :today BETWEEN r.first_day AND r.last_day)`;
const opened = 'EXISTS (SELECT FROM round r WHERE r.case_number = each.number AND r.opened_on IS NOT NULL)';

/** Only what the list shows: neither the reason nor any key is read. */
const columns = [
  ...['number', 'mainText', 'state', 'mode', 'leadSigningCertificate'].map((column) => `each.${column}`),
  ...['id', 'ordinal', 'firstDay', 'lastDay', 'openedOn'].map((column) => `round.${column}`),
];

/** See `CaseRepository.publicPage`. */
export async function publicCasePage(
  reading: DataSource,
  { today, after, limit }: Parameters<CaseRepository['publicPage']>[0],
): Promise<readonly ListedCase[]> {
  const page = reading
    .createQueryBuilder(ReferendumCaseEntity, 'each')
    .select('each.number', 'number')
    .addSelect(pastOrFuture, 'past_or_future')
    .where(opened)
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
  mode,
  leadSigningCertificate,
  rounds = [],
}: ReferendumCaseEntity): ListedCase {
  return {
    number: number as CaseNumber,
    mainText,
    state: state as CaseState,
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
