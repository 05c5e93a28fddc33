export { DerError } from './error.js';
export { decodeOid } from './object-identifier.js';
export { parseDer } from './parse.js';
export { type DerElement, DerReader } from './reader.js';
export { contextConstructed, contextPrimitive, Tag } from './tag.js';
export { readDerTime } from './time.js';
export * as der from './writer.js';
