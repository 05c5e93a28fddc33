import type { ReportLanguage } from './report.js';

/** A text of a report in both languages. */
export interface Text {
  readonly zhTW: string;
  readonly en: string;
}

/** The text in one language. */
export function inLanguage(text: Text, language: ReportLanguage): string {
  return language === 'en' ? text.en : text.zhTW;
}

/** A number as people read it, such as `293,228`. */
export function grouped(number: number): string {
  return numbers.format(number);
}

const numbers = new Intl.NumberFormat('en');
