/**
 * The undertaking 切結書 that the lead signs with the key statement (REG 4), a paragraph a line. Ours: the commission's form
 * is not public.
 */
export const undertaking = [
  '本人蒐集之連署人個人資料，僅供本公民投票案連署之用，不作其他利用。',
  '本人妥善保管電子憑證、認證碼及金鑰，不交付他人，並於連署期間屆滿前以本人憑證提出連署人名冊。',
  '本人不以偽造、冒名或其他不正方法取得連署；如有違反，願負法律責任。',
].join('\n');
