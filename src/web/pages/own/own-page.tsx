import { Button, Label, Text, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';
import { PinForm } from '../../parts/pin-form';
import { StatementBox } from '../../parts/statement-box';
import { FailureText } from '../sign/failure-text';
import { OwnList } from './own-list';
import { useLookUp } from './use-look-up';

/** Finds the co-signatures of a card's holder, who has to show by the card that it is theirs. */
export default function OwnPage() {
  const { t } = useTranslation('own');
  const { phase, statement, askCard, showReceipt, cancel, again } = useLookUp();
  if (phase.kind === 'found') return <OwnList found={phase.found} again={again} />;
  return (
    <Page heading={t('heading')}>
      <p>{t('what-for')}</p>
      <p>{t('closed')}</p>
      <noscript>
        <p className="notice">{t('no-script')}</p>
      </noscript>
      {statement === undefined ? null : (
        <>
          <p id="what-is-signed">{t('what')}</p>
          <StatementBox {...statement} labelledBy="what-is-signed" />
        </>
      )}
      <p role="status">{phase.kind === 'ready' ? null : t(phase.kind)}</p>
      {phase.kind === 'card' ? (
        <Button className="button" autoFocus onPress={cancel}>
          {t('cancel')}
        </Button>
      ) : null}
      {phase.kind === 'ready' && (statement !== undefined || phase.failed !== undefined) ? (
        <PinForm
          action={t('look-up')}
          failure={phase.failed === undefined ? null : <FailureText failed={phase.failed} />}
          askCard={askCard}
        >
          <TextField className="field" onChange={showReceipt} spellCheck="false" autoComplete="off">
            <Label>{t('receipt.label')}</Label>
            <TextArea className="digits" rows={3} />
            <Text slot="description">{t('receipt.what')}</Text>
          </TextField>
        </PinForm>
      ) : null}
    </Page>
  );
}
