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

/** One question of `lianshu pki verify --cases`; files by their paths. */
export interface VerificationCase {
  readonly id: string | number | null;
  readonly anchors: readonly string[];
  /** The leaf first. */
  readonly chain: readonly string[];
  readonly crls: readonly string[];
  readonly ocsp: readonly string[];
  readonly at: Date;
  /** Object identifiers; empty is any policy. */
  readonly policies: readonly string[];
  readonly requireExplicitPolicy: boolean;
  readonly inhibitPolicyMapping: boolean;
  readonly inhibitAnyPolicy: boolean;
  readonly revocation: 'required' | 'none';
}

/** A line names files, not their content. */
const bounds: JsonBounds = { size: 1_000_000, depth: 8 };

/** Reads a line of a cases file: a JSON object. Failure: `case-malformed`, with the field at fault. */
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

/** The identifier of a line that is no case, for the answer. */
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

/** Every code `lianshu pki verify` may print. */
export type VerdictCode = PathErrorCode | RevocationErrorCode | FileErrorCode | 'case-malformed';

/** Judges one case: path (RFC 5280 §6) and, where required, revocation (6.3, RFC 6960). Reads its files. */
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

/** Which file a certificate at fault came from; undefined where none of these is. */
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
