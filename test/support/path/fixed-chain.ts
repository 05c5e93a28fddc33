import {
  type PathInput,
  type PathResult,
  trustAnchor,
  validatePath,
  type ValidPath,
} from '../../../src/core/path/index.js';
import { everyAlgorithm } from '../../../src/core/x509/index.js';
import {
  basicConstraints,
  certificatePolicies,
  keyUsage,
  subjectAltName,
} from '../../../src/devkit/index.js';
import {
  buildChain,
  type ChainDraft,
  draftTime,
  keyRing,
  type LinkDraft,
  parsed,
  policyA,
  testName,
} from './chain-draft.js';

const nextKey = keyRing(8);

/** A link with this name and its own key. */
function link(name: string, ...extensions: LinkDraft['extensions']): LinkDraft {
  return { key: nextKey(), name: testName(name), extensions, shape: {} };
}

/** The link of an authority. */
const authority = (name: string, ...extensions: LinkDraft['extensions']): LinkDraft =>
  link(name, basicConstraints(true), keyUsage('keyCertSign'), certificatePolicies([policyA]), ...extensions);

/** Root, two authorities, target; one policy; at {@link draftTime}. */
export function fixedChain(): ChainDraft {
  return {
    links: [
      link('Root', basicConstraints(true), keyUsage('keyCertSign')),
      authority('One'),
      authority('Two'),
      link(
        'Target',
        keyUsage('digitalSignature'),
        certificatePolicies([policyA]),
        subjectAltName([{ dns: 'a.tw' }]),
      ),
    ],
    at: draftTime,
    policies: [],
    requireExplicitPolicy: false,
    inhibitPolicyMapping: false,
    inhibitAnyPolicy: false,
  };
}

/** Validates a draft. `more` replaces fields of the input. */
export function validateDraft<Code extends string = never>(
  draft: ChainDraft,
  more: Partial<PathInput<Code>> = {},
): PathResult<ValidPath, string> {
  const [root, ...rest] = buildChain(draft).map(parsed);
  return validatePath<Code>({
    target: rest[rest.length - 1]!,
    candidates: rest.slice(0, -1),
    anchors: [trustAnchor(root!)],
    at: draft.at,
    algorithms: everyAlgorithm,
    ...(draft.policies.length === 0 ? {} : { initialPolicies: draft.policies }),
    requireExplicitPolicy: draft.requireExplicitPolicy,
    inhibitPolicyMapping: draft.inhibitPolicyMapping,
    inhibitAnyPolicy: draft.inhibitAnyPolicy,
    ...more,
  });
}
