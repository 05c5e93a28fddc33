import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { digestSha256 } from '../../../../core/cryptography.js';
import { hex } from '../../../../core/octets.js';
import { useAsked } from '../../../api/use-asked';
import type { NamedCertificate } from '../../../card/named-certificate';
import {
  type CertificateUse,
  maximumCertificateFile,
  readCertificateFile,
} from '../../../desk/certificate-file';
import { Fingerprint } from '../../../parts/fingerprint';
import { useTimeText } from '../../../parts/time-text';
import { FileField } from './fields';

interface CertificateFieldProps {
  readonly label: string;
  readonly use: CertificateUse;
  readonly certificate: NamedCertificate | undefined;
  readonly change: (certificate: NamedCertificate | undefined) => void;
  /** Whether to say that it is missing. */
  readonly isMissing: boolean;
}

/** A certificate as a file, and whose it is once it is chosen. */
export function CertificateField({ label, use, certificate, change, isMissing }: CertificateFieldProps) {
  const { t } = useTranslation('desk', { keyPrefix: 'certificate' });
  const [error, setError] = useState<string>();
  const choose = async (file: File): Promise<void> => {
    // What is too large is none, and isn't read.
    const octets =
      file.size > maximumCertificateFile ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
    const read = readCertificateFile(octets, use);
    setError(read.ok ? undefined : read.failure.code);
    change(read.ok ? read.value : undefined);
  };
  return (
    <>
      <FileField
        label={label}
        hint={t('hint')}
        error={error === undefined ? (isMissing ? t('missing') : undefined) : t(error)}
        accept=".cer,.crt,.der,.pem"
        choose={(file) => void choose(file)}
      />
      {certificate === undefined ? null : <Chosen certificate={certificate} />}
    </>
  );
}

/** Whose certificate it is, its last day and its digest, to compare. */
export function Chosen({ certificate }: { readonly certificate: NamedCertificate }) {
  const { t } = useTranslation('desk', { keyPrefix: 'certificate' });
  const day = useTimeText();
  const { der, name, notAfter } = certificate;
  const { answer } = useAsked(useCallback(async () => hex(await digestSha256(Uint8Array.from(der))), [der]));
  return (
    <dl className="facts">
      <dt>{t('name')}</dt>
      <dd>{name}</dd>
      <dt>{t('until')}</dt>
      <dd>{day(notAfter)}</dd>
      <dt>{t('digest')}</dt>
      <dd>{answer === undefined ? null : <Fingerprint digits={answer} />}</dd>
    </dl>
  );
}
