export { memorySessions, MemorySessionStore } from './sessions.js';
export { startTestServer, type TestServer } from './start.js';
