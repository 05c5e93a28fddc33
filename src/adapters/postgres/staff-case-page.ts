import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { type Case, type CaseRepository, caseStates, isClosed } from '../../cases/index.js';
import { casesIn } from './case-rows.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';

/** See `CaseRepository.page`. */
export async function staffCasePage(
  reading: EntityManager,
  ...[{ rehearsals, inCheck = false, after }, limit]: Parameters<CaseRepository['page']>
): Promise<readonly Case[]> {
  const page = numbers(reading, rehearsals).limit(limit);
  if (inCheck) page.andWhere(`each.state IN ('submitted', 'checking')`);
  if (after !== undefined)
    page.andWhere('(length(each.number), each.number) > (length(:after), :after)', { after });
  return casesOf(reading, page);
}

/** See `CaseRepository.withLimits`. */
export function casesWithLimits(reading: EntityManager, rehearsals: boolean): Promise<readonly Case[]> {
  const open = caseStates.filter((state) => !isClosed(state));
  const announced = `each.state = 'established' AND each.announced_on IS NULL`;
  return casesOf(
    reading,
    numbers(reading, rehearsals).andWhere(`(each.state IN (:...open) OR (${announced}))`, { open }),
  );
}

/** Numbers of the real cases or of the rehearsals, in their order. An index has each of the two. */
const numbers = (reading: EntityManager, rehearsals: boolean): SelectQueryBuilder<ReferendumCaseEntity> =>
  reading
    .createQueryBuilder(ReferendumCaseEntity, 'each')
    .select('each.number', 'number')
    .where(`each.number ${rehearsals ? '' : 'NOT '}LIKE 'R%'`)
    .orderBy('length(each.number)')
    .addOrderBy('each.number');

async function casesOf(
  reading: EntityManager,
  wanted: SelectQueryBuilder<ReferendumCaseEntity>,
): Promise<readonly Case[]> {
  const found = (await wanted.getRawMany<{ readonly number: string }>()).map(({ number }) => number);
  if (found.length === 0) return [];
  const cases = new Map((await casesIn(reading, found)).map((each) => [each.number as string, each]));
  return found.flatMap((number) => cases.get(number) ?? []);
}
