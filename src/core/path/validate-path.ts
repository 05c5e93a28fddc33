import { type AlgorithmPolicy, type Certificate, strongAlgorithms } from '../x509/index.js';
import { certificateFailure } from './certificate-checks.js';
import type { PolicyInputs } from './certificate-processing.js';
import { blame, blameSignature, type PathErrorCode, type PathFailure, type PathResult } from './errors.js';
import { IssuerGraph, type ProspectivePath, prospectivePaths, type Tolerance } from './path-building.js';
import { validateProspectivePath, type ValidationInputs, type ValidPath } from './path-validation.js';
import { SignatureCache } from './signature-cache.js';
import type { TrustAnchor } from './trust-anchor.js';
import { WorkBudget } from './work-budget.js';

/** Candidates that are looked at; further ones are left out. */
export const maximumCandidates = 1024;

/** What to validate, against what, and when. `Code` is what the revocation check may answer. */
export interface PathInput<Code extends string = never> extends PolicyInputs {
  readonly target: Certificate;
  /** Certificates that may stand between target and anchor, in any order; at most {@link maximumCandidates} are looked at. */
  readonly candidates: readonly Certificate[];
  readonly anchors: readonly TrustAnchor[];
  /** The time the certificates must be valid at. */
  readonly at: Date;
  /** Algorithms trusted in signatures; {@link strongAlgorithms} if none are given. */
  readonly algorithms?: AlgorithmPolicy;
  /** Called once for each otherwise valid path (target first, the anchor left out); a failure sends the search on to the next path. */
  readonly checkRevocation?: (
    certificates: readonly Certificate[],
    anchor: TrustAnchor,
  ) => PathResult<unknown, Code>;
  /** Bounds and counts the work; a fresh default one if none is given. */
  readonly budget?: WorkBudget;
}

/** What one search goes by. */
interface Search<Code extends string> {
  readonly input: PathInput<Code>;
  readonly inputs: ValidationInputs;
  readonly examined: ExaminedPaths;
}

/** How far a path got before it failed: of several failures the furthest is told. */
enum Reach {
  noIssuer,
  noSignature,
  exhausted,
  invalid,
  revocation,
}

interface Setback<Code extends string> {
  readonly reach: Reach;
  readonly failure: PathFailure<PathErrorCode | Code>;
}

type SearchOutcome<Code extends string> =
  { readonly ok: true; readonly value: ValidPath } | ({ readonly ok: false } & Setback<Code>);

/**
 * Finds a path from the target to an anchor that RFC 5280 §6 accepts at the time given, shortest first, with work bounded
 * whatever the pool. Ok: the path, its policies and the target's working key. Otherwise the failure of the path that got
 * furthest, with the certificate at fault: a revocation answer goes before any {@link PathErrorCode}.
 */
export function validatePath<Code extends string = never>(
  input: PathInput<Code>,
): PathResult<ValidPath, PathErrorCode | Code> {
  const at = input.at.getTime();
  // Before any cryptography: most of what is refused is refused here.
  const failure = certificateFailure(input.target, at);
  if (failure !== undefined) return { ok: false, failure };
  const budget = input.budget ?? new WorkBudget();
  const signatureCache = new SignatureCache(input.target, input.algorithms ?? strongAlgorithms, budget);
  const search: Search<Code> = {
    input,
    inputs: { at, policies: input, signatureCache: signatureCache, budget },
    examined: new ExaminedPaths(),
  };
  const exact = searchPaths(search, 'exact');
  if (exact.ok) return exact;
  const tolerant = searchPaths(search, 'tolerant');
  return tolerant.ok ? tolerant : { ok: false, failure: further(exact, tolerant).failure };
}

function searchPaths<Code extends string>(search: Search<Code>, tolerance: Tolerance): SearchOutcome<Code> {
  const { target, candidates, anchors } = search.input;
  const { signatureCache: signatureCache, budget } = search.inputs;
  const graph = new IssuerGraph(candidates.slice(0, maximumCandidates), anchors, signatureCache, tolerance);
  let setback: Setback<Code> | undefined;
  for (const path of prospectivePaths(target, graph, budget)) {
    if (!search.examined.add(path)) continue;
    const outcome = examine(path, search);
    if (outcome.ok) return outcome;
    setback = setback === undefined ? outcome : further(setback, outcome);
  }
  return { ok: false, ...(setback ?? whyNoPath(target, graph, budget)) };
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

function further<Code extends string>(one: Setback<Code>, other: Setback<Code>): Setback<Code> {
  return other.reach > one.reach ? other : one;
}

function whyNoPath(target: Certificate, graph: IssuerGraph, budget: WorkBudget): Setback<never> {
  if (budget.exhausted) return { reach: Reach.exhausted, failure: { code: 'path-search-exhausted' } };
  const certificate = graph.deadEnd ?? target;
  const refusal = graph.refusals.get(certificate);
  return refusal === undefined
    ? { reach: Reach.noIssuer, failure: blame(certificate, 'issuer-not-found') }
    : { reach: Reach.noSignature, failure: blameSignature(certificate, refusal) };
}

/** Remembers paths by the identity of their parts, so that none is examined twice. */
class ExaminedPaths {
  private readonly numbers = new Map<object, number>();
  private readonly paths = new Set<string>();

  /** Adds a path, or says that it was there. */
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
