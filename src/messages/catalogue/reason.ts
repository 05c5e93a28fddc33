import { type ReasonCode, reasonSentences } from '../../checking/index.js';
import type { Message } from '../message.js';

/** Why a co-signature was struck out, as its receipt tells it. Not failures of a request: the status is that of the answer. */
export const reasonMessages = Object.fromEntries(
  Object.entries(reasonSentences).map(([code, sentence]) => [code, { status: 200, ...sentence }]),
) as Record<ReasonCode, Message>;
