import { ReferendumCaseEntity } from './referendum-case.entity.js';
import { RoundEntity } from './round.entity.js';
import { SealedRecordEntity } from './sealed-record.entity.js';

/** Every entity; a new one is added here. */
export const entities = [ReferendumCaseEntity, RoundEntity, SealedRecordEntity] as const;
