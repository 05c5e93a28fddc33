/** A link to the signing page as HTML, for the lead's own site: nothing that runs, nothing that loads. */
export function linkBlock(address: string, mainText: string): string {
  return [
    '<p lang="zh-TW">',
    `  公民投票案：${escaped(mainText)}<br>`,
    `  <a href="${escaped(address)}">前往連署</a>（自然人憑證電子連署）`,
    '</p>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
