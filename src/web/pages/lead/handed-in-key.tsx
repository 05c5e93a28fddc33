import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { checkHandedInKey } from '../../lead/handed-in-key';
import type { LeadCase } from '../../lead/lead-api';
import { useLeadSession } from '../../lead/lead-session';
import type { Opening } from '../../lead/opening';
import { useAsked } from '../../api/use-asked';
import { useLeadApi } from '../../lead/use-lead-api';

interface HandedInKeyProps {
  readonly opening: Opening;
  readonly referendum: LeadCase;
}

/** Where the server has a key already: the lead may go on from there, if it is the one that the lead's own card signed. */
export function HandedInKey(props: HandedInKeyProps) {
  return props.referendum.round.publicKey === undefined ? null : <KeyAtServer {...props} />;
}

function KeyAtServer({ opening, referendum }: HandedInKeyProps) {
  const { t } = useTranslation('lead', { keyPrefix: 'opening.handed-in' });
  const api = useLeadApi();
  const session = useLeadSession();
  const certificate = session.kind === 'signed-in' ? session.certificate : undefined;
  const check = useCallback(
    async () => ({
      material: certificate === undefined ? undefined : await checkHandedInKey(referendum, certificate),
    }),
    [referendum, certificate],
  );
  const { answer } = useAsked(check);
  if (answer === undefined) return null;
  const { material } = answer;
  if (material === undefined)
    return (
      <div className="notice wrong">
        <p>{t('not-yours')}</p>
      </div>
    );
  return (
    <div className="notice">
      <p>{t('yours')}</p>
      <button type="button" className="button primary" onClick={() => void opening.resume(material, api)}>
        {t('go-on')}
      </button>
      <p className="small muted">{t('or-anew')}</p>
    </div>
  );
}
