export { LeadController } from './lead.controller.js';
export { PLATFORM_ORIGIN } from './origin.token.js';
