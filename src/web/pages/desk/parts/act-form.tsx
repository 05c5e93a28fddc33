import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/answer';
import { type Refusal, refusalOf } from '../../../api/refusal';
import { useRefusalText } from '../../../parts/refusal-text';

interface ActFormProps<Data> {
  /** What the button says. */
  readonly action: string;
  /** An act that can't be taken back. */
  readonly isGrave?: boolean;
  /** One of several acts of a page, none of which is the first. */
  readonly isPlain?: boolean;
  /** The fields. */
  readonly children?: ReactNode;
  /** Looks at the fields and says what is wrong beside them; false where something is, and nothing is sent. */
  readonly check?: () => boolean;
  readonly act: () => Promise<Answer<Data>>;
  readonly done: (data: Data) => void;
}

/** A form that does one thing: its fields, the button, that it is under way, and why it was refused. */
export function ActForm<Data>({
  action,
  isGrave = false,
  isPlain = false,
  children,
  check,
  act,
  done,
}: ActFormProps<Data>) {
  const { t } = useTranslation('desk', { keyPrefix: 'act' });
  const refusalText = useRefusalText('desk');
  const [isActing, setActing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setRefusal(undefined);
    if (isActing || check?.() === false) return;
    setActing(true);
    void act().then((answer) => {
      setActing(false);
      if (answer.kind === 'answered') done(answer.data);
      else setRefusal(refusalOf(answer));
    });
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      {children}
      {refusal === undefined ? null : (
        <div className="notice wrong" role="alert">
          <p>{refusalText(refusal)}</p>
        </div>
      )}
      <button
        type="submit"
        className={`button ${isGrave ? 'danger' : isPlain ? '' : 'primary'}`}
        disabled={isActing}
      >
        {action}
      </button>
      <p role="status">{isActing ? t('under-way') : null}</p>
    </form>
  );
}
