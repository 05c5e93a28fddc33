import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/result';
import type { CardFailureCode } from '../card/card-failure';

/** Where the certification authority (MOICA) has the card program, and help with cards. */
const moica = 'https://moica.nat.gov.tw/';

/** Failures with which the authority's site helps. */
const helpedByMoica: ReadonlySet<CardFailureCode> = new Set([
  'card-program-not-running',
  'card-locked',
  'card-wrong-pin-one-try-left',
  'card-certificate-expired',
  'card-request-malformed',
  'card-answer-malformed',
]);

/** What happened with the card, and what to do. Needs the texts `card`. */
export function CardFailureText({ failure }: { readonly failure: Failure<CardFailureCode> }) {
  const { t } = useTranslation(['card', 'frame']);
  const { code, values } = failure;
  return (
    <>
      <p>
        <strong>{t(`${code}.happened`, values)}</strong>
      </p>
      <p>{t(`${code}.next`)}</p>
      {helpedByMoica.has(code) ? (
        <p>
          <a href={moica} target="_blank" rel="noopener">
            {t('frame:moica')}
          </a>
        </p>
      ) : null}
    </>
  );
}
