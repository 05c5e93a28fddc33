import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadCase } from '../../lead/lead-api';
import { type Opening, openingSteps, type OpeningStep } from '../../lead/opening';
import { useChanges } from '../../lead/use-changes';
import { HandedInKey } from './handed-in-key';
import { RecoveryStep } from './recovery-step';
import { KeyStep, SigningStep, StartStep, TrialStep, UndertakingStep } from './opening-step-contents';

const contents: Readonly<Record<OpeningStep, (props: { readonly opening: Opening }) => ReactNode>> = {
  undertaking: UndertakingStep,
  key: KeyStep,
  recovery: RecoveryStep,
  trial: TrialStep,
  signing: SigningStep,
  start: StartStep,
};

/** The six steps with their state; the step in hand has its content. */
export function OpeningSteps({
  opening,
  referendum,
}: {
  readonly opening: Opening;
  readonly referendum: LeadCase;
}) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening' });
  const { step } = useChanges(opening);
  const inHand = openingSteps.findIndex((each) => each === step);
  const list = useRef<HTMLOListElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    list.current?.querySelector<HTMLElement>('[aria-current] h2')?.focus();
  }, [step]);
  return (
    <>
      <p>{t('what')}</p>
      <p className="muted">{t('leaving')}</p>
      {step === 'undertaking' ? <HandedInKey opening={opening} referendum={referendum} /> : null}
      <ol className="steps" ref={list}>
        {openingSteps.map((each, index) => {
          const state = index < inHand ? 'done' : index === inHand ? 'now' : 'later';
          const Content = contents[each];
          return (
            <li key={each} className={`step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
              <h2 tabIndex={-1}>
                {t(`steps.${each}.name`)} <small className="step-state">{t(`state.${state}`)}</small>
              </h2>
              {state === 'now' ? <Content opening={opening} /> : null}
            </li>
          );
        })}
      </ol>
    </>
  );
}
