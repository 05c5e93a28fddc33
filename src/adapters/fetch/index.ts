export { HttpRevocationFetcher } from './http-revocation-fetcher.js';
