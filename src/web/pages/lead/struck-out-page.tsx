import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SignedStruckOutList } from '../../../core/ceremony/index.js';
import type { RoundName } from '../../lead/lead-api';
import { useLeadSession } from '../../lead/lead-session';
import { loadSealedList, type SealedList } from '../../lead/sealed-list';
import { useAsked } from '../../api/use-asked';
import { useLeadApi } from '../../lead/use-lead-api';
import { LeadPage } from './lead-page';
import { SealedListForm } from './sealed-list-form';
import { StruckOutTable } from './struck-out-table';
import { Loading, Refused } from '../../parts/asked';

/** The struck-out list 不合格清冊 (RULES 9, 12) of the round checked last; after a supplement, that of the main round too. */
export default function StruckOutPage() {
  const { t } = useTranslation('lead', { keyPrefix: 'struck-out' });
  return (
    <LeadPage heading={t('heading')}>
      <Fetched />
    </LeadPage>
  );
}

function Fetched() {
  const { t } = useTranslation('lead', { keyPrefix: 'struck-out' });
  const api = useLeadApi();
  const session = useLeadSession();
  const caseNumber = session.kind === 'signed-in' ? session.caseNumber : '';
  const [round, setRound] = useState<RoundName>();
  const { answer, isAsking, askAgain } = useAsked(
    useCallback(() => loadSealedList(api, caseNumber, round), [api, caseNumber, round]),
  );
  if (answer === undefined || isAsking) return <Loading />;
  if (answer.kind === 'none')
    return (
      <>
        <p>{t('none')}</p>
        <Link href="/lead">{t('to-overview')}</Link>
      </>
    );
  if (answer.kind === 'refused') return <Refused texts="lead" refusal={answer.refusal} again={askAgain} />;
  const { list } = answer;
  const other = list.round === '2' ? '1' : round === undefined ? undefined : '2';
  return (
    <>
      <p>
        {t(`round-${list.round}`)}{' '}
        {other === undefined ? null : (
          <button type="button" className="link-button" onClick={() => setRound(other)}>
            {t(`to-round-${other}`)}
          </button>
        )}
      </p>
      <Sealed key={list.round} list={list} />
    </>
  );
}

function Sealed({ list }: { readonly list: SealedList }) {
  const [opened, setOpened] = useState<SignedStruckOutList>();
  return opened === undefined ? (
    <SealedListForm list={list} open={setOpened} />
  ) : (
    <StruckOutTable list={opened} source={list} />
  );
}
