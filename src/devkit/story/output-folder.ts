import { createPrivateKey } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PlannedPaperRow } from '../paper/paper-plan.js';
import type { DemoPki } from '../pki/demo-pki.js';
import { planRemedies } from '../scenarios/plan-remedies.js';
import type { Attempt } from '../scenarios/scenario-table.js';
import type { DemoStory } from './story.js';

/** Writes `people.jsonl`: one line for each attempt, with the result that its scenario demands. Written before the story runs. */
export async function writePeople(folder: string, attempts: readonly Attempt[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = attempts.map(({ nationalId, scenario, expect }) =>
    JSON.stringify({ nationalId, scenario, expect }),
  );
  await write(folder, 'people.jsonl', lines);
}

/** Writes `remedies.jsonl`: one line for each report and objection, with what it must come to. Written before the story runs. */
export async function writeRemedies(folder: string, attempts: readonly Attempt[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = planRemedies(attempts).map(({ kind, attempt, expect }) =>
    JSON.stringify({ kind, nationalId: attempt.nationalId, before: attempt.expect, expect }),
  );
  await write(folder, 'remedies.jsonl', lines);
}

/** Writes `paper.jsonl`: one line for each paper row, as it stands on paper, with what it must come to. Written before the story runs. */
export async function writePaperRows(folder: string, rows: readonly PlannedPaperRow[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = rows.map(({ page, line, nationalId, scenario, expect }) =>
    JSON.stringify({ page, line, nationalId, scenario, expect }),
  );
  await write(folder, 'paper.jsonl', lines);
}

/** Writes the story's results: every file needed to check them by hand and with `openssl`. `commissionRoundKey` is PEM. */
export async function writeStory(
  folder: string,
  pki: DemoPki,
  story: DemoStory,
  jwks: object,
  commissionRoundKey: string | Uint8Array,
): Promise<void> {
  for (const part of ['records', 'roster', 'bundle']) {
    await rm(path.join(folder, part), { recursive: true, force: true });
    await mkdir(path.join(folder, part), { recursive: true });
  }
  for (const [commitment, record] of story.records) {
    await writeFile(path.join(folder, 'records', `${commitment}.der`), record);
  }
  for (const [name, sealed] of story.checked.roster) {
    await writeFile(path.join(folder, 'roster', `${name}.p7m`), sealed);
  }
  for (const [name, content] of story.checked.bundle) {
    await writeFile(path.join(folder, 'bundle', name), content);
  }
  await writeFile(
    path.join(folder, 'result.json'),
    story.checked.bundle.get('result.json') ?? notAccepted(story),
  );
  await writeFile(path.join(folder, 'round.key'), privateKeyPem(story.roundKey), { mode: 0o600 });
  await writeFile(path.join(folder, 'commission-round.key'), commissionRoundKey, { mode: 0o600 });
  await writeFile(path.join(folder, 'anchors.pem'), pki.anchorsPem());
  await writeFile(path.join(folder, 'moi.key'), pki.moi.privateKeyPem, { mode: 0o600 });
  await writeFile(path.join(folder, 'moi.pem'), pki.moi.certificatePem);
  await writeFile(path.join(folder, 'commission.pem'), pki.commission.certificatePem);
  await writeFile(path.join(folder, 'jwks.json'), `${JSON.stringify(jwks, null, 2)}\n`);
  await write(folder, 'receipts.jsonl', receiptLines(story));
}

function privateKeyPem(pkcs8: Uint8Array): string {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function receiptLines({ outcomes }: DemoStory): string[] {
  return outcomes.flatMap(({ acknowledged }) =>
    acknowledged === undefined
      ? []
      : [JSON.stringify({ commitment: acknowledged.commitment, receipt: acknowledged.receipt })],
  );
}

/** The content of `result.json` for a case that was not accepted: it has no check, so the commission signs no result. */
function notAccepted({ summary }: DemoStory): string {
  return `${JSON.stringify(summary, null, 2)}\n`;
}

async function write(folder: string, name: string, lines: readonly string[]): Promise<void> {
  await writeFile(path.join(folder, name), lines.map((line) => `${line}\n`).join(''));
}
