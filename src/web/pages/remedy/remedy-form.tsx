import { type SyntheticEvent, useState } from 'react';
import { Button, FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { PinForm } from '../../parts/pin-form';
import { StatementBox } from '../../parts/statement-box';
import { FailureText } from '../sign/failure-text';
import { type Filled, type FilledFault, type PageRemedy, useRemedy } from './use-remedy';

/** A report of a misused card, or an objection: filled in, read, signed with the card, sent. */
export function RemedyForm({ kind }: { readonly kind: PageRemedy }) {
  const { t } = useTranslation('remedy');
  const { phase, prepare, askCard, cancel } = useRemedy(kind);
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
        <p id="what-is-signed">{t(`${kind}.what`)}</p>
        <StatementBox content={phase.content} renewed={false} labelledBy="what-is-signed" />
        <PinForm
          action={t(`${kind}.send`)}
          failure={phase.failed === undefined ? null : <FailureText failed={phase.failed} />}
          askCard={askCard}
        />
      </>
    );
  if (phase.kind === 'filling') return <Fields kind={kind} fault={phase.fault} prepare={prepare} />;
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

interface FieldsProps {
  readonly kind: PageRemedy;
  readonly fault: FilledFault | undefined;
  readonly prepare: (filled: Filled) => void;
}

const faultField: Readonly<Partial<Record<FilledFault, keyof Filled>>> = {
  case: 'caseNumber',
  account: 'account',
  receipt: 'receipt',
  'receipt-wrong': 'receipt',
};

function Fields({ kind, fault, prepare }: FieldsProps) {
  const { t } = useTranslation('remedy');
  const [filled, setFilled] = useState<Filled>({ caseNumber: '', account: '', receipt: '' });
  const change = (name: keyof Filled) => (value: string) => setFilled({ ...filled, [name]: value });
  const at = fault === undefined ? undefined : faultField[fault];
  const errorOf = (name: keyof Filled): string | null =>
    at === name && fault !== undefined ? t(`fault.${fault}`) : null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    prepare(filled);
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      {fault !== undefined && at === undefined ? (
        <div className="notice wrong" role="alert">
          <p>{t(`fault.${fault}`)}</p>
        </div>
      ) : null}
      {kind === 'objection' ? null : (
        <TextField
          className="field"
          value={filled.caseNumber}
          onChange={change('caseNumber')}
          isInvalid={at === 'caseNumber'}
          validationBehavior="aria"
        >
          <Label>{t('case')}</Label>
          <FieldError>{errorOf('caseNumber')}</FieldError>
          <Input className="digits short" maxLength={10} />
        </TextField>
      )}
      <TextField
        className="field"
        value={filled.account}
        onChange={change('account')}
        isInvalid={at === 'account'}
        validationBehavior="aria"
      >
        <Label>{t(`${kind}.account`)}</Label>
        <FieldError>{errorOf('account')}</FieldError>
        <TextArea rows={5} maxLength={500} />
        <Text slot="description">{t('account-what')}</Text>
      </TextField>
      <TextField
        className="field"
        value={filled.receipt}
        onChange={change('receipt')}
        isInvalid={at === 'receipt'}
        validationBehavior="aria"
        spellCheck="false"
      >
        <Label>{t(`${kind}.receipt`)}</Label>
        <FieldError>{errorOf('receipt')}</FieldError>
        <TextArea className="digits" rows={4} />
        <Text slot="description">{t(`${kind}.receipt-what`)}</Text>
      </TextField>
      <button type="submit" className="button primary">
        {t('read')}
      </button>
    </form>
  );
}
