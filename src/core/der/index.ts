export * as der from './writer.js';
export { decodeOid, DerError, readDerTime } from './primitive-values.js';
export { type DerElement, DerReader, parseDer } from './reader.js';
export { contextConstructed, contextPrimitive, Tag } from './tag.js';
