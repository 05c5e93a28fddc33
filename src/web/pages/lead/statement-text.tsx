import { decodeUtf8 } from '../../../core/encodings.js';

/** The exact text that the card signs, line by line, each line's name muted. It is Chinese in every language of the page. */
export function StatementText({ content, label }: { readonly content: Uint8Array; readonly label: string }) {
  const lines = decodeUtf8(content).trimEnd().split('\n');
  return (
    <div className="statement" lang="zh-TW" role="group" aria-label={label}>
      {lines.map((line, index) => {
        const at = line.indexOf('：');
        return (
          <p key={index} className="statement-line">
            {at < 0 ? line : <span className="muted">{line.slice(0, at + 1)}</span>}
            {at < 0 ? null : line.slice(at + 1)}
          </p>
        );
      })}
    </div>
  );
}
