import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hex } from '../../../core/octets';
import { apiIn } from '../../api/client';
import type { Language } from '../../language';
import { verifiedReceipt } from '../receipt/verified-receipt';
import type { TakenCoSignature } from './signing-memory';

/** What is known of a receipt's signature; the names are those of the texts. */
export type VerifiedHere = 'checking' | 'genuine' | 'wrong' | 'not-checked';

/** Verifies a receipt that the platform just answered: its signature, and that it is about this case, commitment and day. */
export function useVerifiedHere(caseNumber: string, taken: TakenCoSignature): VerifiedHere {
  const { i18n } = useTranslation();
  const [verified, setVerified] = useState<VerifiedHere>('checking');
  useEffect(() => {
    let wanted = true;
    void verify(i18n.language as Language, caseNumber, taken).then((found) => {
      if (wanted) setVerified(found);
    });
    return () => {
      wanted = false;
    };
  }, [i18n.language, caseNumber, taken]);
  return verified;
}

async function verify(
  language: Language,
  caseNumber: string,
  { receipt, commitment, recordedOn }: TakenCoSignature,
): Promise<VerifiedHere> {
  const verified = await verifiedReceipt(apiIn(language), receipt);
  if (!verified.ok) return verified.failure.code === 'keys-unreachable' ? 'not-checked' : 'wrong';
  const { value } = verified;
  const agrees =
    value.caseNumber === caseNumber &&
    hex(value.commitment) === commitment &&
    value.recordedOn === recordedOn;
  return agrees ? 'genuine' : 'wrong';
}
