// RFC 4518 2.2: tabs, line ends and every separator become a space.
const mappedToSpace = /[\t-\r\u0085\p{Z}]/gu;

// RFC 4518 2.2: control and format characters vanish, and so do joiners, variation selectors and the object replacement.
const mappedToNothing = /[\p{Cc}\p{Cf}]|\u034f|\u1806|[\u180b-\u180d]|[\ufe00-\ufe0f]|\ufffc/gu;

// RFC 4518 2.4: unassigned, private-use and surrogate code points, and U+FFFD, have no prepared form.
const prohibited = /[\p{Cn}\p{Co}\p{Cs}\ufffd]/u;

const printableAscii = /^[\x20-\x7e]*$/;
const spaces = / {2,}/g;

/**
 * Prepares a string for a case-ignoring comparison (RFC 5280 7.1, RFC 4518): mapped, case folded, NFKC, and without leading,
 * trailing or repeated spaces. Undefined when it holds a code point that RFC 4518 2.4 prohibits: then only its exact bytes
 * can match.
 */
export function prepareString(text: string): string | undefined {
  if (printableAscii.test(text)) return squeeze(text.toLowerCase());
  if (prohibited.test(text)) return undefined;
  const mapped = text.replace(mappedToSpace, ' ').replace(mappedToNothing, '');
  // RFC 3454 B.2 folds what NFKC brings to light as well, hence twice.
  return squeeze(fold(fold(mapped).normalize('NFKC')).normalize('NFKC'));
}

// Through upper case, so that ß meets ss; the dotless ı has no folding, and ς is σ wherever it stands (RFC 3454 B.2).
function fold(text: string): string {
  return text.replace(/[^\u0131]+/g, (run) => run.toUpperCase().toLowerCase()).replaceAll('ς', 'σ');
}

// RFC 4518 2.6.1, with one space for two: which of them is of no account to a comparison.
function squeeze(text: string): string {
  return text.replace(spaces, ' ').trim();
}
