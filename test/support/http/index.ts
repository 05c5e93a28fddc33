export { memorySessions, MemorySessionStore } from './sessions.js';
export { startTestServer, type TestServer } from './start.js';
export { everyController } from './controllers.js';
export { type Endpoint, endpointsOf } from './endpoints.js';
