import { useTranslation } from 'react-i18next';
import { useSite } from '../../site';
import type { PublicResult } from '../cases/use-result';
import { addressOfVersion } from './bundle-files';

interface HowToVerifyProps {
  readonly caseNumber: string;
  readonly result: PublicResult;
}

/** How anybody verifies a result at their own machine, with openssl and with the program, step by step. */
export function HowToVerify({ caseNumber, result: { round, version, files } }: HowToVerifyProps) {
  const { t } = useTranslation('result', { keyPrefix: 'verify' });
  const { origin } = useSite();
  const address = `${origin}${addressOfVersion(caseNumber, round, version)}`;
  const steps = [
    ['download', `curl --remote-name-all "${address}/{${files.join(',')}}"`],
    ['digests', `sha256sum ${files.join(' ')}`],
    [
      'signature',
      'openssl cms -verify -binary -inform DER -in result.p7s -content result.json -CAfile anchors.pem -purpose any -out /dev/null',
    ],
    ['program', 'lianshu audit verify . --commission commission.pem --anchor anchors.pem'],
  ] as const;
  return (
    <section aria-labelledby="verify">
      <h2 id="verify">{t('heading')}</h2>
      <p>{t('what')}</p>
      <ol>
        {steps.map(([name, command]) => (
          <li key={name}>
            <p>{t(name)}</p>
            <pre className="command">
              <code>{command}</code>
            </pre>
          </li>
        ))}
      </ol>
      <p className="small muted">{t('not-checked')}</p>
    </section>
  );
}
