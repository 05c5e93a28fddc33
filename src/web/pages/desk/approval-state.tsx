import { useTranslation } from 'react-i18next';
import type { Approval } from '../../desk/desk-api';
import { StatusWord } from './parts/words';

/** How a request stands: one that nobody approved in time has expired, whatever is stored. */
export function stateOf({ state, expiresAt }: Approval): Approval['state'] | 'expired' {
  return state === 'pending' && Date.parse(expiresAt) <= Date.now() ? 'expired' : state;
}

const kinds = {
  pending: 'waiting',
  expired: 'wrong',
  approved: 'waiting',
  executed: 'done',
  failed: 'wrong',
} as const;

/** {@link stateOf} in a word. */
export function ApprovalState({ request }: { readonly request: Approval }) {
  const { t } = useTranslation('desk', { keyPrefix: 'approval.state' });
  const state = stateOf(request);
  return <StatusWord kind={kinds[state]}>{t(state)}</StatusWord>;
}
