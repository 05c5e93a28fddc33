import type { AttendedOperation } from '../../lead/attended-card';
import type { Refusal } from '../../api/refusal';
import { windowCard } from '../../card/window-card';
import { useLeadSession } from '../../lead/lead-session';
import { CardForm } from '../../parts/card-form';

/** Does what a ceremony waits for, in the person's click. Only the card that signed in signs. */
export function AttendedOperationForm({
  operation,
  action,
}: {
  readonly operation: AttendedOperation;
  readonly action: string;
}) {
  const session = useLeadSession();
  const perform = async (pin: string, signal: AbortSignal): Promise<Refusal | undefined> => {
    if (operation.kind === 'sign') {
      const certificate = session.kind === 'signed-in' ? session.certificate : undefined;
      const signed = await windowCard().sign(operation.content, { pin, signal }, certificate);
      if (!signed.ok) return signed.failure;
      operation.finish(signed.value.signature);
    } else {
      const opened = await windowCard().decrypt(operation.content, { pin, signal });
      if (!opened.ok) return opened.failure;
      operation.finish(opened.value);
    }
    return undefined;
  };
  return <CardForm key={operation.kind} texts="lead" action={action} asksPin perform={perform} />;
}
