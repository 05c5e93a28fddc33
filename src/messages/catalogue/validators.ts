import type { ValidatorErrorCode } from '../../core/validators/index.js';
import type { Message } from '../message.js';

export const validatorMessages = {
  'validators-disagree': {
    status: 422,
    zhTW: '兩套各自獨立的驗章程式對這個簽章的判斷不一致，請勿採信。請保留原檔，並通知系統維護人員。',
    en: 'Two independent validators come to different answers about this signature, so it is not to be relied on. Keep the file as it is and tell whoever maintains the system.',
  },
} satisfies Record<ValidatorErrorCode, Message>;
