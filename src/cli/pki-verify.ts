import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { everyAlgorithm, strongAlgorithms } from '../core/x509/index.js';
import { type Language } from '../messages/index.js';
import { commandGroup } from './command-group.js';
import { caseIdentifier, parseCase, type VerificationCase } from './pki/case.js';
import { EncodedFiles } from './pki/encoded-files.js';
import { explain } from './pki/explain.js';
import { fileOf, judgeCase } from './pki/judge-case.js';

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
  readonly lang: Language;
}

/**
 * `lianshu pki verify`: whether a certificate was valid at a time, by path and revocation. One certificate, explained in words
 * (exit code 1 if it is not); or a file of cases, a JSON line each, answered by `{"id","ok","code","at"}`, where `code` is null or
 * why not and `at` the file of the certificate at fault, if one is.
 */
export function registerPkiVerify(program: Command): void {
  commandGroup(program, 'pki', 'certificates, their paths and their revocation')
    .command('verify')
    .description('say whether a certificate was valid at a time, and why')
    .argument('[leaf]', 'certificate to verify, DER or PEM')
    .option('--anchor <files...>', 'trust anchors: certificates, DER or PEM')
    .option('--chain <files...>', 'intermediate certificates, in any order')
    .option('--crl <files...>', 'certificate revocation lists')
    .option('--ocsp <files...>', 'OCSP responses, DER')
    .option('--at <time>', 'time to verify at, ISO 8601 (default: now)', parseTime, new Date())
    .option('--policy <oids...>', 'certificate policies to ask for (default: any)')
    .option('--require-explicit-policy', 'a policy must be valid for the whole path')
    .option('--inhibit-policy-mapping', 'no policy may be mapped')
    .option('--inhibit-any-policy', 'anyPolicy counts for nothing')
    .addOption(
      new Option('--revocation <mode>', 'whether revocation data must show each certificate good')
        .choices(['required', 'none'])
        .default('required'),
    )
    .addOption(
      new Option(
        '--algorithms <set>',
        'strong: as the platform; every: also SHA-1, short RSA and DSA',
      ).choices(['strong', 'every']),
    )
    .addOption(
      new Option('--lang <language>', 'language of the explanation (default: as LANG says)')
        .choices(['zh-TW', 'en'])
        .default(systemLanguage()),
    )
    .option(
      '--cases <file>',
      'cases, one JSON object a line; every algorithm unless --algorithms says otherwise',
    )
    .action(run);
}

function parseTime(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError('not an ISO 8601 time');
  return time;
}

function systemLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^en|^C\b|^POSIX/.test(LC_ALL ?? LC_MESSAGES ?? LANG ?? '') ? 'en' : 'zh-TW';
}

async function run(leaf: string | undefined, options: Options, command: Command): Promise<void> {
  if (options.cases !== undefined) await runCases(options.cases, options);
  else if (leaf !== undefined) runOne(leaf, options);
  else command.error('error: give a certificate, or --cases');
}

function runOne(leaf: string, options: Options): void {
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
  const verdict = judgeCase(question, new EncodedFiles(), algorithms);
  if (!verdict.ok) process.exitCode = 1;
  for (const line of explain(question, verdict, options.lang)) console.log(line);
}

async function runCases(path: string, { algorithms }: Options): Promise<void> {
  const files = new EncodedFiles();
  const policy = algorithms === 'strong' ? strongAlgorithms : everyAlgorithm;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line.trim() !== '') console.log(JSON.stringify(answer(line, files, policy)));
  }
}

function answer(line: string, files: EncodedFiles, algorithms: Parameters<typeof judgeCase>[2]): object {
  const question = parseCase(line);
  if (!question.ok) return { id: caseIdentifier(line), ok: false, code: question.failure.code, at: null };
  const { id } = question.value;
  const verdict = judgeCase(question.value, files, algorithms);
  if (verdict.ok) return { id, ok: true, code: null, at: null };
  const { code, certificate, values } = verdict.failure;
  return { id, ok: false, code, at: fileOf(certificate, question.value, files) ?? values?.file ?? null };
}
