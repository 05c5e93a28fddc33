import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { octetsOfBase64 } from '../../../api/octets-of-answers';
import { useCheckApi } from '../../../desk/use-check-api';
import { ActForm } from '../parts/act-form';
import { saveFile } from '../../../parts/save-file';

/** Hands the sealed roster to the browser, file by file. Only the Ministry of the Interior can open it. */
export function RosterFiles({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation('check', { keyPrefix: 'exchange.roster' });
  const api = useCheckApi(caseNumber);
  const [names, setNames] = useState<readonly string[]>([]);
  return (
    <section className="desk-form" aria-labelledby="roster">
      <h2 id="roster">{t('heading')}</h2>
      <p>{t('what')}</p>
      <ActForm
        action={t('action')}
        act={() => api.roster()}
        done={({ files }) => {
          for (const { name, content } of files)
            saveFile(name, octetsOfBase64(content) as Uint8Array<ArrayBuffer>, 'application/cms');
          setNames(files.map(({ name }) => name));
        }}
      />
      {names.length === 0 ? null : (
        <div className="notice done" role="status">
          <p>{t('saved', { count: names.length })}</p>
          <ul>
            {names.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
