import type { RecordContent, RecordKeys } from '../core/cms/index.js';
import { sealingKey, sealRecord } from '../core/cms/index.js';
import { equalOctets } from '../core/octets.js';

/** The public keys of a round: SubjectPublicKeyInfo, DER. */
export interface RoundKeys {
  readonly lead: Uint8Array;
  readonly commission: Uint8Array;
}

/** Seals co-signatures, in this thread or in another. */
export interface RecordSealing {
  /** The sealed record, as `sealRecord` makes it: DER AuthEnvelopedData in two layers. Rejects over 64 KiB of evidence. */
  seal(content: RecordContent, keys: RoundKeys): Promise<Uint8Array>;
  /** Ends the thread, if there is one. */
  end(): Promise<void>;
}

/** Injection token for {@link RecordSealing}. */
export const RECORD_SEALING = Symbol('RecordSealing');

/** Seals in the thread that asks. */
export class SealingHere implements RecordSealing {
  private last: { readonly given: RoundKeys; readonly keys: RecordKeys } | undefined;

  seal(content: RecordContent, keys: RoundKeys): Promise<Uint8Array> {
    return new Promise((resolve) => resolve(this.sealed(content, keys)));
  }

  end(): Promise<void> {
    return Promise.resolve();
  }

  /** As {@link seal}, at once. Throws over 64 KiB of evidence. */
  sealed(content: RecordContent, keys: RoundKeys): Uint8Array {
    return sealRecord(content, this.ready(keys));
  }

  /** The parsed keys. Only those of the last round are kept, since many co-signatures at once are usually for one round. */
  private ready(given: RoundKeys): RecordKeys {
    const { last } = this;
    if (last !== undefined && same(last.given, given)) return last.keys;
    const keys = { lead: sealingKey(given.lead), commission: sealingKey(given.commission) };
    this.last = { given, keys };
    return keys;
  }
}

const same = (one: RoundKeys, other: RoundKeys): boolean =>
  equalOctets(one.lead, other.lead) && equalOctets(one.commission, other.commission);
