import type { KeyObject } from 'node:crypto';
import { type Receipt, type ReceiptKey, receiptKey, signReceipt } from '../../core/receipt.js';
import type { ReceiptIssuer } from '../../cosigning/ports.js';

/** Signs receipts with a P-256 key in memory, imported once. */
export class SoftwareReceiptIssuer implements ReceiptIssuer {
  /** Throws for a key that is not P-256. */
  static async over(privateKey: KeyObject): Promise<SoftwareReceiptIssuer> {
    return new SoftwareReceiptIssuer(await receiptKey(privateKey));
  }

  private constructor(private readonly key: ReceiptKey) {}

  issue(receipt: Receipt): Promise<string> {
    return signReceipt(receipt, this.key);
  }
}
