import { renderLines } from './lines.js';

/** Who signs in: staff of the commission, the lead of a case, or a co-signer asking for their own receipts. */
export type SignInPurpose = 'staff' | 'lead' | 'co-signer';

const purposes: Record<SignInPurpose, string> = {
  staff: '中央選舉委員會人員登入',
  lead: '提案人之領銜人登入',
  'co-signer': '查詢本人之連署紀錄',
};

/** What is signed to sign in, and for nothing else: the purpose stands in it, so it can't be taken for a co-signature. */
export function renderSignIn(purpose: SignInPurpose, origin: string, challenge: string): Uint8Array {
  return renderLines(
    ['電子連署系統登入聲明', '本人以自然人憑證登入下列平臺，本聲明不是連署'],
    [
      ['版本', '1'],
      ['目的', purposes[purpose]],
      ['連署平臺', origin],
      ['查驗碼', challenge],
    ],
  );
}
