import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LeadCase } from '../../lead/lead-api';
import { canWriteFolders, chooseFolder, OneFileTarget } from '../../lead/saved-files';
import { type CopyOutcome, copySealedRecords, type CopyTarget } from '../../lead/sealed-copy';
import { useRefusalText } from '../../parts/refusal-text';
import { useLeadApi } from '../../lead/use-lead-api';
import { LeadPage } from './lead-page';
import { WithLeadCase } from './with-lead-case';

/** The sealed records and the wrapped key, for the lead's own safekeeping. */
export default function RecordsPage() {
  const { t } = useTranslation('lead', { keyPrefix: 'records' });
  return (
    <LeadPage heading={t('heading')}>
      <WithLeadCase>
        {(referendum) =>
          referendum.round.openedOn === undefined ? (
            <>
              <p>{t('not-open')}</p>
              <Link href="/lead">{t('to-overview')}</Link>
            </>
          ) : (
            <Copying referendum={referendum} />
          )
        }
      </WithLeadCase>
    </LeadPage>
  );
}

function Copying({ referendum }: { readonly referendum: LeadCase }) {
  const { t } = useTranslation('lead', { keyPrefix: 'records' });
  const refusalText = useRefusalText('lead');
  const api = useLeadApi();
  const [copied, setCopied] = useState<number>();
  const [outcome, setOutcome] = useState<CopyOutcome | { readonly kind: 'not-written' }>();
  const running = useRef<AbortController>(undefined);

  const copyTo = async (target: CopyTarget): Promise<CopyOutcome | { readonly kind: 'not-written' }> => {
    running.current = new AbortController();
    setOutcome(undefined);
    setCopied(0);
    const ended = await copySealedRecords(api, target, setCopied, running.current.signal).catch(
      () => ({ kind: 'not-written' }) as const,
    );
    setCopied(undefined);
    setOutcome(ended);
    return ended;
  };
  const toFolder = async (): Promise<void> => {
    const folder = await chooseFolder();
    if (folder !== undefined) await copyTo(folder);
  };
  const toFile = async (): Promise<void> => {
    const file = new OneFileTarget();
    const ended = await copyTo(file);
    if (ended.kind === 'done') file.save(`lianshu-${referendum.number}-${referendum.round.round}.jsonl`);
  };
  const isRunning = copied !== undefined;
  const canChooseFolder = canWriteFolders();
  return (
    <>
      <p>{t('what')}</p>
      <ul>
        <li>{t('is.sealed')}</li>
        <li>{t('is.key')}</li>
        <li>{t('is.not-submission')}</li>
        <li>{t('is.not-newer')}</li>
      </ul>
      <p>
        {canChooseFolder ? (
          <button
            type="button"
            className="button primary"
            disabled={isRunning}
            onClick={() => void toFolder()}
          >
            {t('to-folder')}
          </button>
        ) : null}
        <button
          type="button"
          className={canChooseFolder ? 'button' : 'button primary'}
          disabled={isRunning}
          onClick={() => void toFile()}
        >
          {t('to-file')}
        </button>
        {isRunning ? (
          <button type="button" className="button" onClick={() => running.current?.abort()}>
            {t('stop')}
          </button>
        ) : null}
      </p>
      <p role="status">{isRunning ? t('copied', { count: copied }) : null}</p>
      {outcome === undefined ? null : (
        <div className={`notice ${outcome.kind === 'done' ? 'done' : 'wrong'}`} role="alert">
          <p>
            {outcome.kind === 'refused'
              ? refusalText(outcome.refusal)
              : t(`outcome.${outcome.kind}`, { count: outcome.kind === 'done' ? outcome.records : 0 })}
          </p>
          {outcome.kind === 'done' ? null : <p>{t('again-is-safe')}</p>}
        </div>
      )}
      <h2>{t('opening')}</h2>
      <p>{t('opening-what')}</p>
    </>
  );
}
