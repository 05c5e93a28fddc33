import { der } from '../../../../src/core/der/index.js';
import { m } from './edits.js';
import { type Mutation } from './mutation.js';

const at = (text: string): Date => new Date(text);

/** Validity. */
export const times: readonly Mutation[] = [
  m('any', 'expired', (link) => {
    link.shape.notAfter = at('2026-05-31T00:00:00Z');
  }),
  m('any', 'not yet valid', (link) => {
    link.shape.notBefore = at('2026-06-02T00:00:00Z');
  }),
  m('any', 'asked about at the last second', (link, draft) => {
    link.shape.notAfter = draft.at;
  }),
  m('any', 'asked about a second late', (link, draft) => {
    link.shape.notAfter = new Date(draft.at.getTime() - 1000);
  }),
  m('any', 'asked about at the first second', (link, draft) => {
    link.shape.notBefore = draft.at;
  }),
  m('any', 'asked about a second early', (link, draft) => {
    link.shape.notBefore = new Date(draft.at.getTime() + 1000);
  }),
  m('any', 'valid to the end of time', (link) => {
    link.shape.notAfter = at('9999-12-31T23:59:59Z');
  }),
  m('any', 'notAfter in GeneralizedTime before 2050', (link) => {
    link.shape.notAfter = der.generalizedTime(at('2030-01-01T00:00:00Z'));
  }),
  m('any', 'a time with an offset', (link) => {
    link.shape.notAfter = der.encode(0x17, Buffer.from('300101000000+0800'));
  }),
  m('any', 'a time with a fraction', (link) => {
    link.shape.notAfter = der.encode(0x18, Buffer.from('20300101000000.5Z'));
  }),
  m('any', 'a time without seconds', (link) => {
    link.shape.notAfter = der.encode(0x17, Buffer.from('3001010000Z'));
  }),
  m('any', '30 February', (link) => {
    link.shape.notAfter = der.encode(0x17, Buffer.from('300230000000Z'));
  }),
  m('any', 'notBefore after notAfter', (link) => {
    link.shape.notBefore = at('2030-01-01T00:00:00Z');
    link.shape.notAfter = at('2025-01-01T00:00:00Z');
  }),
];
