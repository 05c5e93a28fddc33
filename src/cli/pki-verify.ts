import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { PathFailure, PathResult, ValidPath } from '../core/path/index.js';
import { type Certificate, everyAlgorithm, strongAlgorithms } from '../core/x509/index.js';
import { EncodedFiles } from './encoded-files.js';
import { commandGroup } from './localized-command.js';
import { distinguishedNameText } from './terminal-text.js';
import {
  caseIdentifier,
  fileOf,
  parseCase,
  validateCase,
  type VerdictCode,
  type VerificationCase,
} from './verification-case.js';
import type { Translator } from './translator.js';

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
 * `lianshu pki verify`: validates a certificate at a given time, by path and revocation. For one certificate, it explains the verdict and
 * exits with 1 if the certificate is not valid. For a file of cases (one JSON object a line), it prints `{"id","ok","code","at"}` for each:
 * `code` is null or the error code, and `at` is the file of the certificate at fault, or null.
 */
export function registerPkiVerify(program: Command, translator: Translator): void {
  commandGroup(program, 'pki', translator.text('help.pki'))
    .command('verify')
    .description(translator.text('help.pki-verify'))
    .argument('[certificate]', translator.text('argument.certificate'))
    .option('--anchor <files...>', translator.text('option.anchor'))
    .option('--chain <files...>', translator.text('option.chain'))
    .option('--crl <files...>', translator.text('option.crl'))
    .option('--ocsp <files...>', translator.text('option.ocsp'))
    .option(
      '--at <time>',
      translator.text('option.at'),
      (text: string) => parseTime(text, translator),
      new Date(),
    )
    .option('--policy <oids...>', translator.text('option.policy'))
    .option('--require-explicit-policy', translator.text('option.require-explicit-policy'))
    .option('--inhibit-policy-mapping', translator.text('option.inhibit-policy-mapping'))
    .option('--inhibit-any-policy', translator.text('option.inhibit-any-policy'))
    .addOption(
      new Option('--revocation <mode>', translator.text('option.revocation'))
        .choices(['required', 'none'])
        .default('required'),
    )
    .addOption(
      new Option('--algorithms <set>', translator.text('option.algorithms')).choices(['strong', 'every']),
    )
    .option('--cases <file>', translator.text('option.cases'))
    .option('--json', translator.text('option.json'))
    .action((target: string | undefined, options: Options, command: Command) =>
      run(target, options, command, translator),
    );
}

function parseTime(text: string, translator: Translator): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError(translator.text('usage.time'));
  return time;
}

async function run(
  target: string | undefined,
  options: Options,
  command: Command,
  translator: Translator,
): Promise<void> {
  if (options.cases !== undefined) await runCases(options.cases, options);
  else if (target !== undefined) runOne(target, options, translator);
  else command.error(translator.text('usage.certificate-or-cases'));
}

function runOne(target: string, options: Options, translator: Translator): void {
  const { at, revocation, requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy } = options;
  const question: VerificationCase = {
    id: target,
    anchors: options.anchor ?? [],
    chain: [target, ...(options.chain ?? [])],
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
  else for (const line of explainVerdict(question, verdict, translator)) console.log(line);
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

/** The lines that explain a verdict. */
function explainVerdict(
  question: VerificationCase,
  verdict: PathResult<ValidPath, VerdictCode>,
  translator: Translator,
): readonly string[] {
  return verdict.ok
    ? explainPath(question, verdict.value, translator)
    : explainFailure(verdict.failure, translator);
}

function explainPath(
  { at, revocation }: VerificationCase,
  path: ValidPath,
  translator: Translator,
): readonly string[] {
  const names = [...path.certificates.map(({ subject }) => subject), path.anchor.name].map(
    distinguishedNameText,
  );
  const policies = path.policies.join(translator.language === 'en' ? ', ' : '、');
  return [
    translator.text('pki.valid', { at: at.toISOString() }),
    ...names.map((name, depth) => `${'  '.repeat(depth)}${depth === 0 ? '' : '← '}${name}`),
    translator.text('pki.policies', { policies: policies || translator.text('pki.none') }),
    translator.text(revocation === 'required' ? 'pki.revocation-checked' : 'pki.revocation-not-checked'),
  ];
}

function explainFailure(
  { code, values, certificate }: PathFailure<VerdictCode>,
  translator: Translator,
): readonly string[] {
  return [
    translator.text('pki.refused'),
    translator.text(`verdict.${code}`, values),
    ...(certificate === undefined ? [] : atFault(certificate, translator)),
    translator.text('code.line', { code }),
  ];
}

function atFault({ subject, notBefore, notAfter }: Certificate, translator: Translator): readonly string[] {
  const [from, to] = [new Date(notBefore).toISOString(), new Date(notAfter).toISOString()];
  return [
    translator.text('pki.at-fault', { name: distinguishedNameText(subject) }),
    translator.text('pki.validity', { from, to }),
  ];
}
