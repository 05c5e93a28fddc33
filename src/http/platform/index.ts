export { HealthController } from './health.controller.js';
export { KeysController } from './keys.controller.js';
export { DATABASE_CHECK, type DatabaseCheck, PUBLISHED_KEYS, type PublishedKeys } from './platform.tokens.js';
