import { describe, expect, it } from '@jest/globals';
import type { Batch, OfficeFinding } from '../../../src/checking/index.js';
import { newPaperVerdict } from '../../../src/remedies/decision-rules.js';
import { type FiledRequest } from '../../../src/remedies/filed-request.js';
import { Subjects, type SubjectsDependencies } from '../../../src/remedies/subjects.js';
import { ok } from '../../../src/core/result.js';

describe('what two people can uphold on a paper row (ACT 13)', () => {
  it.each<[OfficeFinding, boolean]>([
    [{ code: 'P01', otherwise: 'counted' }, true],
    [{ code: 'P03', otherwise: 'counted' }, true],
    [{ code: 'R04', otherwise: 'counted' }, true],
    // The person counts already.
    [{ code: 'P02', otherwise: 'D02' }, false],
    [{ code: 'P02', otherwise: 'D03' }, false],
    // Nobody can read the number, or an earlier version checked the row.
    [{ code: 'P01', otherwise: undefined }, false],
    [{ code: 'D02', otherwise: 'D02' }, false],
    [{ code: undefined, otherwise: 'counted' }, false],
  ])('%j: %s', (finding, isUpheld) => {
    expect(newPaperVerdict(finding).ok).toBe(isUpheld);
  });
});

describe('a request that names a paper row', () => {
  const place = { page: 1, line: 2 };
  const subjects = new Subjects({
    findings: { at: () => Promise.resolve(ok({ code: 'P02', otherwise: 'counted' })) },
  } as unknown as SubjectsDependencies);

  it.each<[Pick<FiledRequest, 'kind' | 'by'>, boolean]>([
    [{ kind: 'objection', by: 'lead' }, true],
    [{ kind: 'objection', by: 'co-signer' }, false],
    [{ kind: 'misuse', by: 'lead' }, false],
    [{ kind: 'withdrawal', by: 'co-signer' }, false],
  ])('is for %j to make: %s', async (request, isTheirs) => {
    const filed = { ...request, place, caseNumber: '9001' } as unknown as FiledRequest;
    expect(await subjects.of(filed, 1, {} as Batch)).toMatchObject({ ok: true, value: { isTheirs, place } });
  });
});
