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

type Fields = Readonly<Record<string, unknown>>;

/** Reads a line of a cases file: a JSON object. Failure: `case-malformed`, with the field at fault. */
export function parseCase(line: string): Result<VerificationCase, 'case-malformed'> {
  const fields = parseObject(line);
  if (fields === undefined) return fail('case-malformed', { field: 'line' });
  const [field] = Object.entries(shapes).find(([name, fits]) => name in fields && !fits(fields[name])) ?? [];
  if (field !== undefined) return fail('case-malformed', { field });
  const missing = ['anchors', 'chain', 'at'].find((name) => !(name in fields));
  if (missing !== undefined) return fail('case-malformed', { field: missing });
  // Every field that is there has its shape.
  const given = fields as Partial<VerificationCase> &
    Pick<VerificationCase, 'anchors' | 'chain'> & { at: string };
  return ok({
    id: given.id ?? null,
    anchors: given.anchors,
    chain: given.chain,
    crls: given.crls ?? [],
    ocsp: given.ocsp ?? [],
    at: new Date(given.at),
    policies: given.policies ?? [],
    requireExplicitPolicy: given.requireExplicitPolicy ?? false,
    inhibitPolicyMapping: given.inhibitPolicyMapping ?? false,
    inhibitAnyPolicy: given.inhibitAnyPolicy ?? false,
    revocation: given.revocation ?? 'required',
  });
}

/** The identifier of a line that is no case, for the answer. */
export function caseIdentifier(line: string): VerificationCase['id'] {
  const id = parseObject(line)?.id;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function parseObject(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : undefined;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const shapes: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => isText(value) || typeof value === 'number' || value === null,
  anchors: isTexts,
  chain: (value) => isTexts(value) && (value as readonly string[]).length > 0,
  crls: isTexts,
  ocsp: isTexts,
  at: (value) => isText(value) && !Number.isNaN(Date.parse(value as string)),
  policies: isTexts,
  requireExplicitPolicy: isFlag,
  inhibitPolicyMapping: isFlag,
  inhibitAnyPolicy: isFlag,
  revocation: (value) => value === 'required' || value === 'none',
};

/** Every code `lianshu pki verify` may print. */
export type VerdictCode = PathErrorCode | RevocationErrorCode | FileErrorCode | 'case-malformed';

/** Judges one case: path (RFC 5280 6) and, where required, revocation (6.3, RFC 6960). Reads its files. */
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
  const [leaf, ...candidates] = chain.value;
  if (leaf === undefined) return fail('case-malformed', { field: 'chain' });
  const { at } = question;
  const rules = { at, validatePath, crls: crls.value, ocsp: ocsp.value, candidates, algorithms };
  return validatePath<RevocationErrorCode>({
    target: leaf,
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
