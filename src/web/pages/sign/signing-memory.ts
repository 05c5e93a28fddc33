import { useEffect, useSyncExternalStore } from 'react';
import type { ApiSchemas } from '../../api/client';
import type { NationalId } from '../../../core/national-id';

/** A co-signature that the platform has taken. */
export type TakenCoSignature = Pick<
  ApiSchemas['CoSignatureAnswer'],
  'commitment' | 'receipt' | 'recordedOn'
> & {
  /** It was taken before, and this is its receipt again. */
  readonly earlier: boolean;
};

/** How far a person has come with one case: the number, then the receipt in its place. */
export type Signing =
  | { readonly caseNumber: string; readonly nationalId: NationalId; readonly taken?: undefined }
  | { readonly caseNumber: string; readonly nationalId?: undefined; readonly taken: TakenCoSignature };

/** Of one person at a time, in this variable alone: a reload forgets it. The server never writes it. */
let signing: Signing | undefined;
const listeners = new Set<() => void>();

/** Remembers how far the person has come, or with undefined forgets it. */
export function remember(next: Signing | undefined): void {
  signing = next;
  for (const listener of listeners) listener();
}

/** How far the person has come with this case; undefined where they have not begun, and on the server. */
export function useSigning(caseNumber: string): Signing | undefined {
  const current = useSyncExternalStore(subscribe, () => signing, nothing);
  return current?.caseNumber === caseNumber ? current : undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const nothing = (): undefined => undefined;

/** Forgets all of it when the person leaves the pages of signing, also where the browser keeps the page to go back to. */
export function useForgetOnLeaving(caseNumber: string): void {
  useEffect(() => {
    const forget = (): void => remember(undefined);
    window.addEventListener('pagehide', forget);
    return () => {
      window.removeEventListener('pagehide', forget);
      if (!location.pathname.includes(`/cases/${caseNumber}/sign`)) forget();
    };
  }, [caseNumber]);
}
