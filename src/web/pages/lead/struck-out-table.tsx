import { useMemo, useState } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SignedStruckOutList } from '../../../core/ceremony/index.js';
import { markedStruckOutList } from '../../../core/ceremony/struck-out-marking.js';
import { saveFile } from '../../parts/save-file';
import type { SealedList } from '../../lead/sealed-list';
import { agreesWithResult } from '../../lead/struck-out-list';
import { taipeiTime, useTimeText } from '../../parts/time-text';
import { Fingerprint } from '../../parts/fingerprint';
import { LeadObjection } from './lead-objection';

/** Rows shown at once: more tell nobody anything. */
const mostRows = 100;

interface StruckOutTableProps {
  readonly list: SignedStruckOutList;
  readonly source: SealedList;
}

/** The opened list: what was verified, totals by reason, search, and a file with a warning. */
export function StruckOutTable({ list, source }: StruckOutTableProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'struck-out' });
  const day = useTimeText();
  const agrees = useMemo(() => agreesWithResult(list, source.result), [list, source]);
  const { signedAt } = list.document;
  const time =
    signedAt === undefined
      ? t('verified.no-time')
      : t('verified.time', { day: day(signedAt), time: taipeiTime(signedAt) });
  return (
    <>
      <div className="notice done" role="status">
        <p>{t('verified.signature', { name: source.commission.name })}</p>
        <p>{time}</p>
        {agrees ? <p>{t('verified.totals')}</p> : null}
        <p className="small muted">{t('verified.not')}</p>
        <Fingerprint digits={source.commissionDigest} />
      </div>
      {agrees ? null : (
        <div className="notice wrong" role="alert">
          <p>{t('verified.totals-differ')}</p>
        </div>
      )}
      <Totals list={list} />
      <Search list={list} />
      <Download list={list} source={source} />
      <LeadObjection list={list} />
    </>
  );
}

function Totals({ list: { totals, rows } }: Pick<StruckOutTableProps, 'list'>) {
  const { t, i18n } = useTranslation('lead', { keyPrefix: 'struck-out.totals' });
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <table>
      <caption>{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('code')}</th>
          <th scope="col">{t('reason')}</th>
          <th scope="col" className="number">
            {t('count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...totals].map(([code, { count }]) => (
          <tr key={code}>
            <th scope="row">{code}</th>
            <td>{i18n.exists(`lead:reasons.${code}`) ? i18n.t(`lead:reasons.${code}`) : t('unknown')}</td>
            <td className="number">{number.format(count)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('all')}
          </th>
          <td className="number">{number.format(rows.length)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** By number or code. What is typed stays in this page. The roles are named, as in the table of who can read what: it becomes a list. */
function Search({ list: { rows } }: Pick<StruckOutTableProps, 'list'>) {
  const { t } = useTranslation('lead', { keyPrefix: 'struck-out.search' });
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toUpperCase();
  const found =
    wanted === ''
      ? []
      : rows.filter(({ nationalId, code }) => nationalId.includes(wanted) || code === wanted);
  return (
    <section aria-labelledby="search">
      <h2 id="search">{t('heading')}</h2>
      <TextField className="field" value={typed} onChange={setTyped} autoComplete="off">
        <Label>{t('label')}</Label>
        <Text slot="description">{t('hint')}</Text>
        <Input spellCheck={false} maxLength={10} />
      </TextField>
      <p role="status">{wanted === '' ? null : t('found', { count: found.length })}</p>
      {found.length === 0 ? null : (
        <table className="stacked" role="table">
          <caption>{t('caption')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(['number', 'code', 'reason', 'kind'] as const).map((column) => (
                <th key={column} scope="col" role="columnheader">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          {found.slice(0, mostRows).map(({ nationalId, code, reason, place }, index) => (
            <tbody key={index} role="rowgroup">
              <tr role="row">
                <th scope="row" role="rowheader" className="digits">
                  {nationalId === '' ? t('unreadable') : nationalId}
                </th>
                <td role="cell">{code}</td>
                <td role="cell" lang="zh-TW">
                  {reason}
                </td>
                <td role="cell">{place === undefined ? t('electronic') : t('paper', place)}</td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
      {found.length > mostRows ? <p>{t('more', { count: found.length - mostRows })}</p> : null}
    </section>
  );
}

/** The list as a file, in clear: only after the lead has said to know what that is. */
function Download({ list, source: { caseNumber, delivery } }: StruckOutTableProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'struck-out.download' });
  const [isKnown, setKnown] = useState(false);
  return (
    <section aria-labelledby="download">
      <h2 id="download">{t('heading')}</h2>
      <div className="notice wrong">
        <p>{t('warning')}</p>
      </div>
      <p>
        <label className="choice">
          <input type="checkbox" checked={isKnown} onChange={({ target }) => setKnown(target.checked)} />
          {t('known')}
        </label>
      </p>
      <button
        type="button"
        className="button danger"
        disabled={!isKnown}
        onClick={() =>
          saveFile(
            `struck-out-${caseNumber}.csv`,
            markedStruckOutList(list.document.content, delivery) as BlobPart,
            'text/csv; charset=utf-8',
          )
        }
      >
        {t('action')}
      </button>
    </section>
  );
}
