import { type DrawnResult, type PublicTally, type ResultDocument, withheld } from '../checking/index.js';
import { isRehearsal } from '../core/case-number.js';
import { sha256Hex } from '../core/sha256.js';
import { groupNames, withheldText } from './reason-names.js';
import type { Report, ReportLanguage, ReportTable } from './report.js';
import { determinationTexts, type Say, sayIn } from './report-texts.js';
import { announcement } from './announcement.js';
import { grouped, inLanguage } from './text.js';

/**
 * 查對結果公告稿: what may be announced, made of `result.json` alone, where no number below five stands and none that tells one
 * (docs/adr/0018-small-counts-are-not-published.md). Its digest is that of `result.json`, which the bundle has.
 */
export function resultReport(drawn: DrawnResult, language: ReportLanguage): Report {
  const say = sayIn(language);
  const { result, bytes } = drawn;
  return {
    name: 'result',
    language,
    title: say('result-title'),
    standing: say(drawn.isPublished ? 'draft-confirmed' : 'draft-unconfirmed'),
    facts: factsTable(drawn, say, language),
    paragraphs: [...(isRehearsal(result.case) ? [say('rehearsal')] : []), ...announcement(drawn, language)],
    tables: [
      countsTable(result, say),
      ...reasonsTable(say('electronic-reasons'), result.electronic, say, language),
      ...reasonsTable(say('paper-reasons'), result.paper, say, language),
    ],
    data: bytes,
    dataSha256: sha256Hex(bytes),
    digestLabel: say('result-data'),
    day: result.determinedOn,
  };
}

function factsTable({ result, mainText }: DrawnResult, say: Say, language: ReportLanguage): ReportTable {
  return {
    title: say('facts'),
    header: [say('item'), say('value')],
    rows: [
      [say('case'), result.case],
      [say('main-text'), mainText],
      [say('round'), say(`round-${result.round}`)],
      [say('submitted-on'), result.submittedOn],
      [say('determined-on'), result.determinedOn],
      [say('electors'), grouped(result.electorTotal)],
      [say('threshold'), grouped(result.threshold)],
      ...(result.round === 1 ? [] : [[say('earlier-valid'), grouped(result.earlierValid)]]),
      [say('valid-in-all'), grouped(result.valid)],
      [say('determination'), inLanguage(determinationTexts[result.determination], language)],
    ],
  };
}

function countsTable({ electronic, paper, joint }: ResultDocument, say: Say): ReportTable {
  const kinds = { electronic, paper, together: joint } as const;
  const rows = (['electronic', 'paper', 'together'] as const).map((kind) => {
    const { submitted, valid } = kinds[kind];
    return [say(kind), submitted, valid, submitted - valid];
  });
  const header = [say('kind'), say('submitted'), say('counted'), say('not-counted')];
  return { title: say('numbers'), header, rows };
}

/** A table of the groups of one kind; none where every co-signature of it counts. */
function reasonsTable(
  title: string,
  { notCounted }: PublicTally,
  say: Say,
  language: ReportLanguage,
): readonly ReportTable[] {
  const rows = Object.entries(notCounted).map(([group, count]) => [
    inLanguage(groupNames[group as keyof typeof notCounted], language),
    count === withheld ? inLanguage(withheldText, language) : count,
  ]);
  return rows.length === 0 ? [] : [{ title, header: [say('reason'), say('how-many')], rows }];
}
