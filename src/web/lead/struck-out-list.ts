import type { StruckOutList } from '../../core/ceremony/index.js';
import { decodeStrictUtf8 } from '../../core/encodings.js';
import { parsePem } from '../../core/pem.js';

/** The certificate that the published result of the case names as the commission's: the first of its PEM file. */
export function commissionCertificate(pem: string): Uint8Array | undefined {
  const certificates = parsePem(pem, 'CERTIFICATE');
  return certificates.ok ? certificates.value[0] : undefined;
}

/** Whether the totals are those of the published result (`result.json`), reason by reason. */
export function agreesWithResult({ totals }: Pick<StruckOutList, 'totals'>, result: Uint8Array): boolean {
  const struckOut = publishedTotals(result);
  if (struckOut === undefined) return false;
  const published = Object.entries(struckOut).filter(([, count]) => count !== 0);
  return (
    published.length === totals.size && published.every(([code, count]) => totals.get(code)?.count === count)
  );
}

function publishedTotals(result: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const document = JSON.parse(decodeStrictUtf8(result) ?? '') as {
      readonly electronic?: { readonly struckOut?: Readonly<Record<string, unknown>> };
    };
    return document.electronic?.struckOut;
  } catch {
    return undefined;
  }
}
