import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/answer';
import { auditCsv, type AuditFilter } from '../../desk/audit-search';
import { useDeskApi } from '../../desk/use-desk-api';
import { saveFile } from '../../parts/save-file';
import { ActForm } from './parts/act-form';

/** The log as files: what the table shows as CSV, or the whole of it as `lianshu audit verify` reads it. */
export function AuditExport({ filter }: { readonly filter: AuditFilter }) {
  const { t } = useTranslation('desk-office', { keyPrefix: 'audit.export' });
  const api = useDeskApi();
  const whole = (): Promise<Answer<Blob>> =>
    api.ask<Blob>((client) => client.GET('/api/v1/staff/audit/export', { parseAs: 'blob' }));
  return (
    <section className="desk-form no-print" aria-labelledby="export">
      <h2 id="export">{t('heading')}</h2>
      <p>{t('csv-what')}</p>
      <ActForm
        action={t('csv')}
        isPlain
        act={() => auditCsv(api, filter)}
        done={(pieces) => saveFile('lianshu-audit.csv', pieces, 'text/csv; charset=utf-8')}
      />
      <p>{t('whole-what')}</p>
      <div className="notice wrong">
        <p>{t('whole-names')}</p>
      </div>
      <ActForm
        action={t('whole')}
        isPlain
        act={whole}
        done={(blob) => saveFile('lianshu-audit.jsonl', blob, 'application/x-ndjson')}
      />
    </section>
  );
}
