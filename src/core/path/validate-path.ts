import { type AlgorithmPolicy, type Certificate, strongAlgorithms } from '../x509/index.js';
import { certificateFailure } from './certificate-checks.js';
import type { PolicyInputs } from './certificate-processing.js';
import {
  failureAt,
  signatureFailureAt,
  type PathErrorCode,
  type PathFailure,
  type PathResult,
} from './errors.js';
import type { Tolerance } from './certificate-pool.js';
import { IssuerGraph, type ProspectivePath, prospectivePaths } from './path-building.js';
import { validateProspectivePath, type ValidationInputs, type ValidPath } from './path-validation.js';
import { SignatureCache } from './signature-cache.js';
import type { TrustAnchor } from './trust-anchor.js';
import { WorkBudget } from './work-budget.js';

/** How many candidates are tried. Any further ones are ignored. */
export const maximumCandidates = 512;

/** What to validate, against what, and at which time. `Code` is the type of the revocation check's failures. */
export interface PathInput<Code extends string = never> extends PolicyInputs {
  readonly target: Certificate;
  /** Certificates that may stand between target and anchor, in any order. At most {@link maximumCandidates} are tried. */
  readonly candidates: readonly Certificate[];
  readonly anchors: readonly TrustAnchor[];
  /** The time the certificates must be valid at. */
  readonly at: Date;
  /** Keys and algorithms accepted in signatures. The default is {@link strongAlgorithms}. */
  readonly algorithms?: AlgorithmPolicy;
  /** Called once for each path that is valid otherwise (target first, without the anchor). If it fails, the search goes on to the next path. */
  readonly checkRevocation?: (
    certificates: readonly Certificate[],
    anchor: TrustAnchor,
  ) => PathResult<unknown, Code>;
  /** Limits and counts the work. The default is a fresh one with the default limits. */
  readonly budget?: WorkBudget;
}

/** What one search needs. */
interface Search<Code extends string> {
  readonly input: PathInput<Code>;
  readonly inputs: ValidationInputs;
  readonly examined: ExaminedPaths;
}

/** How far a path got before it failed. Of several failures, the one that got furthest is returned. */
const Reach = { noIssuer: 0, noSignature: 1, exhausted: 2, invalid: 3, revocation: 4 } as const;
type Reach = (typeof Reach)[keyof typeof Reach];

/** Why a path failed, or why there is none. */
interface FailedAttempt<Code extends string> {
  readonly reach: Reach;
  readonly failure: PathFailure<PathErrorCode | Code>;
}

type SearchOutcome<Code extends string> =
  { readonly ok: true; readonly value: ValidPath } | ({ readonly ok: false } & FailedAttempt<Code>);

/**
 * Finds a path from the target to an anchor that RFC 5280 §6 accepts at the given time. Shorter paths are tried first, and the work
 * is limited whatever the candidates are. Returns the path, its policies and the target's working key. Otherwise it returns the
 * failure of the path that got furthest, with the certificate at fault: a failed revocation check before any {@link PathErrorCode}.
 */
export function validatePath<Code extends string = never>(
  input: PathInput<Code>,
): PathResult<ValidPath, PathErrorCode | Code> {
  const at = input.at.getTime();
  // Before any cryptography: most refusals are made here.
  const failure = certificateFailure(input.target, at);
  if (failure !== undefined) return { ok: false, failure };
  const budget = input.budget ?? new WorkBudget();
  const signatureCache = new SignatureCache(input.target, input.algorithms ?? strongAlgorithms, budget);
  const search: Search<Code> = {
    input,
    inputs: { at, policies: input, signatureCache, budget },
    examined: new ExaminedPaths(),
  };
  const exact = searchPaths(search, 'exact');
  // Once work has been refused, a second round could do no more of it.
  if (exact.ok || budget.exhausted) return exact.ok ? exact : { ok: false, failure: exact.failure };
  const tolerant = searchPaths(search, 'tolerant');
  return tolerant.ok ? tolerant : { ok: false, failure: furthest(exact, tolerant).failure };
}

function searchPaths<Code extends string>(search: Search<Code>, tolerance: Tolerance): SearchOutcome<Code> {
  const { target, candidates, anchors } = search.input;
  const { signatureCache, budget } = search.inputs;
  const pool = candidates.slice(0, maximumCandidates);
  const graph = new IssuerGraph(pool, anchors, signatureCache, tolerance, budget);
  let failed: FailedAttempt<Code> | undefined;
  for (const path of prospectivePaths(target, graph, budget)) {
    if (!search.examined.add(path)) continue;
    const outcome = examine(path, search);
    if (outcome.ok) return outcome;
    failed = failed === undefined ? outcome : furthest(failed, outcome);
  }
  return { ok: false, ...(failed ?? whyNoPath(target, graph, budget)) };
}

function examine<Code extends string>(
  path: ProspectivePath,
  { input, inputs }: Search<Code>,
): SearchOutcome<Code> {
  const valid = validateProspectivePath(path, inputs);
  if (!valid.ok) return { ok: false, reach: Reach.invalid, failure: valid.failure };
  const revocation = input.checkRevocation?.(valid.value.certificates, path.anchor);
  if (revocation?.ok === false) return { ok: false, reach: Reach.revocation, failure: revocation.failure };
  return valid;
}

function furthest<Code extends string>(
  one: FailedAttempt<Code>,
  other: FailedAttempt<Code>,
): FailedAttempt<Code> {
  return other.reach > one.reach ? other : one;
}

function whyNoPath(target: Certificate, graph: IssuerGraph, budget: WorkBudget): FailedAttempt<never> {
  if (budget.exhausted) return { reach: Reach.exhausted, failure: { code: 'path-search-exhausted' } };
  const certificate = graph.deadEnd ?? target;
  const refusal = graph.refusals.get(certificate);
  return refusal === undefined
    ? { reach: Reach.noIssuer, failure: failureAt(certificate, 'issuer-not-found') }
    : { reach: Reach.noSignature, failure: signatureFailureAt(certificate, refusal) };
}

/** The paths examined so far, so that none is examined twice. They are compared by the identity of their parts. */
class ExaminedPaths {
  private readonly numbers = new Map<object, number>();
  private readonly paths = new Set<string>();

  /** Adds a path. False if it is there already. */
  add({ anchor, certificates }: ProspectivePath): boolean {
    const path = [anchor, ...certificates].map((part) => this.numberOf(part)).join(' ');
    if (this.paths.has(path)) return false;
    this.paths.add(path);
    return true;
  }

  private numberOf(part: object): number {
    const number = this.numbers.get(part) ?? this.numbers.size;
    this.numbers.set(part, number);
    return number;
  }
}
