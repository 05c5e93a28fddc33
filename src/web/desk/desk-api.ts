import type { Client } from 'openapi-fetch';
import type { CardSignature } from '../../core/cms/card.js';
import { type Answer, answerOf } from '../api/answer';
import type { ApiSchemas } from '../api/client';
import type { paths } from '../api/schema';
import { signedInClient } from '../api/signed-in-client';
import { signatureJson } from '../api/signature-json';
import type { SignedIn, WindowSession } from '../api/window-session';
import type { Language } from '../language';
import { deskSession } from './desk-session';

export type Approval = ApiSchemas['ApprovalView'];
export type ApprovalDetail = ApiSchemas['ApprovalDetail'];
export type StaffCase = ApiSchemas['StaffCaseView'];
export type Member = ApiSchemas['MemberView'];

/** Staff's part of the HTTP API, typed by its document, with the session's token where there is one. */
export class DeskApi {
  private readonly client: () => Client<paths>;

  constructor(
    readonly language: Language,
    private readonly session: WindowSession<SignedIn> = deskSession,
  ) {
    this.client = signedInClient(language, '/api/v1/staff/', session);
  }

  /**
   * One request, such as `api.ask((client) => client.GET('/api/v1/staff/due'))`. Where the server knows the session no longer, it ends here
   * as well.
   */
  async ask<Data>(
    request: (client: Client<paths>) => Parameters<typeof answerOf<Data>>[0],
  ): Promise<Answer<Data>> {
    const answer = await answerOf(request(this.client()));
    if (answer.kind === 'refused' && answer.problem.code === 'sign-in-required') this.session.end('ended');
    return answer;
  }

  challenge(): Promise<Answer<ApiSchemas['SignInChallengeAnswer']>> {
    return this.ask((client) => client.POST('/api/v1/sign-in/challenges', { body: { purpose: 'staff' } }));
  }

  signIn(challenge: string, signature: CardSignature): Promise<Answer<ApiSchemas['StaffSignInAnswer']>> {
    const body = { challenge, signature: signatureJson(signature) };
    return this.ask((client) => client.POST('/api/v1/sign-in/staff', { body }));
  }

  /** Ends the session at the server. */
  signOut(): Promise<Answer<unknown>> {
    return this.ask((client) => client.DELETE('/api/v1/staff/session'));
  }

  /** Everybody who is or was on the staff. */
  members(): Promise<Answer<ApiSchemas['MemberList']>> {
    return this.ask((client) => client.GET('/api/v1/staff/members'));
  }

  /** One request, with what is approved. */
  approval(id: string): Promise<Answer<ApprovalDetail>> {
    return this.ask((client) => client.GET('/api/v1/staff/requests/{id}', { params: { path: { id } } }));
  }

  /** Hands in the approver's signature; the answer comes once the action was carried out. */
  approve(id: string, signature: CardSignature): Promise<Answer<Approval>> {
    const body = { signature: signatureJson(signature) };
    return this.ask((client) =>
      client.POST('/api/v1/staff/requests/{id}/approval', { params: { path: { id } }, body }),
    );
  }
}
