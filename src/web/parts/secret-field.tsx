import { type ComponentProps, type ReactNode, type RefObject, useEffect, useId } from 'react';

interface SecretFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'ref'> {
  /** The field, from which alone its text is to be had. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** What is wrong with the text; null where nothing is. */
  readonly error: string | null;
  /** What it is for, where the label does not say it all. */
  readonly children?: ReactNode;
  /** Another element that describes it. */
  readonly describedBy?: string | undefined;
}

/**
 * A field for what must not stay behind: its text is neither in React's state nor in the attribute `value`, and it is emptied when it leaves
 * the page.
 */
export function SecretField({ field, label, error, children, describedBy, ...input }: SecretFieldProps) {
  const id = useId();
  const [errorId, hintId] = [`${id}-error`, `${id}-hint`];
  useEffect(() => {
    const { current } = field;
    return () => {
      if (current !== null) current.value = '';
    };
  }, [field]);
  const hasHint = children !== undefined;
  const described = [error === null ? [] : errorId, hasHint ? hintId : [], describedBy ?? []].flat();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {error === null ? null : (
        <span className="error" id={errorId}>
          {error}
        </span>
      )}
      <input
        {...input}
        ref={field}
        id={id}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
      />
      {hasHint ? (
        <span className="hint" id={hintId}>
          {children}
        </span>
      ) : null}
    </div>
  );
}
