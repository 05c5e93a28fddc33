import type { TaipeiDate } from '../../core/taipei-date.js';
import type { ReasonGroup } from '../reason-codes.js';
import { electronicGroups, paperGroups, type PublicCount, type PublicTally } from './public-tally.js';
import type { ResultDocument } from './result-document.js';

/** A published result as one row of the open data. */
export interface OpenDataRow {
  readonly result: ResultDocument;
  /** The main text (主文). */
  readonly mainText: string;
  /** The day on which its first version was published. */
  readonly publishedOn: TaipeiDate;
  /** 1, or more where it was corrected. */
  readonly resultVersion: number;
  /** Of `result.json`, hex. */
  readonly resultSha256: string;
}

/** A field of the open data, with its line of the data dictionary. */
export interface OpenDataField {
  /** The column of the CSV, and the member of the JSON. */
  readonly name: string;
  readonly type: 'text' | 'integer' | 'date' | 'integer or withheld';
  /** What it is, in zh-TW. */
  readonly zhTW: string;
  readonly en: string;
  readonly value: (row: OpenDataRow) => string | number;
}

const groupNames: Readonly<Record<ReasonGroup, readonly [name: string, zhTW: string, en: string]>> = {
  evidence: [
    'Evidence',
    '簽章、憑證或號碼不符',
    'the signature, the certificate or the number does not hold',
  ],
  repeated: ['Repeated', '重複連署', 'the person counts already by another co-signature'],
  'household-register': [
    'HouseholdRegister',
    '經戶籍資料查對不具資格',
    'not eligible by the household registers (ACT 8)',
  ],
  'paper-form': [
    'PaperForm',
    '紙本填寫有誤、未簽名或偽造',
    'the paper row is wrong, not signed or forged (ACT 13)',
  ],
};

const kinds = {
  electronic: { zhTW: '電子連署', en: 'Electronic', groups: electronicGroups },
  paper: { zhTW: '紙本連署', en: 'Paper', groups: paperGroups },
} as const;

/** The fields of a kind of co-signature: handed in, valid, and not counted by group. */
function fieldsOf(kind: keyof typeof kinds): OpenDataField[] {
  const { zhTW, en, groups } = kinds[kind];
  return [
    {
      name: `${kind}Submitted`,
      type: 'integer',
      zhTW: `${zhTW}提出數`,
      en: `${en} co-signatures handed in`,
      value: ({ result }) => result[kind].submitted,
    },
    {
      name: `${kind}Valid`,
      type: 'integer',
      zhTW: `${zhTW}合格數`,
      en: `${en} co-signatures that count`,
      value: ({ result }) => result[kind].valid,
    },
    ...groups.map((group): OpenDataField => {
      const [name, groupZhTW, groupEn] = groupNames[group];
      return {
        name: `${kind}NotCounted${name}`,
        type: 'integer or withheld',
        zhTW: `${zhTW}不合格數：${groupZhTW}`,
        en: `${en} co-signatures that do not count: ${groupEn}`,
        value: ({ result }) => countOf(result[kind], group),
      };
    }),
  ];
}

/** Where every co-signature counts, a tally names no group. */
const countOf = ({ notCounted }: PublicTally, group: ReasonGroup): PublicCount => notCounted[group] ?? 0;

/** Every field, in the order of the columns. */
export const openDataFields: readonly OpenDataField[] = [
  {
    name: 'case',
    type: 'text',
    zhTW: '案號',
    en: 'Case number',
    value: ({ result }) => result.case,
  },
  {
    name: 'mainText',
    type: 'text',
    zhTW: '主文',
    en: 'Main text (ACT 9)',
    value: ({ mainText }) => mainText,
  },
  {
    name: 'round',
    type: 'integer',
    zhTW: '連署階段：1 為第一次提出，2 為補提',
    en: 'Round: 1 the main round, 2 the supplement (REG 8)',
    value: ({ result }) => result.round,
  },
  {
    name: 'electorTotal',
    type: 'integer',
    zhTW: '最近一次總統、副總統選舉選舉人總數',
    en: 'Electors of the last presidential election',
    value: ({ result }) => result.electorTotal,
  },
  {
    name: 'threshold',
    type: 'integer',
    zhTW: '連署門檻（選舉人總數百分之一點五，無條件進位）',
    en: 'Valid co-signatures needed: 1.5 % of the electors, rounded up (ACT 12)',
    value: ({ result }) => result.threshold,
  },
  {
    name: 'submittedOn',
    type: 'date',
    zhTW: '提出日期（臺北時間）',
    en: 'Taipei day of the submission (REG 7)',
    value: ({ result }) => result.submittedOn,
  },
  {
    name: 'determinedOn',
    type: 'date',
    zhTW: '查對結果確定日期（臺北時間）',
    en: 'Taipei day on which the numbers were final',
    value: ({ result }) => result.determinedOn,
  },
  {
    name: 'publishedOn',
    type: 'date',
    zhTW: '結果首次公布日期（臺北時間）',
    en: 'Taipei day on which the result was published first',
    value: ({ publishedOn }) => publishedOn,
  },
  {
    name: 'resultVersion',
    type: 'integer',
    zhTW: '結果版次：1 為首次公布，更正後遞增；本列為最新一版',
    en: 'Version of the result: 1, or more where it was corrected; the line is that of the latest',
    value: ({ resultVersion }) => resultVersion,
  },
  ...fieldsOf('electronic'),
  ...fieldsOf('paper'),
  {
    name: 'jointSubmitted',
    type: 'integer',
    zhTW: '電子與紙本合計提出數',
    en: 'Electronic and paper together, handed in (ACT 13)',
    value: ({ result }) => result.joint.submitted,
  },
  {
    name: 'jointValid',
    type: 'integer',
    zhTW: '電子與紙本合計合格數',
    en: 'Electronic and paper together, those that count',
    value: ({ result }) => result.joint.valid,
  },
  {
    name: 'earlierValid',
    type: 'integer',
    zhTW: '第一次提出之合格數（補提時才有，否則為 0）',
    en: 'Valid co-signatures of the main round, if this is the supplement; otherwise 0',
    value: ({ result }) => result.earlierValid,
  },
  {
    name: 'valid',
    type: 'integer',
    zhTW: '與門檻比較之合格數',
    en: 'What is compared with the threshold: those of this round and of the earlier one',
    value: ({ result }) => result.valid,
  },
  {
    name: 'determination',
    type: 'text',
    zhTW: '審定：established 成立、supplement-due 通知補提、not-established 不成立',
    en: 'Outcome (ACT 13): established, supplement-due or not-established',
    value: ({ result }) => result.determination,
  },
  {
    name: 'merkleRoot',
    type: 'text',
    zhTW: '全部電子連署紀錄之默克爾樹根（RFC 9162，十六進位）',
    en: 'RFC 9162 root over the commitments of all electronic records, hex',
    value: ({ result }) => result.merkleRoot,
  },
  {
    name: 'resultSha256',
    type: 'text',
    zhTW: '中選會簽署之 result.json 的 SHA-256（十六進位）',
    en: 'SHA-256 of the result.json that the commission signed, hex',
    value: ({ resultSha256 }) => resultSha256,
  },
];
