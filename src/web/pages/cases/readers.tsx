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

/** 誰看得到什麼: number, name and certificate, and how many have co-signed. It differs by the case's mode. */
export function Readers({ mode }: { readonly mode: Mode }) {
  const { t } = useTranslation('cases', { keyPrefix: 'readers' });
  return (
    <section aria-labelledby="readers">
      <h2 id="readers">{t('heading')}</h2>
      <table className="stacked">
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('when')}</th>
          </tr>
        </thead>
        {readers(mode).map(([what, lines]) => (
          <tbody key={what}>
            {lines.map((line, index) => (
              <tr key={line}>
                {index === 0 ? (
                  <th scope="rowgroup" rowSpan={lines.length}>
                    {t(what)}
                  </th>
                ) : null}
                <td>{t(`${line}.who`)}</td>
                <td>{t(`${line}.when`)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
