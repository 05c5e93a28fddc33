import type { TaipeiDate } from '../core/taipei-date.js';

/** The languages of a report. */
export const reportLanguages = ['zh-TW', 'en'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

/** The reports that an office can hand up. */
export const reportNames = [
  /** 查對作業報告: what was checked, and what came of it, for the commission. */
  'batch',
  /** 不予計入統計: how many don't count, by exact reason, for the commission. */
  'struck-out',
  /** 查對結果公告稿: the draft of what is announced, made of what is public alone. */
  'result',
] as const;
export type ReportName = (typeof reportNames)[number];

/** The forms in which a report can be had; `data` is what it was made from. */
export const reportFormats = ['pdf', 'ods', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A cell: a text, or a number that a spreadsheet can compute with. */
export type ReportCell = string | number;

/** A table of a report. Every row has as many cells as the header, and its first cell says what the row is about. */
export interface ReportTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** A report in words and numbers, in one language. How it is set is for the writers of its forms. */
export interface Report {
  readonly name: ReportName;
  readonly language: ReportLanguage;
  readonly title: string;
  /** Whom it is for, and how far it is final. */
  readonly standing: string;
  /** What it is about: a table of names and values. */
  readonly facts: ReportTable;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  /** What it was made from, as UTF-8: canonical JSON. */
  readonly data: Uint8Array;
  /** SHA-256 of `data`, hex; printed on it. */
  readonly dataSha256: string;
  /** What stands above the digest. */
  readonly digestLabel: string;
  /** The day of its latest figure. It stands for a time of making: the same data give the same bytes, whenever they are asked for. */
  readonly day: TaipeiDate;
}
