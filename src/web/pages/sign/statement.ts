import { digestSha256 } from '../../../core/cryptography';
import { encodeUtf8 } from '../../../core/encodings';
import type { CaseNumber } from '../../../core/identifiers';
import type { NationalId } from '../../../core/national-id';
import { equalOctets, hex } from '../../../core/octets';
import { fail, ok, type Result } from '../../../core/result';
import { caseDocument, renderStatement } from '../../../core/statement/index';
import type { ApiSchemas } from '../../api/client';
import type { PublicCase, PublicRound } from '../cases/use-case';

/** Why the page doesn't let the card sign. */
export type StatementErrorCode =
  /** The case belongs to another platform than the one in the address bar. Values: `here`, `there`. */
  | 'origin'
  /** The server's text is not the one that follows from the case as the person read it. */
  | 'statement-differs';

/** A challenge with the text around the number, as the API answers it. */
export type Challenge = Pick<ApiSchemas['CoSigningChallengeAnswer'], 'challenge' | 'statement'>;

/**
 * The octets that the card signs: rendered here from the case that the person read, and compared with what the server's answer makes. The
 * digest of the case document is computed from main text and reason. `here` is the origin in the address bar.
 */
export async function statementToSign(
  referendum: Pick<PublicCase, 'number' | 'mainText' | 'reason' | 'documentDigest' | 'origin'>,
  round: Pick<PublicRound, 'round'>,
  { challenge, statement }: Challenge,
  nationalId: NationalId,
  here: string,
): Promise<Result<Uint8Array, StatementErrorCode>> {
  const { mainText, reason, origin } = referendum;
  if (origin !== here) return fail('origin', { here, there: origin });
  try {
    const documentDigest = await digestSha256(caseDocument(mainText, reason));
    const caseNumber = referendum.number as CaseNumber;
    const fields = { caseNumber, round: round.round, mainText, documentDigest, origin };
    const rendered = renderStatement(fields, nationalId, challenge);
    const { beforeNationalId, afterNationalId } = statement;
    const answered = encodeUtf8(`${beforeNationalId}${nationalId}${afterNationalId}`);
    const agree = hex(documentDigest) === referendum.documentDigest && equalOctets(rendered, answered);
    return agree ? ok(rendered) : fail('statement-differs');
  } catch (error) {
    // What can't be one line of a statement is refused by rendering it.
    if (error instanceof RangeError) return fail('statement-differs');
    throw error;
  }
}
