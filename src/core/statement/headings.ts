import { isRehearsal } from '../case-number.js';
import type { CaseNumber } from '../identifiers.js';

/** Both heading lines of a statement about a case: its title, and what the person declares. */
type Heading = readonly [title: string, declaration: string];

/** The statements about a case. */
type CaseStatement =
  'co-signature' | 'key' | 'submission' | 'approval' | 'objection' | 'misuse' | 'withdrawal';

/** The title and the sentence every co-signature begins with (ACT 12). */
export const coSignatureHeading: Heading = [
  '公民投票案電子連署書',
  '本人依公民投票法第十二條連署下列公民投票案',
];

const headings: Readonly<Record<CaseStatement, Heading>> = {
  'co-signature': coSignatureHeading,
  key: ['電子連署金鑰聲明書', '本人為提案人之領銜人，聲明下列金鑰為本人所持有，並切結如下'],
  submission: ['電子連署提出聲明書', '本人為提案人之領銜人，依公民投票法提出下列連署人名冊'],
  approval: ['電子連署作業核可書', '本人核可下列作業'],
  objection: ['電子連署異議書', '本人對下列連署未予計入，提出異議'],
  misuse: ['自然人憑證冒用通報書', '本人之憑證遭他人用於下列公民投票案之連署，本通報不是撤回連署'],
  withdrawal: ['電子連署撤回書', '本人撤回下列公民投票案之連署'],
};

/** What is signed in a rehearsal says so in its first two lines, in words: nobody can pass it off as the real thing. */
const rehearsalHeadings: Readonly<Record<CaseStatement, Heading>> = {
  'co-signature': [
    '電子連署演練書（演練，不具法律效力）',
    '本人參加電子連署系統演練。本演練書不是公民投票案之連署，不具任何法律效力',
  ],
  key: [
    '演練用金鑰聲明書（演練，不具法律效力）',
    '本人於電子連署系統演練中擔任領銜人，聲明下列金鑰為本人所持有，並切結如下。本聲明不具任何法律效力',
  ],
  submission: [
    '演練用提出聲明書（演練，不具法律效力）',
    '本人於電子連署系統演練中擔任領銜人，提出下列演練名冊。本聲明不具任何法律效力',
  ],
  approval: [
    '演練作業核可書（演練，不具法律效力）',
    '本人核可下列演練作業。本核可不適用於公民投票案，不具任何法律效力',
  ],
  objection: ['演練異議書（演練，不具法律效力）', '本人於電子連署系統演練中提出異議。本異議不具任何法律效力'],
  misuse: [
    '演練冒用通報書（演練，不具法律效力）',
    '本人於電子連署系統演練中通報憑證遭冒用。本通報不具任何法律效力',
  ],
  withdrawal: [
    '演練撤回書（演練，不具法律效力）',
    '本人於電子連署系統演練中撤回連署。本撤回不具任何法律效力',
  ],
};

/** How a statement about this case begins. An approval may be about none. */
export function headingOf(statement: CaseStatement, caseNumber: CaseNumber | undefined): Heading {
  const inRehearsal = caseNumber !== undefined && isRehearsal(caseNumber);
  return (inRehearsal ? rehearsalHeadings : headings)[statement];
}
