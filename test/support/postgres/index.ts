export { createTestDatabase, type TestDatabase } from './server.js';
