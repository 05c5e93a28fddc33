import { parseSignedDocument } from '../core/cms/index.js';
import { holderDigest } from '../core/holder.js';
import { hex, equalOctets } from '../core/octets.js';
import { renderRemedyStatement } from '../core/statement/index.js';
import type { TrustService } from '../trust/index.js';
import type { FiledRequest } from './filed-request.js';

/**
 * The digest of the holder who signed a co-signer's request, verified again from the SignedData in it: text, signature and certificate, since whoever
 * has the intake's login can hand in any bytes. A certificate that was revoked since is what a misused card should have. Undefined where it
 * doesn't hold, and for a lead's.
 */
export async function signingHolder(
  request: FiledRequest,
  trust: Pick<TrustService, 'claimedHolder' | 'validateCertificate'>,
  at: Date,
): Promise<Uint8Array | undefined> {
  const document = parseSignedDocument(request.signedData);
  if (request.by !== 'co-signer' || !document.ok) return undefined;
  const { content, signer, certificates } = document.value;
  const holder = trust.claimedHolder(signer);
  if (holder === undefined || !saysTheSame(request, content)) return undefined;
  const validated = await trust.validateCertificate({ target: signer, candidates: certificates, at });
  if (!validated.ok && validated.failure.code !== 'certificate-revoked') return undefined;
  const digest = holderDigest(holder);
  return hex(digest) === request.holder ? digest : undefined;
}

/** The receipt is in the text only where it was shown; the record may have been found by the card instead. */
function saysTheSame({ kind, caseNumber, account, commitment }: FiledRequest, content: Uint8Array): boolean {
  const text = Buffer.from(content).toString('utf8');
  const [, origin, challenge] = /連署平臺：(.+)\n查驗碼：(.+)\n$/.exec(text) ?? [];
  if (origin === undefined || challenge === undefined) return false;
  const named = text.includes('\n收據編號：未附收據\n') ? undefined : commitment;
  const rendered = renderRemedyStatement({ kind, caseNumber, commitment: named, account, origin, challenge });
  return equalOctets(rendered, content);
}
