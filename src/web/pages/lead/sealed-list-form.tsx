import { useTranslation } from 'react-i18next';
import { openStruckOutList, type SignedStruckOutList } from '../../../core/ceremony/index.js';
import { windowCard } from '../../card/window-card';
import type { Refusal } from '../../api/refusal';
import type { SealedList } from '../../lead/sealed-list';
import { Fingerprint } from '../../parts/fingerprint';
import { CardForm } from '../../parts/card-form';

interface SealedListFormProps {
  readonly list: SealedList;
  readonly open: (list: SignedStruckOutList) => void;
}

/** The list before the card has opened it: what it will be held against. */
export function SealedListForm({ list, open }: SealedListFormProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'struck-out' });
  const perform = async (pin: string, signal: AbortSignal): Promise<Refusal | undefined> => {
    const decrypted = await windowCard().decrypt(list.envelope, { pin, signal });
    if (!decrypted.ok) return decrypted.failure;
    const opened = await openStruckOutList(
      list.envelope,
      { decrypt: () => Promise.resolve(decrypted.value) },
      list.commission.der,
    );
    if (!opened.ok) return opened.failure;
    open(opened.value);
    return undefined;
  };
  return (
    <>
      <p>{t('what')}</p>
      <p>{t('signer', { name: list.commission.name })}</p>
      <Fingerprint digits={list.commissionDigest} />
      <CardForm texts="lead" action={t('action')} asksPin perform={perform} />
    </>
  );
}
