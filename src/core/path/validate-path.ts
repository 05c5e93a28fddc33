import { type AlgorithmPolicy, type Certificate, strongAlgorithms } from '../x509/index.js';
import { certificateFailure } from './certificate-checks.js';
import { ExaminedPaths } from './examined-paths.js';
import { blame, blameSignature, type PathErrorCode, type PathFailure, type PathResult } from './errors.js';
import { IssuerGraph, type Tolerance } from './issuer-graph.js';
import { prospectivePaths, type ProspectivePath } from './path-search.js';
import { type PolicyInputs } from './path-state.js';
import { type ValidationInputs, type ValidPath, validateProspectivePath } from './path-validation.js';
import { SignatureLedger } from './signature-ledger.js';
import { type TrustAnchor } from './trust-anchor.js';
import { WorkBudget } from './work-budget.js';

/** Candidates that are looked at; further ones are left out. */
export const maximumCandidates = 1024;

/** What to validate, against what, and when. `Code` is what the revocation check may answer. */
export interface PathInput<Code extends string = never> extends PolicyInputs {
  readonly leaf: Certificate;
  /** Certificates that may stand between leaf and anchor, in any order; at most {@link maximumCandidates} are looked at. */
  readonly candidates: readonly Certificate[];
  readonly anchors: readonly TrustAnchor[];
  /** The time the certificates must be valid at. */
  readonly at: Date;
  /** Algorithms trusted in signatures; {@link strongAlgorithms} if none are given. */
  readonly algorithms?: AlgorithmPolicy;
  /** Called once for each otherwise valid path (leaf first, the anchor left out); a failure sends the search on to the next path. */
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

type Outcome<Code extends string> =
  { readonly ok: true; readonly value: ValidPath } | ({ readonly ok: false } & Setback<Code>);

/**
 * Finds a path from the leaf to an anchor that RFC 5280 section 6 accepts at the time given, shortest first, with work bounded
 * whatever the pool. Ok: the path, its policies and the leaf's working key. Otherwise the failure of the path that got
 * furthest, with the certificate at fault: a revocation answer goes before any {@link PathErrorCode}.
 */
export function validatePath<Code extends string = never>(
  input: PathInput<Code>,
): PathResult<ValidPath, PathErrorCode | Code> {
  const at = input.at.getTime();
  // Before any cryptography: most of what is refused is refused here.
  const failure = certificateFailure(input.leaf, at);
  if (failure !== undefined) return { ok: false, failure };
  const budget = input.budget ?? new WorkBudget();
  const ledger = new SignatureLedger(input.leaf, input.algorithms ?? strongAlgorithms, budget);
  const search = { input, inputs: { at, policies: input, ledger, budget }, examined: new ExaminedPaths() };
  const exact = searchPaths(search, 'exact');
  if (exact.ok) return exact;
  const tolerant = searchPaths(search, 'tolerant');
  return tolerant.ok ? tolerant : { ok: false, failure: further(exact, tolerant).failure };
}

function searchPaths<Code extends string>(search: Search<Code>, tolerance: Tolerance): Outcome<Code> {
  const { leaf, candidates, anchors } = search.input;
  const { ledger, budget } = search.inputs;
  const graph = new IssuerGraph(candidates.slice(0, maximumCandidates), anchors, ledger, tolerance);
  let setback: Setback<Code> | undefined;
  for (const path of prospectivePaths(leaf, graph, budget)) {
    if (!search.examined.add(path)) continue;
    const outcome = examine(path, search);
    if (outcome.ok) return outcome;
    setback = setback === undefined ? outcome : further(setback, outcome);
  }
  return { ok: false, ...(setback ?? whyNoPath(leaf, graph, budget)) };
}

function examine<Code extends string>(path: ProspectivePath, { input, inputs }: Search<Code>): Outcome<Code> {
  const valid = validateProspectivePath(path, inputs);
  if (!valid.ok) return { ok: false, reach: Reach.invalid, failure: valid.failure };
  const revocation = input.checkRevocation?.(valid.value.certificates, path.anchor);
  if (revocation?.ok === false) return { ok: false, reach: Reach.revocation, failure: revocation.failure };
  return valid;
}

function further<Code extends string>(one: Setback<Code>, other: Setback<Code>): Setback<Code> {
  return other.reach > one.reach ? other : one;
}

function whyNoPath(leaf: Certificate, graph: IssuerGraph, budget: WorkBudget): Setback<never> {
  if (budget.exhausted) return { reach: Reach.exhausted, failure: { code: 'path-search-exhausted' } };
  const certificate = graph.deadEnd ?? leaf;
  const refusal = graph.refusals.get(certificate);
  return refusal === undefined
    ? { reach: Reach.noIssuer, failure: blame(certificate, 'issuer-not-found') }
    : { reach: Reach.noSignature, failure: blameSignature(certificate, refusal) };
}
