import { joinOctets } from '../octets.js';

/** To whom a struck-out list was handed, and when. What is not known stays out. */
export interface StruckOutDelivery {
  readonly caseNumber?: string | undefined;
  /** The lead proposer. */
  readonly leadName?: string | undefined;
  /** When the platform handed it over; where it is not known, when it was opened. */
  readonly at: Date;
}

const taipeiOffset = 8 * 3_600_000;

/**
 * The opened list as it is saved: one line above the signed CSV, which says of which case it is, to whom it was handed, when, and that it
 * is not to be passed on (請勿外流). The line can't be signed: each delivery has its own, and only the lead's card opens the list. Without it the
 * bytes are those that the commission signed: `tail -n +2 FILE`.
 */
export function markedStruckOutList(content: Uint8Array, delivery: StruckOutDelivery): Uint8Array {
  const field = `"${markingText(delivery).replaceAll('"', '""')}"\r\n`;
  return joinOctets([new TextEncoder().encode(field), content]);
}

/** The marking, on one line: a line break in a name becomes a space. */
export function markingText({ caseNumber, leadName, at }: StruckOutDelivery): string {
  const time = new Date(at.getTime() + taipeiOffset).toISOString().replace(/\.\d{3}Z$/, '+08:00');
  const parts = [
    '含個人資料，請勿外流（personal data, do not pass on）',
    ...(caseNumber === undefined ? [] : [`案號：${caseNumber}`]),
    ...(leadName === undefined ? [] : [`交付領銜人：${leadName}`]),
    `取得時間：${time}`,
  ];
  return parts.join('；').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
