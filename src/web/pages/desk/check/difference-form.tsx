import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedDifference, PaperDifference, PaperSettlement } from '../../../desk/check-api';
import { useCheckApi } from '../../../desk/use-check-api';
import { useFocusOnShow } from '../../../parts/use-focus-on-show';
import { ActForm } from '../parts/act-form';
import { ChoiceField, LineField } from '../parts/fields';
import { WithAnswer } from '../parts/with-answer';

interface DifferenceFormProps {
  readonly caseNumber: string;
  readonly difference: PaperDifference;
  readonly settled: () => void;
}

/** One row with both values, opened for whoever settles it, and what holds. The values are gone from the page with it. */
export function DifferenceForm({ caseNumber, difference, settled }: DifferenceFormProps) {
  const { t } = useTranslation('check', { keyPrefix: 'paper.differences' });
  const api = useCheckApi(caseNumber);
  const heading = useFocusOnShow();
  const { page, line } = difference;
  return (
    <section className="desk-form" aria-labelledby="difference">
      <h3 id="difference" ref={heading} tabIndex={-1}>
        {t('page-line', { page, line })}
      </h3>
      <p className="small muted">{t('opened')}</p>
      <WithAnswer ask={useCallback(() => api.openDifference({ page, line }), [api, page, line])}>
        {(opened) => <Settling caseNumber={caseNumber} opened={opened} settled={settled} />}
      </WithAnswer>
    </section>
  );
}

type SettledAs = PaperSettlement['settledAs'];

interface SettlingProps {
  readonly caseNumber: string;
  readonly opened: OpenedDifference;
  readonly settled: () => void;
}

function Settling({ caseNumber, opened, settled }: SettlingProps) {
  const { t } = useTranslation('check', { keyPrefix: 'paper.differences' });
  const api = useCheckApi(caseNumber);
  const [as, setAs] = useState<SettledAs | ''>('');
  const [other, setOther] = useState({ nationalId: '', code: '00' });
  const [isMissing, setMissing] = useState(false);
  const valueOf = (name: 'first' | 'second'): string => {
    const value = opened[name];
    return value === undefined
      ? t('no-row')
      : t('value', { number: value.nationalId, code: codeText(value.code, t('code-good')) });
  };
  const settle = () => api.settle(opened, { settledAs: as as SettledAs, ...(as === 'other' ? other : {}) });
  return (
    <ActForm
      action={t('settle')}
      check={() => {
        setMissing(as === '');
        return as !== '';
      }}
      act={settle}
      done={settled}
    >
      <ChoiceField
        legend={t('what-holds')}
        value={as}
        change={setAs}
        options={[
          { value: 'first', label: t('as-first', { value: valueOf('first') }) },
          { value: 'second', label: t('as-second', { value: valueOf('second') }) },
          { value: 'other', label: t('as-other') },
        ]}
      />
      {isMissing && as === '' ? (
        <p className="error" role="alert">
          {t('choose')}
        </p>
      ) : null}
      {as === 'other' ? (
        <>
          <LineField
            label={t('number')}
            value={other.nationalId}
            change={(nationalId) => setOther({ ...other, nationalId: nationalId.toUpperCase().trim() })}
          />
          <LineField
            label={t('code')}
            hint={t('code-hint')}
            value={other.code}
            change={(code) => setOther({ ...other, code: code.toUpperCase().trim() })}
          />
        </>
      ) : null}
    </ActForm>
  );
}

const codeText = (code: string, good: string): string => (code === '00' ? good : code);
