import { type ComponentProps, createContext, type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Approval } from '../../../desk/desk-api';
import { useTimeText } from '../../../parts/time-text';
import { useFocusOnShow } from '../../../parts/use-focus-on-show';
import { ActForm } from './act-form';

/** Is told of each request that is made below, for a list of requests on the same page. */
const Told = createContext<() => void>(() => undefined);
export const RequestsTold = Told.Provider;

interface RequestFormProps extends Omit<ComponentProps<typeof ActForm<Approval>>, 'act' | 'done'> {
  /** Asks for the step; the answer is the request. */
  readonly ask: ComponentProps<typeof ActForm<Approval>>['act'];
  /** Shown beside the answer, such as a code that is shown once. */
  readonly asked?: ReactNode;
}

/** Asks for a step that a second person approves. Afterwards it says that nothing has changed yet, and where the request is. */
export function RequestForm({ ask, asked, ...form }: RequestFormProps) {
  const [request, setRequest] = useState<Approval>();
  const tell = useContext(Told);
  if (request === undefined)
    return (
      <ActForm
        {...form}
        act={ask}
        done={(made) => {
          setRequest(made);
          tell();
        }}
      />
    );
  return <Asked request={request}>{asked}</Asked>;
}

/** Takes the focus: the button that had it is gone. */
function Asked({ request, children }: { readonly request: Approval; readonly children: ReactNode }) {
  const { t } = useTranslation('desk', { keyPrefix: 'request' });
  const day = useTimeText();
  const notice = useFocusOnShow<HTMLDivElement>();
  return (
    <div className="notice done" role="status" tabIndex={-1} ref={notice}>
      <p>
        <strong>{t('asked')}</strong>
      </p>
      <p>{t('nothing-yet', { day: day(new Date(request.expiresAt)) })}</p>
      {children}
      <p>
        <Link href={`/staff/approvals/${request.id}`}>{t('to-request')}</Link>
      </p>
    </div>
  );
}
