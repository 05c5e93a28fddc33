import { useTranslation } from 'react-i18next';
import type { PublicCase } from './use-case';

type Mode = PublicCase['mode'];

/** Who can see each kind of data: the rows of {@link Readers}, each line with its texts' name. */
const readers = (mode: Mode) =>
  [
    [
      'national-id',
      mode === 'two-key'
        ? (['two-key.national-id'] as const)
        : (['number-to-lead.national-id', 'number-to-lead.national-id-check'] as const),
    ],
    ['certificate', ['certificate-commission'] as const],
    ['count', ['count-lead', 'count-commission', 'count-all'] as const],
  ] as const;

/**
 * 誰看得到什麼: number, name and certificate, and how many have co-signed. It differs by the case's mode. The roles are named,
 * because a narrow screen shows the table as a list, and browsers take that for none.
 */
export function Readers({ mode }: { readonly mode: Mode }) {
  const { t } = useTranslation('cases', { keyPrefix: 'readers' });
  return (
    <section aria-labelledby="readers">
      <h2 id="readers">{t('heading')}</h2>
      <table className="stacked" role="table">
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('what')}
            </th>
            <th scope="col" role="columnheader">
              {t('who')}
            </th>
            <th scope="col" role="columnheader">
              {t('when')}
            </th>
          </tr>
        </thead>
        {readers(mode).map(([what, lines]) => (
          <tbody key={what} role="rowgroup">
            {lines.map((line, index) => (
              <tr key={line} role="row">
                {index === 0 ? (
                  <th scope="rowgroup" role="rowheader" rowSpan={lines.length}>
                    {t(what)}
                  </th>
                ) : null}
                <td role="cell">{t(`${line}.who`)}</td>
                <td role="cell">{t(`${line}.when`)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
