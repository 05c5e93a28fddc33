import { type KeyPair } from '../../../../src/devkit/index.js';
import { type ChainDraft, type LinkDraft } from '../chain-draft.js';

/** Where a mutation makes sense. */
export type Place = 'root' | 'authority' | 'leaf' | 'issued' | 'any';

/** One change to a good chain. */
export interface Mutation {
  readonly name: string;
  readonly place: Place;
  /** Further keys to sign with. */
  apply(link: LinkDraft, draft: ChainDraft, keys: OtherKeys, index: number): void;
}

/** Keys that are not of the chain. */
export interface OtherKeys {
  readonly stranger: KeyPair;
  readonly p256: KeyPair;
  readonly p384: KeyPair;
}
