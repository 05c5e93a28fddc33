import type { Clock } from '../../core/clock.js';
import type { ApprovalStore, CertificateJudge } from '../ports.js';
import type { ApprovalActions } from './actions.js';

/** What approvals work with. */
export interface ApprovalParts {
  readonly clock: Clock;
  readonly store: ApprovalStore;
  readonly judge: CertificateJudge;
  readonly actions: ApprovalActions;
}
