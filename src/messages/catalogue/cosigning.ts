import type { CoSigningErrorCode } from '../../cosigning/errors.js';
import type { Message } from '../message.js';

/** What the intake says when it can't take a co-signature. */
export const cosigningMessages = {
  'not-collecting': {
    status: 409,
    zhTW: '本案目前不在連署期間，無法連署。',
    en: 'This case is not collecting co-signatures at the moment.',
  },
  'submission-in-progress': {
    status: 503,
    zhTW: '領銜人正在提交本案連署，暫停收件。請於 {{seconds}} 秒後再試一次；您的連署尚未收下。',
    en: 'The lead proposer is submitting this case, so intake is paused. Please try again in {{seconds}} seconds; your co-signature has not been taken yet.',
  },
  'already-co-signed': {
    status: 409,
    zhTW: '您已於 {{year}} 年 {{month}} 月 {{day}} 日連署過了，不需要再做任何事。隨附的是您那一次連署的收據。',
    en: 'You co-signed this case on {{year}}-{{month}}-{{day}}; there is nothing more to do. The receipt of that co-signature is enclosed.',
  },
  'national-id-not-the-certificates': {
    status: 422,
    zhTW: '輸入的身分證統一編號末四碼與憑證不符。請確認輸入的是持卡人本人的號碼。',
    en: "The last four digits of the number are not those of the certificate. Please check that it is the card holder's own number.",
  },
} satisfies Record<CoSigningErrorCode, Message>;
