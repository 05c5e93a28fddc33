import { auditMessages } from './audit.js';
import { cosigningMessages } from './cosigning.js';
import { httpMessages } from './http.js';
import { staffMessages } from './staff.js';
import { trustMessages } from './trust.js';

/** Every room's catalogue; a room with codes that reach people adds its own here. */
export const catalogues = {
  audit: auditMessages,
  cosigning: cosigningMessages,
  http: httpMessages,
  staff: staffMessages,
  trust: trustMessages,
} as const;

type Catalogues = typeof catalogues;

/** Every code that can reach a person. A code without a sentence doesn't compile where an answer is made of it. */
export type MessageCode = { [Room in keyof Catalogues]: keyof Catalogues[Room] }[keyof Catalogues];
