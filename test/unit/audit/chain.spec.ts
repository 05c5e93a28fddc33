import { describe, expect, it } from '@jest/globals';
import {
  type AuditEntry,
  type AuditErrorCode,
  type AuditEvent,
  auditHash,
  auditLine,
  chainedEvent,
  emptyChain,
  exportAuditLog,
  verifyAuditChain,
} from '../../../src/audit/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { verifyEvents } from '../../support/audit/platform.js';

function chain(length: number): AuditEvent[] {
  const events: AuditEvent[] = [];
  for (let i = 0; i < length; i++) {
    const entry: AuditEntry = {
      at: new Date(Date.UTC(2026, 0, 5, 1, 2, i)),
      actor: i % 2 === 0 ? 'lead' : 'staff:1f',
      action: 'case-registered',
      ...(i % 2 === 0
        ? { caseNumber: '9001' as CaseNumber, details: { n: i, é: ['雜湊'], a: { z: null, b: true } } }
        : {}),
    };
    events.push(chainedEvent(events.at(-1) ?? emptyChain, entry));
  }
  return events;
}

const whole = chain(5);
const lines = whole.map(auditLine);
const changed = (index: number, change: Partial<AuditEvent>): AuditEvent[] =>
  whole.map((event, i) => (i === index ? { ...event, ...change } : event));
const rehashed = (event: AuditEvent): AuditEvent => ({ ...event, hash: auditHash(event) });

describe('a whole log', () => {
  it('verifies, and answers its head', () => {
    expect(verifyAuditChain(whole)).toEqual({ ok: true, value: { seq: 5, hash: whole[4]!.hash } });
    expect(verifyAuditChain([])).toEqual({ ok: true, value: emptyChain });
  });

  it('verifies as lines too, and against every earlier head', async () => {
    for (const event of whole) expect(await verifyEvents(lines, event)).toMatchObject({ ok: true });
    expect(await verifyEvents(lines, emptyChain)).toMatchObject({
      ok: true,
      value: { head: { seq: 5 }, signatures: 0, checkpoints: 1, covered: 5 },
    });
    expect(verifyAuditChain(whole, whole[2])).toMatchObject({ ok: true });
  });

  it('has the documented hash', () => {
    expect(lines[1]).toBe(
      `{"action":"case-registered","actor":"staff:1f","at":"2026-01-05T01:02:01.000Z","case":null,"details":{},` +
        `"hash":"${whole[1]!.hash}","previous":"${whole[0]!.hash}","seq":2}`,
    );
    expect(lines[0]).toContain('"details":{"a":{"b":true,"z":null},"n":0,"é":["雜湊"]}');
  });

  it('is exported page by page', async () => {
    const many = chain(2500);
    const asked: number[] = [];
    const log = {
      page: (after: number, limit: number) => {
        asked.push(after);
        return Promise.resolve(many.slice(after, after + limit));
      },
      signedData: () => Promise.resolve(new Map<string, Uint8Array>()),
    };
    const checkpoints = { last: () => Promise.resolve(undefined), after: () => Promise.resolve([]) };
    let text = '';
    for await (const line of exportAuditLog({ log, checkpoints })) text += line;
    expect(asked).toEqual([0, 1000, 2000, 2500]);
    expect(await verifyEvents(text.trimEnd().split('\n'), many.at(-1))).toMatchObject({ ok: true });
  });
});

