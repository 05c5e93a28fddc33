/** Digits in groups of four, so that two people can compare them aloud. Copied, they are without spaces. */
export function Fingerprint({ digits }: { readonly digits: string }) {
  const groups = digits.match(/.{1,4}/g) ?? [];
  return (
    <code className="fingerprint">
      {groups.map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </code>
  );
}
