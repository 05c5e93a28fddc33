import type { FieldReason } from '../http-errors.js';
import { inLanguage, type Language, type Sentence } from '../translation.js';

/** What is wrong with a field: the end of a sentence that begins with the field's name. */
export const fieldSentences = {
  'unknown-field': { zhTW: '含有未定義的欄位', en: 'holds a field that is not defined' },
  required: { zhTW: '必填', en: 'is required' },
  'not-text': { zhTW: '必須是文字', en: 'must be text' },
  'not-number': { zhTW: '必須是允許範圍內的數字', en: 'must be a number in the allowed range' },
  'not-true-or-false': { zhTW: '必須是 true 或 false', en: 'must be true or false' },
  'not-list': {
    zhTW: '必須是項數在允許範圍內的清單',
    en: 'must be a list with an allowed number of items',
  },
  'not-object': { zhTW: '必須是物件', en: 'must be an object' },
  'not-base64': {
    zhTW: '必須是標準 base64 且不超過長度上限',
    en: 'must be standard base64 within the size limit',
  },
  'not-hex': {
    zhTW: '必須是小寫十六進位且長度正確',
    en: 'must be lower-case hexadecimal of the right length',
  },
  'not-choice': { zhTW: '不是允許的選項', en: 'is not one of the choices' },
  'wrong-length': { zhTW: '長度不符', en: 'has the wrong length' },
  'wrong-form': { zhTW: '格式不符', en: 'has the wrong form' },
} satisfies Record<FieldReason, Sentence>;

/** Why a field is refused, in words. */
export function fieldSentenceOf(reason: FieldReason, language: Language): string {
  return inLanguage(fieldSentences[reason], language);
}
