#!/usr/bin/env node
import { Command } from 'commander';
import { registerDemo } from './cli/demo.js';
import { registerPki } from './cli/pki.js';
import { registerReceiptVerify } from './cli/receipt-verify.js';
import { registerRecordOpen } from './cli/record-open.js';

const program = new Command('lianshu').description(
  '電子連署 · electronic co-signing of national referendum cases',
);

registerDemo(program, async () => (await import('./demo.js')).runDemo);
registerRecordOpen(program);
registerReceiptVerify(program);
registerPki(program);

await program.parseAsync();
