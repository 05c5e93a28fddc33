import { type CheckFigures, type ReasonCode, reasonCodes } from '../checking/index.js';
import { isRehearsal } from '../core/case-number.js';
import { canonicalJson } from '../core/canonical-json.js';
import { sha256Hex } from '../core/sha256.js';
import { reasonNames } from './reason-names.js';
import type { Report, ReportCell, ReportLanguage, ReportName, ReportTable } from './report.js';
import { phaseTexts, type Say, sayIn } from './report-texts.js';
import { grouped, inLanguage } from './text.js';

/** 查對作業報告: what was handed in, what counts, and the digests of what it rests on. */
export function batchReport(figures: CheckFigures, language: ReportLanguage): Report {
  const say = sayIn(language);
  return reportOn('batch', figures, language, [countsTable(figures, say)]);
}

/** 不予計入統計: how many don't count, by exact reason and kind. Reasons that nobody has are left out. */
export function struckOutReport(figures: CheckFigures, language: ReportLanguage): Report {
  const say = sayIn(language);
  const { electronic, paper } = figures;
  const row = (code: ReasonCode): readonly ReportCell[] => {
    const numbers = [electronic.struckOut[code] ?? 0, paper.struckOut[code] ?? 0] as const;
    return [code, inLanguage(reasonNames[code], language), ...numbers, numbers[0] + numbers[1]];
  };
  const used = reasonCodes.filter((code) => (electronic.struckOut[code] ?? paper.struckOut[code] ?? 0) > 0);
  const table = {
    title: say('by-reason'),
    header: [say('code'), say('reason'), say('electronic'), say('paper'), say('together')],
    rows: used.map(row),
  };
  return reportOn('struck-out', figures, language, [table, countsTable(figures, say)]);
}

function reportOn(
  name: Exclude<ReportName, 'result'>,
  figures: CheckFigures,
  language: ReportLanguage,
  tables: readonly ReportTable[],
): Report {
  const say = sayIn(language);
  const data = dataOf(name, figures);
  return {
    name,
    language,
    title: say(`${name}-title`),
    standing: say('internal'),
    facts: factsTable(figures, say, language),
    paragraphs: isRehearsal(figures.case) ? [say('rehearsal')] : [],
    tables,
    data,
    dataSha256: sha256Hex(data),
    digestLabel: say('data'),
    day: figures.submittedOn,
  };
}

/** The figures as canonical JSON (RFC 8785), with the report's name: whoever has it can recompute the digest. */
function dataOf(report: ReportName, { electronic, paper, ...figures }: CheckFigures): Uint8Array {
  const tally = ({ submitted, valid, struckOut }: CheckFigures['electronic']) => ({
    submitted,
    valid,
    struckOut: { ...struckOut },
  });
  const members = { report, ...figures, electronic: tally(electronic), paper: tally(paper) };
  return Buffer.from(canonicalJson(members), 'utf8');
}

function factsTable(figures: CheckFigures, say: Say, language: ReportLanguage): ReportTable {
  return {
    title: say('facts'),
    header: [say('item'), say('value')],
    rows: [
      [say('case'), figures.case],
      [say('main-text'), figures.mainText],
      [say('round'), say(`round-${figures.round}`)],
      [say('submitted-on'), figures.submittedOn],
      [say('batch'), figures.batch],
      [say('phase'), inLanguage(phaseTexts[figures.phase], language)],
      [say('electors'), grouped(figures.electorTotal)],
      [say('threshold'), grouped(figures.threshold)],
      [say('merkle-root'), figures.merkleRoot],
      [say('submission-sha256'), figures.submissionStatementSha256],
    ],
  };
}

function countsTable({ electronic, paper }: CheckFigures, say: Say): ReportTable {
  const row = (kind: string, submitted: number, valid: number): readonly ReportCell[] => [
    kind,
    submitted,
    valid,
    submitted - valid,
  ];
  return {
    title: say('numbers'),
    header: [say('kind'), say('submitted'), say('counted'), say('not-counted')],
    rows: [
      row(say('electronic'), electronic.submitted, electronic.valid),
      row(say('paper'), paper.submitted, paper.valid),
      row(say('together'), electronic.submitted + paper.submitted, electronic.valid + paper.valid),
    ],
  };
}
