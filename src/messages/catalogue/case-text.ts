import type { CaseTextErrorCode } from '../../core/statement.js';
import type { Message } from '../message.js';

export const caseTextMessages = {
  'case-main-text-length': {
    status: 422,
    zhTW: '主文不得空白，且不得超過 {{maximum}} 字。請修正後再登錄。',
    en: 'The main text must not be empty nor longer than {{maximum}} characters. Correct it and register again.',
  },
  'case-main-text-character': {
    status: 422,
    zhTW: '主文含有換行或控制字元。請改為單行的一般文字後再登錄。',
    en: 'The main text holds a line break or a control character. Make it one line of plain text and register again.',
  },
  'case-reason-length': {
    status: 422,
    zhTW: '理由書不得空白，且不得超過 {{maximum}} 字。請修正後再登錄。',
    en: 'The reason must not be empty nor longer than {{maximum}} characters. Correct it and register again.',
  },
  'case-reason-character': {
    status: 422,
    zhTW: '理由書含有控制字元。請改為一般文字後再登錄；分段可以換行。',
    en: 'The reason holds a control character. Make it plain text and register again; line breaks between paragraphs are fine.',
  },
} satisfies Record<CaseTextErrorCode, Message>;
