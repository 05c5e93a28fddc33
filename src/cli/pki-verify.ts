import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { PathFailure, PathResult, ValidPath } from '../core/path/index.js';
import { type Certificate, everyAlgorithm, strongAlgorithms } from '../core/x509/index.js';
import { EncodedFiles } from './encoded-files.js';
import { distinguishedNameText } from './terminal-text.js';
import {
  caseIdentifier,
  fileOf,
  parseCase,
  validateCase,
  type VerdictCode,
  type VerificationCase,
} from './verification-case.js';
import type { Voice } from './voice.js';

interface Options {
  readonly cases?: string;
  readonly anchor?: readonly string[];
  readonly chain?: readonly string[];
  readonly crl?: readonly string[];
  readonly ocsp?: readonly string[];
  readonly at: Date;
  readonly policy?: readonly string[];
  readonly requireExplicitPolicy?: true;
  readonly inhibitPolicyMapping?: true;
  readonly inhibitAnyPolicy?: true;
  readonly revocation: VerificationCase['revocation'];
  readonly algorithms?: 'strong' | 'every';
  readonly json?: true;
}

/**
 * `lianshu pki verify`: whether a certificate was valid at a time, by path and revocation. One certificate, explained in words
 * (exit code 1 if it is not); or a file of cases, a JSON line each, answered by `{"id","ok","code","at"}`, where `code` is null or
 * why not and `at` the file of the certificate at fault, if one is.
 */
export function registerPkiVerify(pki: Command, voice: Voice): void {
  pki
    .command('verify')
    .description(voice.say('help.pki-verify'))
    .argument('[leaf]', voice.say('argument.leaf'))
    .option('--anchor <files...>', voice.say('option.anchor'))
    .option('--chain <files...>', voice.say('option.chain'))
    .option('--crl <files...>', voice.say('option.crl'))
    .option('--ocsp <files...>', voice.say('option.ocsp'))
    .option('--at <time>', voice.say('option.at'), (text: string) => parseTime(text, voice), new Date())
    .option('--policy <oids...>', voice.say('option.policy'))
    .option('--require-explicit-policy', voice.say('option.require-explicit-policy'))
    .option('--inhibit-policy-mapping', voice.say('option.inhibit-policy-mapping'))
    .option('--inhibit-any-policy', voice.say('option.inhibit-any-policy'))
    .addOption(
      new Option('--revocation <mode>', voice.say('option.revocation'))
        .choices(['required', 'none'])
        .default('required'),
    )
    .addOption(new Option('--algorithms <set>', voice.say('option.algorithms')).choices(['strong', 'every']))
    .option('--cases <file>', voice.say('option.cases'))
    .option('--json', voice.say('option.json'))
    .action((leaf: string | undefined, options: Options, command: Command) =>
      run(leaf, options, command, voice),
    );
}

function parseTime(text: string, voice: Voice): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError(voice.say('usage.time'));
  return time;
}

async function run(
  leaf: string | undefined,
  options: Options,
  command: Command,
  voice: Voice,
): Promise<void> {
  if (options.cases !== undefined) await runCases(options.cases, options);
  else if (leaf !== undefined) runOne(leaf, options, voice);
  else command.error(voice.say('usage.certificate-or-cases'));
}

function runOne(leaf: string, options: Options, voice: Voice): void {
  const { at, revocation, requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy } = options;
  const question: VerificationCase = {
    id: leaf,
    anchors: options.anchor ?? [],
    chain: [leaf, ...(options.chain ?? [])],
    crls: options.crl ?? [],
    ocsp: options.ocsp ?? [],
    at,
    policies: options.policy ?? [],
    requireExplicitPolicy: requireExplicitPolicy ?? false,
    inhibitPolicyMapping: inhibitPolicyMapping ?? false,
    inhibitAnyPolicy: inhibitAnyPolicy ?? false,
    revocation,
  };
  const algorithms = options.algorithms === 'every' ? everyAlgorithm : strongAlgorithms;
  const files = new EncodedFiles();
  const verdict = validateCase(question, files, algorithms);
  if (!verdict.ok) process.exitCode = 1;
  if (options.json === true) console.log(JSON.stringify(answerOf(question, verdict, files)));
  else for (const line of explainVerdict(question, verdict, voice)) console.log(line);
}

async function runCases(path: string, { algorithms }: Options): Promise<void> {
  const files = new EncodedFiles();
  const policy = algorithms === 'strong' ? strongAlgorithms : everyAlgorithm;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line.trim() !== '') console.log(JSON.stringify(answer(line, files, policy)));
  }
}

function answer(line: string, files: EncodedFiles, algorithms: Parameters<typeof validateCase>[2]): object {
  const question = parseCase(line);
  if (!question.ok) return { id: caseIdentifier(line), ok: false, code: question.failure.code, at: null };
  return answerOf(question.value, validateCase(question.value, files, algorithms), files);
}

function answerOf(
  question: VerificationCase,
  verdict: PathResult<ValidPath, VerdictCode>,
  files: EncodedFiles,
): object {
  const { id } = question;
  if (verdict.ok) return { id, ok: true, code: null, at: null };
  const { code, certificate, values } = verdict.failure;
  return { id, ok: false, code, at: fileOf(certificate, question, files) ?? values?.file ?? null };
}

/** The verdict in words, line by line. */
function explainVerdict(
  question: VerificationCase,
  verdict: PathResult<ValidPath, VerdictCode>,
  voice: Voice,
): readonly string[] {
  return verdict.ok ? explainPath(question, verdict.value, voice) : explainFailure(verdict.failure, voice);
}

function explainPath({ at, revocation }: VerificationCase, path: ValidPath, voice: Voice): readonly string[] {
  const names = [...path.certificates.map(({ subject }) => subject), path.anchor.name].map(
    distinguishedNameText,
  );
  const policies = path.policies.join(voice.language === 'en' ? ', ' : '、');
  return [
    voice.say('pki.valid', { at: at.toISOString() }),
    ...names.map((name, depth) => `${'  '.repeat(depth)}${depth === 0 ? '' : '← '}${name}`),
    voice.say('pki.policies', { policies: policies || voice.say('pki.none') }),
    voice.say(revocation === 'required' ? 'pki.revocation-checked' : 'pki.revocation-not-checked'),
  ];
}

function explainFailure(
  { code, values, certificate }: PathFailure<VerdictCode>,
  voice: Voice,
): readonly string[] {
  return [
    voice.say('pki.refused'),
    voice.say(`verdict.${code}`, values),
    ...(certificate === undefined ? [] : atFault(certificate, voice)),
    voice.say('code.line', { code }),
  ];
}

function atFault({ subject, notBefore, notAfter }: Certificate, voice: Voice): readonly string[] {
  const [from, to] = [new Date(notBefore).toISOString(), new Date(notAfter).toISOString()];
  return [
    voice.say('pki.at-fault', { name: distinguishedNameText(subject) }),
    voice.say('pki.validity', { from, to }),
  ];
}
