export { hostileBytes, type HostileBytes, notBytes } from './bytes.js';
export { type Field, fieldsOf, valueAt, withValueAt } from './fields.js';
export { prepareTargets, type Target } from './targets.js';
