import { type JsonBounds, type JsonReader, parseJson } from '../core/json.js';
import {
  type PathErrorCode,
  type PathResult,
  trustAnchor,
  validatePath,
  type ValidPath,
} from '../core/path/index.js';
import { fail, ok, type Result } from '../core/result.js';
import { revocationCheck, type RevocationErrorCode } from '../core/revocation/index.js';
import { type AlgorithmPolicy, type Certificate, Oid } from '../core/x509/index.js';
import type { EncodedFiles, FileErrorCode } from './encoded-files.js';

/** One case of `lianshu pki verify --cases`. Certificates, CRLs and OCSP responses are given as file paths. */
export interface VerificationCase {
  readonly id: string | number | null;
  readonly anchors: readonly string[];
  /** The file with the target certificate first. */
  readonly chain: readonly string[];
  readonly crls: readonly string[];
  readonly ocsp: readonly string[];
  readonly at: Date;
  /** Object identifiers. Empty means any policy. */
  readonly policies: readonly string[];
  readonly requireExplicitPolicy: boolean;
  readonly inhibitPolicyMapping: boolean;
  readonly inhibitAnyPolicy: boolean;
  readonly revocation: 'required' | 'none';
}

/** A line names files, not their content. */
const bounds: JsonBounds = { size: 1_000_000, depth: 8 };

/** Reads one line of a cases file, a JSON object. Failure: `case-malformed`, with the wrong field in `values.field`. */
export function parseCase(line: string): Result<VerificationCase, 'case-malformed'> {
  const read = parseJson(line, bounds, readCase);
  if (!read.ok) return fail('case-malformed', { field: read.failure.values?.where || 'line' });
  return read.value.chain.length === 0 ? fail('case-malformed', { field: 'chain' }) : read;
}

function readCase(json: JsonReader): VerificationCase {
  const flag = (name: string): boolean => json.optional(name)?.flag() ?? false;
  const texts = (list: JsonReader | undefined): readonly string[] => list?.items((item) => item.text()) ?? [];
  return {
    id: readIdentifier(json),
    anchors: texts(json.member('anchors')),
    chain: json.member('chain').items((item) => item.text()),
    crls: texts(json.optional('crls')),
    ocsp: texts(json.optional('ocsp')),
    at: json.member('at').parsed(parseTime),
    policies: texts(json.optional('policies')),
    requireExplicitPolicy: flag('requireExplicitPolicy'),
    inhibitPolicyMapping: flag('inhibitPolicyMapping'),
    inhibitAnyPolicy: flag('inhibitAnyPolicy'),
    revocation: json.optional('revocation')?.oneOf('required', 'none') ?? 'required',
  };
}

/** The identifier in a line that is not a valid case, for the answer; null if there is none. */
export function caseIdentifier(line: string): VerificationCase['id'] {
  const id = parseJson(line, bounds, readIdentifier);
  return id.ok ? id.value : null;
}

function readIdentifier(json: JsonReader): VerificationCase['id'] {
  const id = json.optional('id');
  return typeof id?.value() === 'number' ? id.integer(-Infinity) : (id?.text() ?? null);
}

function parseTime(text: string): Result<Date> {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? fail('time-malformed') : ok(at);
}

/** Every code that `lianshu pki verify` can print. */
export type VerdictCode = PathErrorCode | RevocationErrorCode | FileErrorCode | 'case-malformed';

/** Validates one case: the path (RFC 5280 §6.1) and, if required, revocation (RFC 5280 §6.3, RFC 6960). Reads the case's files. */
export function validateCase(
  question: VerificationCase,
  files: EncodedFiles,
  algorithms: AlgorithmPolicy,
): PathResult<ValidPath, VerdictCode> {
  const chain = files.certificates(question.chain);
  if (!chain.ok) return chain;
  const anchors = files.certificates(question.anchors);
  if (!anchors.ok) return anchors;
  const crls = files.crls(question.crls);
  if (!crls.ok) return crls;
  const ocsp = files.ocspResponses(question.ocsp);
  if (!ocsp.ok) return ocsp;
  const [target, ...candidates] = chain.value;
  if (target === undefined) return fail('case-malformed', { field: 'chain' });
  const { at } = question;
  const rules = { at, validatePath, crls: crls.value, ocsp: ocsp.value, candidates, algorithms };
  return validatePath<RevocationErrorCode>({
    target,
    candidates,
    anchors: anchors.value.map(trustAnchor),
    at,
    algorithms,
    initialPolicies: question.policies.length === 0 ? [Oid.anyPolicy] : question.policies,
    requireExplicitPolicy: question.requireExplicitPolicy,
    inhibitPolicyMapping: question.inhibitPolicyMapping,
    inhibitAnyPolicy: question.inhibitAnyPolicy,
    ...(question.revocation === 'required' && { checkRevocation: revocationCheck(rules) }),
  });
}

/** The file that contains the certificate at fault; undefined if there is none. */
export function fileOf(
  certificate: Certificate | undefined,
  { chain, anchors }: VerificationCase,
  files: EncodedFiles,
): string | undefined {
  return [...chain, ...anchors].find((path) => {
    const held = files.certificates([path]);
    return certificate !== undefined && held.ok && held.value.includes(certificate);
  });
}
