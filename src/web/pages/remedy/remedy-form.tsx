import { type SyntheticEvent, useState } from 'react';
import { Button, Input, TextArea } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../parts/form-field';
import { PinForm } from '../../parts/pin-form';
import { StatementBox } from '../../parts/statement-box';
import { FailureText } from '../sign/failure-text';
import { type Filled, type FilledFault, type PageRemedy, useRemedy } from './use-remedy';

/** A report of a misused card, or an objection: filled in, read, signed with the card, sent. */
export function RemedyForm({ kind }: { readonly kind: PageRemedy }) {
  const { t } = useTranslation('remedy');
  const { phase, prepare, change, askCard, cancel } = useRemedy(kind);
  const [filled, setFilled] = useState<Filled>({ caseNumber: '', account: '', receipt: '' });
  if (phase.kind === 'taken')
    return (
      <div className="notice done" role="status">
        <p>
          <strong>{t(`${kind}.taken`)}</strong>
        </p>
        <p>{t(`${kind}.next`)}</p>
      </div>
    );
  if (phase.kind === 'reading')
    return (
      <>
        <p id="what-is-signed" ref={takeFocus} tabIndex={-1}>
          {t(`${kind}.what`)}
        </p>
        <StatementBox content={phase.content} renewed={false} labelledBy="what-is-signed" />
        <PinForm
          action={t(`${kind}.send`)}
          failure={phase.failed === undefined ? null : <FailureText failed={phase.failed} isPlain />}
          askCard={askCard}
        />
        <button type="button" className="button" onClick={change}>
          {t('change')}
        </button>
      </>
    );
  if (phase.kind === 'filling')
    return (
      <Fields
        kind={kind}
        fault={phase.fault}
        filled={filled}
        change={setFilled}
        prepare={() => prepare(filled)}
      />
    );
  return (
    <>
      <p role="status">{t(phase.kind)}</p>
      {phase.kind === 'card' ? (
        <Button className="button" autoFocus onPress={cancel}>
          {t('cancel')}
        </Button>
      ) : null}
    </>
  );
}

/** The text to read takes the focus when it comes, and nothing when it goes. */
const takeFocus = (element: HTMLElement | null): void => element?.focus();

interface FieldsProps {
  readonly kind: PageRemedy;
  readonly fault: FilledFault | undefined;
  readonly filled: Filled;
  readonly change: (filled: Filled) => void;
  readonly prepare: () => void;
}

const faultField: Readonly<Partial<Record<FilledFault, keyof Filled>>> = {
  case: 'caseNumber',
  account: 'account',
  receipt: 'receipt',
  'receipt-wrong': 'receipt',
};

function Fields({ kind, fault, filled, change, prepare }: FieldsProps) {
  const { t } = useTranslation('remedy');
  const at = fault === undefined ? undefined : faultField[fault];
  const field = (name: keyof Filled) => ({
    value: filled[name],
    change: (value: string) => change({ ...filled, [name]: value }),
    error: at === name && fault !== undefined ? t(`fault.${fault}`) : undefined,
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    prepare();
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      {fault !== undefined && at === undefined ? (
        <div className="notice wrong" role="alert">
          <p>{t(`fault.${fault}`)}</p>
        </div>
      ) : null}
      {kind === 'objection' ? null : (
        <FormField label={t('case')} {...field('caseNumber')}>
          <Input className="digits short" maxLength={10} autoFocus={at === 'caseNumber'} />
        </FormField>
      )}
      <FormField label={t(`${kind}.account`)} {...field('account')} hint={t('account-what')}>
        <TextArea rows={5} maxLength={500} autoFocus={at === 'account'} />
      </FormField>
      <FormField label={t(`${kind}.receipt`)} {...field('receipt')} hint={t(`${kind}.receipt-what`)}>
        <TextArea className="digits" rows={4} autoFocus={at === 'receipt'} />
      </FormField>
      <button type="submit" className="button primary">
        {t('read')}
      </button>
    </form>
  );
}
