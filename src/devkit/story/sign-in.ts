import type { Card } from '../../core/cms/card.js';
import type { ApiClient } from './api-client.js';
import { signatureJson } from './encoding.js';

interface Challenge {
  readonly challenge: string;
  readonly statement: string;
}

/** Signs a member of staff in by their card. */
export function signInStaff(api: ApiClient, card: Card): Promise<ApiClient> {
  return signIn(api, card, 'staff', {});
}

/** Signs a lead in by card and access code. */
export function signInLead(api: ApiClient, card: Card, accessCode: string): Promise<ApiClient> {
  return signIn(api, card, 'lead', { accessCode });
}

async function signIn(
  api: ApiClient,
  card: Card,
  purpose: 'staff' | 'lead',
  further: Readonly<Record<string, string>>,
): Promise<ApiClient> {
  const { challenge, statement } = await api.post<Challenge>('sign-in/challenges', { purpose });
  const signature = signatureJson(await card.sign(Buffer.from(statement, 'utf8'), 'cms-attached'));
  const { token } = await api.post<{ token: string }>(`sign-in/${purpose}`, {
    challenge,
    signature,
    ...further,
  });
  return api.signedIn(token);
}