describe('a log that was tampered with', () => {
  const other = '1'.repeat(64);
  const tampered: readonly [string, readonly AuditEvent[], AuditErrorCode, number][] = [
    ['the first is missing', whole.slice(1), 'audit-sequence-broken', 1],
    ['one in the middle is missing', whole.filter((_, i) => i !== 2), 'audit-sequence-broken', 3],
    ['one is repeated', [...whole.slice(0, 2), ...whole.slice(1)], 'audit-sequence-broken', 3],
    ['two are swapped', [whole[0]!, whole[2]!, whole[1]!, whole[3]!], 'audit-sequence-broken', 2],
    ['two are swapped and renumbered', changed(1, { ...whole[2], seq: 2 }), 'audit-chain-broken', 2],
    ['another time', changed(2, { at: '2026-01-05T01:02:02.001Z' }), 'audit-event-altered', 3],
    ['another actor', changed(2, { actor: 'system' }), 'audit-event-altered', 3],
    ['another action', changed(2, { action: 'case-stopped' }), 'audit-event-altered', 3],
    ['another case', changed(2, { case: '9002' }), 'audit-event-altered', 3],
    ['no case', changed(2, { case: null }), 'audit-event-altered', 3],
    ['other details', changed(2, { details: { n: 3 } }), 'audit-event-altered', 3],
    ['another previous hash', changed(2, { previous: other }), 'audit-chain-broken', 3],
    ['another hash', changed(2, { hash: other }), 'audit-event-altered', 3],
    [
      'changed and hashed again',
      whole.map((e, i) => (i === 2 ? rehashed({ ...e, actor: 'system' }) : e)),
      'audit-chain-broken',
      4,
    ],
    [
      'one is put in between',
      [
        ...whole.slice(0, 2),
        chainedEvent(whole[1]!, { at: new Date(0), actor: 'lead', action: 'lead-signed-in' }),
        ...whole.slice(2),
      ],
      'audit-sequence-broken',
      4,
    ],
  ];

  it.each(tampered)('%s', async (_name, events, code, line) => {
    expect(verifyAuditChain(events)).toMatchObject({ ok: false, failure: { code } });
    const answer = await verifyEvents(events.map(auditLine));
    expect(answer).toEqual({ ok: false, failure: { code, values: { line } } });
  });

  it.each<[string, readonly AuditEvent[]]>([
    ['cut off at the end', whole.slice(0, 4)],
    ['emptied', []],
    [
      'rewritten from the second on',
      [
        whole[0]!,
        ...chain(6)
          .slice(1)
          .map((e) => rehashed({ ...e, actor: 'system' }))
          .slice(0, 1),
      ],
    ],
  ])('%s: found with a head noted down', async (_name, events) => {
    const head = whole[4];
    expect(verifyAuditChain(events, head)).toMatchObject({
      failure: { code: 'audit-head-differs', values: { seq: 5 } },
    });
    expect(await verifyEvents(events.map(auditLine), head)).toMatchObject({
      failure: { code: 'audit-head-differs' },
    });
  });

  const line = JSON.parse(lines[0]!) as AuditEvent;
  const without = (name: keyof AuditEvent) =>
    Object.fromEntries(Object.entries(line).filter(([key]) => key !== name));
  it.each<[string, unknown]>([
    ['no JSON', '{"seq":'],
    ['null', null],
    ['a list', [line]],
    ['a number', 5],
    ['a member more', { ...line, note: 'unprotected' }],
    ['a member twice', lines[0]!.replace('"seq":1', '"seq":2,"seq":1')],
    ['a detail twice', lines[0]!.replace('"n":0', '"n":1,"n":0')],
    ['no hash', without('hash')],
    ['no details', without('details')],
    ['seq 0', { ...line, seq: 0 }],
    ['seq as text', { ...line, seq: '1' }],
    ['seq with a fraction', { ...line, seq: 1.5 }],
    ['a time in another form', { ...line, at: '2026-01-05T09:02:00+08:00' }],
    ['a case number as a number', { ...line, case: 9001 }],
    ['an actor that is no text', { ...line, actor: null }],
    ['an action that is no text', { ...line, action: ['x'] }],
    ['details that are a list', { ...line, details: [] }],
    ['details with a fraction deep inside', { ...line, details: { a: [{ b: 0.1 }] } }],
    [
      'details nested too deeply',
      lines[0]!.replace('"n":0', `"n":${'['.repeat(30_000)}${']'.repeat(30_000)}`),
    ],
    ['a hash in capitals', { ...line, hash: line.hash.toUpperCase() }],
    ['a previous hash too short', { ...line, previous: line.previous.slice(1) }],
    ['a line that is too long', { ...line, action: 'x'.repeat(70_000) }],
  ])('a line that is no event: %s', async (_name, value) => {
    const answer = await verifyEvents([typeof value === 'string' ? value : JSON.stringify(value)]);
    expect(answer).toEqual({ ok: false, failure: { code: 'audit-event-malformed', values: { line: 1 } } });
  });

  it.each<[string, (line: string) => string]>([
    ['a member twice', (line) => line.replace('{', '{"seq":1,')],
    ['a member twice, once escaped', (line) => line.replace('{', '{"s\\u0065q":1,')],
    ['white space', (line) => line.replace(',', ', ')],
    ['a space behind it', (line) => `${line} `],
    [
      'members in another order',
      (line) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as object).toReversed())),
    ],
    ['an escape that need not be', (line) => line.replace('"action"', '"\\u0061ction"')],
  ])('refuses a line that is not as it is exported: %s', async (_what, edit) => {
    const [first = '', ...rest] = lines;
    expect(await verifyEvents([edit(first), ...rest])).toEqual({
      ok: false,
      failure: { code: 'audit-event-malformed', values: { line: 1 } },
    });
  });

  it('finds every single changed character', async () => {
    const text = lines.join('\n');
    for (let i = 0; i < text.length; i++) {
      const edited = `${text.slice(0, i)}${text[i] === '1' ? '2' : '1'}${text.slice(i + 1)}`;
      expect(await verifyEvents(edited.split('\n'))).toMatchObject({ ok: false });
    }
  });

  it('has no number in an event that programs might write in different ways', () => {
    expect(() =>
      chainedEvent(emptyChain, {
        at: new Date(0),
        actor: 'lead',
        action: 'lead-signed-in',
        details: { share: 0.5 },
      }),
    ).toThrow('safe integer');
  });
});
