import type { AuditEntry } from '../../audit/index.js';
import type { ServiceSwitch, SwitchPlace } from './service-switch.js';

/** The switches that are on. Each method that writes is one transaction, and answers whether it changed anything; if it did, its entry is in the audit log. */
export interface SwitchStore {
  /** Those that are on, the one that has been longest first. */
  all(): Promise<readonly ServiceSwitch[]>;
  /** Turns a switch on. False where it is. */
  turnOn(turned: ServiceSwitch, entry: AuditEntry): Promise<boolean>;
  /** Turns a switch off. False where it isn't on. */
  turnOff(place: SwitchPlace, entry: AuditEntry): Promise<boolean>;
}

/** Injection token for {@link SwitchStore}. */
export const SWITCH_STORE = Symbol('SwitchStore');
