import { useTranslation } from 'react-i18next';
import { Fingerprint } from '../../parts/fingerprint';
import type { PublicResult } from '../cases/use-result';

/** Where the files of one version of a round's result lie, for ever. */
export const addressOfVersion = (caseNumber: string, round: number, version: number): string =>
  `/api/v1/cases/${caseNumber}/result/rounds/${String(round)}/versions/${String(version)}`;

interface BundleFilesProps {
  readonly caseNumber: string;
  readonly result: PublicResult;
}

/** Every file of a result, with its size and SHA-256; of a corrected one, the earlier versions too. */
export function BundleFiles({ caseNumber, result: { round, version, versions, bundle } }: BundleFilesProps) {
  const { t, i18n } = useTranslation('result', { keyPrefix: 'files' });
  const number = new Intl.NumberFormat(i18n.language);
  const address = addressOfVersion(caseNumber, round, version);
  return (
    <>
      <h3>{version === 1 ? t('heading') : t('heading-version', { version })}</h3>
      <p>{t('digests')}</p>
      <ul className="bundle">
        {bundle.map(({ name, size, sha256 }) => (
          <li key={name}>
            <a href={`${address}/${name}`} download={`lianshu-${caseNumber}-${String(round)}-${name}`}>
              {name}
            </a>{' '}
            <span className="small muted">
              {t('bytes', { size: number.format(size) })} {t(`what.${name.replace('.', '-')}`)}
            </span>
            <Fingerprint digits={sha256} />
          </li>
        ))}
      </ul>
      {version === 1 ? null : (
        <>
          <p>{t('versions')}</p>
          <ul className="links">
            {versions.map((digest, index) => (
              <li key={digest}>
                <a href={`${addressOfVersion(caseNumber, round, index + 1)}/result.json`}>
                  {t('version', { version: index + 1 })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
