export { type Interceptor, interceptStatements } from './intercept.js';
export { createTestDatabase, type TestDatabase } from './server.js';
