import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NationalId } from '../../../core/national-id';
import type { Failure } from '../../../core/result';
import { answerOf, type Problem } from '../../api/answer';
import { apiIn } from '../../api/client';
import type { Language } from '../../language';
import type { PublicCase, PublicRound } from '../cases/use-case';
import { type StatementErrorCode, statementToSign } from './statement';

/** The text to be signed, for as long as its challenge is fresh. */
export interface FreshStatement {
  readonly kind: 'ready';
  readonly challenge: string;
  /** Exactly what the card signs. */
  readonly content: Uint8Array;
  /** Another challenge stood here before. */
  readonly renewed: boolean;
  /** When it was asked for, by this machine's clock. */
  readonly askedAt: number;
}

/** The text to be signed, or why there is none. */
export type Statement =
  | { readonly kind: 'loading' }
  | FreshStatement
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'not-to-sign'; readonly failure: Failure<StatementErrorCode> };

/** From this age on a challenge is renewed before it is signed; it is valid for ten minutes. In milliseconds. */
const oldAfter = 8 * 60_000;

/** Whether a statement's challenge has to be renewed before the card signs it. */
export function isOld({ askedAt }: FreshStatement): boolean {
  return Date.now() - askedAt >= oldAfter;
}

/**
 * The statement with a challenge that is asked for when the page opens. `renew` asks for another, and tells whether there is one; as long
 * as the server can't be reached, the one before stays.
 */
export function useStatement(
  referendum: PublicCase,
  round: PublicRound,
  nationalId: NationalId,
): { readonly statement: Statement; readonly renew: () => Promise<boolean> } {
  const { i18n } = useTranslation();
  const [statement, setStatement] = useState<Statement>({ kind: 'loading' });
  const latest = useRef(0);
  const renew = useCallback(async () => {
    const asked = ++latest.current;
    const next = await askForStatement(i18n.language as Language, referendum, round, nationalId);
    if (asked !== latest.current) return false;
    setStatement((before) => {
      if (before.kind !== 'ready') return next;
      if (next.kind === 'unreachable') return before;
      return next.kind === 'ready' ? { ...next, renewed: true } : next;
    });
    return next.kind === 'ready';
  }, [i18n.language, referendum, round, nationalId]);
  useEffect(() => {
    void renew();
    const asked = latest;
    return () => {
      asked.current++;
    };
  }, [renew]);
  return { statement, renew };
}

/** Renews a statement when it gets old, unless it is `held`: while the card signs, nothing changes. */
export function useRenewal(statement: Statement, held: boolean, renew: () => Promise<boolean>): void {
  useEffect(() => {
    if (held || statement.kind !== 'ready') return;
    const look = (): void => {
      if (isOld(statement)) void renew();
    };
    // Timers stand still while a machine sleeps: look again when the page is seen again.
    const timer = setTimeout(look, statement.askedAt + oldAfter - Date.now());
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [held, statement, renew]);
}

async function askForStatement(
  language: Language,
  referendum: PublicCase,
  round: PublicRound,
  nationalId: NationalId,
): Promise<Statement> {
  const askedAt = Date.now();
  const params = { path: { caseNumber: referendum.number } };
  const answer = await answerOf(apiIn(language).POST('/api/v1/cases/{caseNumber}/challenges', { params }));
  if (answer.kind === 'unknown') return { kind: 'unreachable' };
  if (answer.kind === 'refused') return answer;
  const content = await statementToSign(referendum, round, answer.data, nationalId, location.origin);
  if (!content.ok) return { kind: 'not-to-sign', failure: content.failure };
  const { challenge } = answer.data;
  return { kind: 'ready', challenge, content: content.value, renewed: false, askedAt };
}
