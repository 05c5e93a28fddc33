import { parse } from 'csv-parse/sync';
import { openForCard } from '../../core/cms/index.js';
import { enteredFile, type PlannedPaperRow, settlementOf } from '../paper/paper-plan.js';
import { valueOf } from '../value-of.js';
import { type ApiClient, ApiProblem, fromBase64, signInLead, signInStaff } from './api-client.js';
import type { RegisteredCase } from './registration.js';
import type { StoryContext } from './story-context.js';

/** How two members of the commission enter a case's paper rows, and settle what they disagree on. */
export class PaperDesk {
  private constructor(
    private readonly path: string,
    private readonly first: ApiClient,
    private readonly second: ApiClient,
  ) {}

  /** Signs both in. */
  static async signIn(
    { api, people }: Pick<StoryContext, 'api' | 'people'>,
    caseNumber: string,
  ): Promise<PaperDesk> {
    const path = `staff/cases/${caseNumber}/paper`;
    return new PaperDesk(
      path,
      await signInStaff(api, people.verifier),
      await signInStaff(api, people.secondVerifier),
    );
  }

  /** Uploads one person's file. Throws {@link ApiProblem}. */
  async enter(by: 'first' | 'second', file: string): Promise<void> {
    const client = by === 'first' ? this.first : this.second;
    await client.putCsv(`${this.path}/entries/${by}`, file);
  }

  /** Settles every difference by the paper. Returns how many there were. */
  async settle(rows: readonly PlannedPaperRow[]): Promise<number> {
    let settled = 0;
    for (const row of rows) {
      const settlement = settlementOf(row);
      if (settlement === undefined) continue;
      const { page, line } = row;
      await this.second.put(`${this.path}/differences/${String(page)}/${String(line)}`, settlement);
      settled += 1;
    }
    return settled;
  }

  /** How many differences there are that nobody has settled. */
  async open(): Promise<number> {
    return (await this.first.get<{ differencesOpen: number }>(this.path)).differencesOpen;
  }
}

/** Two people enter the paper rows: the second one's file has a slip first, which is refused. Nothing where there are none. */
export async function enterPaperRows(
  context: StoryContext,
  caseNumber: string,
  rows: readonly PlannedPaperRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const { reporter } = context;
  const desk = await PaperDesk.signIn(context, caseNumber);
  await desk.enter('first', enteredFile(rows, 'first'));
  const good = enteredFile(rows, 'second');
  const refused = await refusalOf(desk.enter('second', good.replace(/^1,1,/m, '1,2,')));
  await desk.enter('second', good);
  const settled = await desk.settle(rows);
  const open = await desk.open();
  if (refused !== 'paper-rows-rejected' || open > 0) throw new Error('the paper rows are not as planned');
  reporter.message(
    `紙本 ${String(rows.length)} 筆由兩人各登錄一次（第一次上傳有錯列而退回），${String(settled)} 處差異已對照紙本處理`,
    `${String(rows.length)} paper rows were entered twice by two people (a file with a wrong row was refused); ${String(settled)} differences were settled against the paper`,
  );
}

async function refusalOf(upload: Promise<void>): Promise<string> {
  try {
    await upload;
    return 'nothing';
  } catch (error) {
    if (error instanceof ApiProblem) return error.code;
    throw error;
  }
}

/** A paper row whose result differs from its scenario. */
interface PaperMismatch {
  readonly index: number;
  readonly scenario: string;
  readonly expected: string;
  readonly found: string;
}

/** Opens the struck-out list with the lead's card, and compares what became of each paper row with its scenario. */
export async function paperMismatches(
  { api, people, pki }: StoryContext,
  { accessCode }: RegisteredCase,
  rows: readonly PlannedPaperRow[],
): Promise<readonly PaperMismatch[]> {
  if (rows.length === 0) return [];
  const lead = await signInLead(api, people.lead, accessCode);
  const { envelope } = await lead.get<{ envelope: string }>('lead/struck-out');
  const list = valueOf(await openForCard(fromBase64(envelope), people.lead, pki.commission.certificate));
  const lines: readonly Readonly<Record<string, string>>[] = parse(Buffer.from(list.content), {
    columns: true,
  });
  const codes = new Map(
    lines
      .filter(({ kind }) => kind === 'paper')
      .map(({ page, line, code }) => [`${String(page)}-${String(line)}`, code]),
  );
  return rows.flatMap(({ page, line, scenario, expect: expected }, index) => {
    const found = codes.get(`${String(page)}-${String(line)}`) ?? 'accepted';
    return found === expected ? [] : [{ index, scenario, expected, found }];
  });
}
