/** Has the browser save a file of these pieces. */
export function saveFile(name: string, content: BlobPart | readonly BlobPart[], type: string): void {
  const parts = Array.isArray(content) ? (content as BlobPart[]) : [content as BlobPart];
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
