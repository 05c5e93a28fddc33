export { DerError } from './error.js';
export { type DerElement, decodeOid, DerReader, parseDer } from './reader.js';
export { contextConstructed, contextPrimitive, Tag } from './tag.js';
export { readDerTime } from './time.js';
export * as der from './writer.js';
