import { extension, type ExtensionShape, type KeyPair } from '../../../../src/devkit/index.js';
import type { ChainDraft, LinkDraft } from '../chain-draft.js';

/** Which certificates of a chain a mutation is for. */
export type Place = 'root' | 'authority' | 'target' | 'issued' | 'any';

/** One change to a valid chain. */
export interface Mutation {
  readonly name: string;
  readonly place: Place;
  /** Changes the draft at `index`. `keys` are further keys to sign with. */
  apply(link: LinkDraft, draft: ChainDraft, keys: OtherKeys, index: number): void;
}

/** Keys that are not in the chain. */
interface OtherKeys {
  readonly stranger: KeyPair;
  readonly p256: KeyPair;
  readonly p384: KeyPair;
}

/** A mutation of this name at this kind of place. */
export const m = (place: Place, name: string, apply: Mutation['apply']): Mutation => ({ name, place, apply });

/** Adds extensions, and removes others of their types. */
export function set(link: LinkDraft, ...extensions: readonly ExtensionShape[]): void {
  const types = extensions.map(({ type }) => type);
  link.extensions = [...link.extensions.filter(({ type }) => !types.includes(type)), ...extensions];
}

/** Removes an extension. */
export function drop(link: LinkDraft, type: string): void {
  link.extensions = link.extensions.filter((each) => each.type !== type);
}

/** An extension with this value, given in hexadecimal. */
export const raw = (type: string, hex: string, critical = false): ExtensionShape =>
  extension(type, Buffer.from(hex, 'hex'), critical);

/** The issuer of the certificate at this place. For the root it is the root. */
export const issuerOf = (draft: ChainDraft, index: number): LinkDraft => draft.links[Math.max(index - 1, 0)]!;
