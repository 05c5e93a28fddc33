import type { ReceiptErrorCode } from '../../core/receipt.js';
import type { Message } from '../message.js';

export const receiptMessages = {
  'receipt-invalid': {
    status: 422,
    zhTW: '這不是本平臺開立的收據，或內容已遭更動。請確認收據文字完整無缺。',
    en: 'This receipt is not one of this platform’s, or it was changed. Make sure that its text is complete.',
  },
} satisfies Record<ReceiptErrorCode, Message>;
