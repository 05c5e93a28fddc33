import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { trustAnchor, validatePath } from '../../../src/core/path/index.js';
import { encodePem } from '../../../src/core/pem.js';
import { type Certificate, everyAlgorithm, Oid, parseCertificate } from '../../../src/core/x509/index.js';
import { SeededRandom } from '../../../src/devkit/index.js';
import { buildChain, type ChainDraft, draftChain, keyRing, testKey } from './chain-draft.js';
import { authentic, times } from './mutations/basic-processing.js';
import { constraints, others } from './mutations/extensions.js';
import type { Mutation, Place } from './mutations/mutation.js';
import { nameSpaces } from './mutations/name-spaces.js';
import { identifiers, names } from './mutations/names.js';
import { policies } from './mutations/policies.js';

export type { Mutation, Place } from './mutations/mutation.js';

/** What validatePath and openssl say about one chain. */
export interface Comparison {
  readonly mutation: string;
  readonly ours: string;
  readonly openssl: string;
}

const processes = 3;

/** Makes `count` chains from a seed, each with the next mutation at a random place, and validates them with both. A chain is the same whatever other mutations there are. */
export async function compare(seed: string, count: number): Promise<readonly Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lianshu-differential-'));
  const keys = { stranger: testKey('rsa-1024'), p256: testKey('p256'), p384: testKey('p384') };
  const nextKey = keyRing(16);
  const comparisons: Comparison[] = [];
  const work = async (lane: number): Promise<void> => {
    const openssl = new OpensslVerify(join(folder, String(lane)));
    for (let index = lane; index < count; index += processes) {
      const mutation = mutations[index % mutations.length]!;
      const round = Math.floor(index / mutations.length);
      const draft = mutated(mutation, new SeededRandom(`${seed} ${mutation.name} ${round}`), nextKey, keys);
      const chain = buildChain(draft);
      const verdict = await openssl.verdict(chain, draft);
      comparisons[index] = { mutation: mutation.name, ours: ourVerdict(chain, draft), openssl: verdict };
    }
    openssl.close();
  };
  await Promise.all(Array.from({ length: processes }, (_, lane) => work(lane)));
  rmSync(folder, { recursive: true });
  return comparisons;
}

function mutated(
  mutation: Mutation,
  random: SeededRandom,
  nextKey: ReturnType<typeof keyRing>,
  keys: Parameters<Mutation['apply']>[2],
): ChainDraft {
  let draft = draftChain(random, nextKey);
  // A chain with an authority below the root has at least three certificates.
  while (mutation.place === 'authority' && draft.links.length < 3) draft = draftChain(random, nextKey);
  const places = placesIn(draft, mutation.place);
  const index = places[random.below(places.length)]!;
  mutation.apply(draft.links[index]!, draft, keys, index);
  return draft;
}

function placesIn({ links }: ChainDraft, place: Place): readonly number[] {
  const all = [...links.keys()];
  const target = links.length - 1;
  const wanted: Record<Place, (index: number) => boolean> = {
    root: (index) => index === 0,
    authority: (index) => index > 0 && index < target,
    target: (index) => index === target,
    issued: (index) => index > 0,
    any: () => true,
  };
  return all.filter(wanted[place]);
}

/** `OK`, or the code of our path validation. */
function ourVerdict(chain: readonly Uint8Array[], draft: ChainDraft): string {
  const certificates: Certificate[] = [];
  for (const der of chain) {
    const certificate = parseCertificate(der);
    if (!certificate.ok) return certificate.failure.code;
    certificates.push(certificate.value);
  }
  const [root, ...rest] = certificates;
  const result = validatePath({
    target: rest[rest.length - 1]!,
    candidates: rest.slice(0, -1),
    anchors: [trustAnchor(root!)],
    at: draft.at,
    algorithms: everyAlgorithm,
    initialPolicies: draft.policies.length === 0 ? [Oid.anyPolicy] : draft.policies,
    requireExplicitPolicy: draft.requireExplicitPolicy,
    inhibitPolicyMapping: draft.inhibitPolicyMapping,
    inhibitAnyPolicy: draft.inhibitAnyPolicy,
  });
  return result.ok ? 'OK' : result.failure.code;
}

/** `OK`, or the reason that openssl prints. */
type OpensslVerdict = string;

/**
 * Asks `openssl verify` about chains (root to target, DER), one after the other. A shell starts each process: to start one from a process as
 * large as a test's takes several times as long as the verification.
 */
class OpensslVerify {
  private readonly shell = spawn('sh', { stdio: ['pipe', 'pipe', 'inherit'] });
  private readonly lines = createInterface({ input: this.shell.stdout })[Symbol.asyncIterator]();
  private readonly files: { readonly anchor: string; readonly untrusted: string; readonly target: string };

  /** `base`: with what the names of its files begin. */
  constructor(base: string) {
    this.files = { anchor: `${base}.anchor`, untrusted: `${base}.untrusted`, target: `${base}.target` };
  }

  async verdict(chain: readonly Uint8Array[], draft: ChainDraft): Promise<OpensslVerdict> {
    const [root, ...rest] = chain.map((der) => encodePem('CERTIFICATE', der));
    const { anchor, untrusted, target } = this.files;
    writeFileSync(anchor, root!);
    writeFileSync(untrusted, rest.slice(0, -1).join('') || root!);
    writeFileSync(target, rest[rest.length - 1]!);
    return await this.run([
      'verify',
      ...['-no-CApath', '-no-CAstore', '-auth_level', '0', '-policy_check'],
      ...['-attime', String(Math.floor(draft.at.getTime() / 1000))],
      ...(draft.policies.length === 0 ? [Oid.anyPolicy] : draft.policies).flatMap((policy) => [
        '-policy',
        policy,
      ]),
      ...(draft.requireExplicitPolicy ? ['-explicit_policy'] : []),
      ...(draft.inhibitPolicyMapping ? ['-inhibit_map'] : []),
      ...(draft.inhibitAnyPolicy ? ['-inhibit_any'] : []),
      ...['-CAfile', anchor, '-untrusted', untrusted, target],
    ]);
  }

  /** Ends the shell. */
  close(): void {
    this.shell.stdin.end();
  }

  private async run(options: readonly string[]): Promise<OpensslVerdict> {
    const words = options.map((option) => `'${option}'`).join(' ');
    this.shell.stdin.write(`openssl ${words} 2>&1 >/dev/null; printf '\n${ended}%s\n' "$?"\n`);
    let said = '';
    for (;;) {
      const line = await this.lines.next();
      if (line.done === true) throw new Error('the shell has ended');
      if (line.value === `${ended}0`) return 'OK';
      if (line.value.startsWith(ended)) break;
      said += `${line.value}\n`;
    }
    return /error \d+ at .*?lookup: *(.*)$/m.exec(said)?.[1] ?? said.split('\n')[0]!;
  }
}

const ended = '-- openssl ended: ';

/** Every mutation. */
export const mutations: readonly Mutation[] = [
  ...authentic,
  ...times,
  ...names,
  ...constraints,
  ...identifiers,
  ...nameSpaces,
  ...policies,
  ...others,
];
