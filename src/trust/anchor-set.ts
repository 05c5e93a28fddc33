import type { TrustAnchor } from '../core/path/index.js';
import type { Certificate } from '../core/x509/index.js';
import { contains, type ValidityWindow } from './validity-window.js';

/**
 * The authorities that are trusted during one span of time. All generations of MOICA bear one name, so nothing here is found
 * by name: anchors are pinned by fingerprint, and a path is built by key identifier and signature.
 */
export interface AnchorSet {
  /** What auditors call it, such as `2024-04`. */
  readonly version: string;
  readonly window: ValidityWindow;
  readonly anchors: readonly TrustAnchor[];
  /** Authorities' certificates beside the anchors: candidates for a path, trusted only through one. */
  readonly intermediates: readonly Certificate[];
  /** Every authority of the set, anchors first: those whose revocation lists may be believed. */
  readonly authorities: readonly Certificate[];
}

/** The set in force at `at`. The configuration has refused overlapping windows, so there is at most one. */
export const anchorSetAt = (sets: readonly AnchorSet[], at: Date): AnchorSet | undefined =>
  sets.find((set) => contains(set.window, at));
