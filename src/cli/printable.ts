/** A text from elsewhere for a terminal, which must not obey what a certificate or a record says. Line breaks stay where asked. */
export function printable(text: string, lineBreaks: 'as-they-are' | 'replaced' = 'replaced'): string {
  const pattern = lineBreaks === 'replaced' ? /\p{C}/gu : /(?!\n)\p{C}/gu;
  return text.replaceAll(pattern, '\ufffd');
}
