import { Roles0000000000001 } from './0001-roles.js';
import { Cases0000000000002 } from './0002-cases.js';
import { SealedRecords0000000000003 } from './0003-sealed-records.js';
import { Checking0000000000010 } from './0010-checking.js';
import { Audit0000000000020 } from './0020-audit.js';
import { Staff0000000000021 } from './0021-staff.js';
import { OpenRound0000000000022 } from './0022-open-round.js';
import { RoundBinding0000000000023 } from './0023-round-binding.js';
import { TwoLayers0000000000024 } from './0024-two-layers.js';

/**
 * Every migration in the order it runs: one class a file, `NNNN-name.ts`, whose name ends in NNNN padded to 13 digits
 * (TypeORM orders by them). A migration that has been released is never edited; a new one is added. A table's migration
 * grants the roles what they need of it, and nothing more.
 */
export const migrations = [
  Roles0000000000001,
  Cases0000000000002,
  SealedRecords0000000000003,
  Checking0000000000010,
  Audit0000000000020,
  Staff0000000000021,
  OpenRound0000000000022,
  RoundBinding0000000000023,
  TwoLayers0000000000024,
] as const;
