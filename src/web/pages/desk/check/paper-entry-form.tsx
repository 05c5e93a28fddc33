import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiSchemas } from '../../../api/client';
import { refusalOf } from '../../../api/refusal';
import type { EntryName, Paper } from '../../../desk/check-api';
import { useMay, useNameOf } from '../../../desk/colleagues';
import { useCheckApi } from '../../../desk/use-check-api';
import { Fingerprint } from '../../../parts/fingerprint';
import { useRefusalText } from '../../../parts/refusal-text';
import { FileField } from '../parts/fields';
import { Count, Moment } from '../parts/words';
import { RejectedRows } from './rejected-rows';

type Entry = Paper['entries'][number];
type RejectedRow = ApiSchemas['RejectedRowsMembers']['rows'][number];

interface PaperEntryFormProps {
  readonly caseNumber: string;
  readonly name: EntryName;
  readonly entry: Entry | undefined;
  readonly changed: () => void;
}

/** Why a file was not taken: a sentence, and the lines that are at fault. */
interface Fault {
  readonly sentence: string;
  readonly rows: readonly RejectedRow[];
}

/** One of the two entries: what is stored of it, and the file that takes its place. A file with a fault is not stored. */
export function PaperEntryForm({ caseNumber, name, entry, changed }: PaperEntryFormProps) {
  const { t } = useTranslation('check', { keyPrefix: 'paper' });
  const api = useCheckApi(caseNumber);
  const refusalText = useRefusalText('desk');
  const mayEnter = useMay('verifier');
  const [fault, setFault] = useState<Fault>();
  const [isSending, setSending] = useState(false);
  const send = async (file: File): Promise<void> => {
    setFault(undefined);
    setSending(true);
    const answer = await api.keepEntry(name, file);
    setSending(false);
    if (answer.kind === 'answered') changed();
    else setFault({ sentence: refusalText(refusalOf(answer)), rows: rowsIn(answer) });
  };
  return (
    <section className="desk-form" aria-labelledby={`entry-${name}`}>
      <h2 id={`entry-${name}`}>{t(`entry.${name}`)}</h2>
      {entry === undefined ? <p className="muted">{t('entry.none')}</p> : <Stored entry={entry} />}
      {mayEnter ? (
        <div className="drop">
          <FileField
            label={t(entry === undefined ? 'entry.choose' : 'entry.replace', { name: t(`entry.${name}`) })}
            hint={t('entry.hint')}
            error={fault?.sentence}
            accept=".csv,text/csv"
            choose={(file) => void send(file)}
          />
        </div>
      ) : null}
      <p role="status">{isSending ? t('entry.sending') : null}</p>
      {fault === undefined || fault.rows.length === 0 ? null : <RejectedRows rows={fault.rows} />}
    </section>
  );
}

/** The lines of a refused file: a member of its problem. */
function rowsIn(answer: { readonly kind: string; readonly problem?: object }): readonly RejectedRow[] {
  const rows: unknown = answer.problem === undefined ? undefined : Reflect.get(answer.problem, 'rows');
  return Array.isArray(rows) ? (rows as readonly RejectedRow[]) : [];
}

function Stored({ entry: { enteredBy, enteredAt, rows, sha256 } }: { readonly entry: Entry }) {
  const { t } = useTranslation('check', { keyPrefix: 'paper.entry' });
  const nameOf = useNameOf();
  return (
    <dl className="facts">
      <dt>{t('by')}</dt>
      <dd>
        {nameOf(enteredBy)} <Moment at={enteredAt} />
      </dd>
      <dt>{t('rows')}</dt>
      <dd>
        <Count count={rows} />
      </dd>
      <dt>{t('sha256')}</dt>
      <dd>
        <Fingerprint digits={sha256} />
      </dd>
    </dl>
  );
}
