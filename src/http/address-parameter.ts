import { Injectable, Param, ParseUUIDPipe, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { parseCaseNumber } from '../core/case-number.js';
import type { CaseNumber } from '../core/identifiers.js';
import type { MessageCode } from '../messages/index.js';
import { decorateHandler, MayAnswer } from './openapi/problems.js';
import { ProblemException } from './problem/problem.js';

/**
 * Why no endpoint is found at an address with a parameter: the parameter isn't percent-encoded UTF-8, or is too long.
 */
const anyParameterCodes = ['request-malformed', 'address-too-long'] as const satisfies readonly MessageCode[];

/** A parameter of the address, read by these pipes. `codes` lists the codes that they may answer. */
export function AddressParameter(
  name: string,
  pipes: readonly PipeTransform[] = [],
  codes: readonly MessageCode[] = [],
): ParameterDecorator {
  return (target, key, index) => {
    Param(name, ...pipes)(target, key, index);
    decorateHandler(target, key, ApiParam({ name, type: String }));
    decorateHandler(target, key, MayAnswer(...anyParameterCodes, ...codes));
  };
}

/**
 * Reads the case number in an address. A malformed number is answered like a case that doesn't exist: 404 `not-found`.
 */
@Injectable()
export class CaseNumberPipe implements PipeTransform<string, CaseNumber> {
  transform(text: string): CaseNumber {
    const number = parseCaseNumber(text);
    if (!number.ok) throw new ProblemException({ code: 'not-found' });
    return number.value;
  }
}

/** The parameter `caseNumber`, a `CaseNumber`. */
export const CaseNumberParameter = (): ParameterDecorator =>
  AddressParameter('caseNumber', [new CaseNumberPipe()], ['not-found']);

/** Reads the UUID of a request. A malformed one is answered like a request that doesn't exist. */
const requestId = new ParseUUIDPipe({
  exceptionFactory: () => new ProblemException({ code: 'approval-request-unknown' }),
});

/** Reads the UUID of a member of staff. A malformed one is answered like a member that doesn't exist. */
const memberId = new ParseUUIDPipe({
  exceptionFactory: () => new ProblemException({ code: 'member-unknown' }),
});

/** The parameter `id`, the UUID of a member of staff. */
export const MemberIdParameter = (): ParameterDecorator =>
  AddressParameter('id', [memberId], ['member-unknown']);

/** Reads the UUID of what somebody asked for about a co-signature. A malformed one is answered like one that doesn't exist. */
const remedyId = new ParseUUIDPipe({
  exceptionFactory: () => new ProblemException({ code: 'remedy-unknown' }),
});

/** The parameter `id`, the UUID of such a request. */
export const RemedyIdParameter = (): ParameterDecorator =>
  AddressParameter('id', [remedyId], ['remedy-unknown']);

/** Reads the UUID of a session. A malformed one is answered like a session that doesn't exist. */
const sessionId = new ParseUUIDPipe({
  exceptionFactory: () => new ProblemException({ code: 'session-unknown' }),
});

/** The parameter `id`, the UUID of a session. */
export const SessionIdParameter = (): ParameterDecorator =>
  AddressParameter('id', [sessionId], ['session-unknown']);

/** The parameter `id`, the UUID of a request for approval. */
export const RequestIdParameter = (): ParameterDecorator =>
  AddressParameter('id', [requestId], ['approval-request-unknown']);
