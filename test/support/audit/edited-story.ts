import { type AuditEntry, verifyExport } from '../../../src/audit/index.js';
import { signerTrust } from '../signer-trust.js';
import { pki, story } from './log-story.js';
import { jwks } from './platform.js';

/** Trust in the PKI of the story. */
export const trust = signerTrust(pki);

/** Verifies the lines of an export as somebody does who has the platform's keys and trusts the story's PKI. */
export const verify = (
  lines: readonly string[],
  more: Partial<Parameters<typeof verifyExport>[1]> = {},
): ReturnType<typeof verifyExport> => verifyExport(lines, { jwks, ...trust, ...more });

/** The failure with this code. */
export const refused = (code: string, values?: object): object => ({
  ok: false,
  failure: values === undefined ? { code } : { code, values },
});

/** The story's entries with one changed. */
export const withEntry = (index: number, change: Partial<AuditEntry>): AuditEntry[] =>
  story.map((entry, i) => (i === index ? { ...entry, ...change } : entry));

/** The story's entries without one. */
export const without = (index: number): AuditEntry[] => story.filter((_, i) => i !== index);

/** The story's entries with other details of one. */
export const withDetails = (index: number, details: NonNullable<AuditEntry['details']>): AuditEntry[] =>
  withEntry(index, { details: { ...story[index]?.details, ...details } });
