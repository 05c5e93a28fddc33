import { trustAnchor, validatePath } from '../../../src/core/path/index.js';
import { type Certificate, everyAlgorithm, Oid, parseCertificate } from '../../../src/core/x509/index.js';
import { SeededRandom } from '../../../src/devkit/index.js';
import { buildChain, type ChainDraft, draftChain } from './chain-draft.js';
import { keyRing, testKey } from './keys.js';
import { type Mutation, mutations, type Place } from './mutations/index.js';
import { OpensslVerify } from './openssl-verify.js';

/** What both said of one chain. */
export interface Comparison {
  readonly mutation: string;
  readonly ours: string;
  readonly openssl: string;
}

const processes = 3;

/** Draws `count` chains from a seed, each with the next mutation somewhere, and asks both. */
export async function compare(seed: string, count: number): Promise<readonly Comparison[]> {
  const openssl = new OpensslVerify();
  const keys = { stranger: testKey('rsa-1024'), p256: testKey('p256'), p384: testKey('p384') };
  const nextKey = keyRing(16);
  const comparisons: Comparison[] = [];
  const work = async (lane: number): Promise<void> => {
    for (let index = lane; index < count; index += processes) {
      const mutation = mutations[index % mutations.length];
      const draft = mutated(mutation, new SeededRandom(`${seed} ${index}`), nextKey, keys);
      const chain = buildChain(draft);
      const verdict = await openssl.verdict(chain, draft);
      comparisons[index] = { mutation: mutation.name, ours: ourVerdict(chain, draft), openssl: verdict };
    }
  };
  await Promise.all(Array.from({ length: processes }, (_, lane) => work(lane)));
  openssl.close();
  return comparisons;
}

function mutated(
  mutation: Mutation,
  random: SeededRandom,
  nextKey: ReturnType<typeof keyRing>,
  keys: Parameters<Mutation['apply']>[2],
): ChainDraft {
  let draft = draftChain(random, nextKey);
  // An authority wants a chain of three.
  while (mutation.place === 'authority' && draft.links.length < 3) draft = draftChain(random, nextKey);
  const places = placesIn(draft, mutation.place);
  const index = places[random.below(places.length)];
  mutation.apply(draft.links[index], draft, keys, index);
  return draft;
}

function placesIn({ links }: ChainDraft, place: Place): readonly number[] {
  const all = [...links.keys()];
  const leaf = links.length - 1;
  const wanted: Record<Place, (index: number) => boolean> = {
    root: (index) => index === 0,
    authority: (index) => index > 0 && index < leaf,
    leaf: (index) => index === leaf,
    issued: (index) => index > 0,
    any: () => true,
  };
  return all.filter(wanted[place]);
}

/** `OK`, or our code. */
export function ourVerdict(chain: readonly Uint8Array[], draft: ChainDraft): string {
  const certificates: Certificate[] = [];
  for (const der of chain) {
    const certificate = parseCertificate(der);
    if (!certificate.ok) return certificate.failure.code;
    certificates.push(certificate.value);
  }
  const [root, ...rest] = certificates;
  const result = validatePath({
    leaf: rest[rest.length - 1],
    candidates: rest.slice(0, -1),
    anchors: [trustAnchor(root)],
    at: draft.at,
    algorithms: everyAlgorithm,
    initialPolicies: draft.policies.length === 0 ? [Oid.anyPolicy] : draft.policies,
    requireExplicitPolicy: draft.requireExplicitPolicy,
    inhibitPolicyMapping: draft.inhibitPolicyMapping,
    inhibitAnyPolicy: draft.inhibitAnyPolicy,
  });
  return result.ok ? 'OK' : result.failure.code;
}
