import { type ReactNode, useCallback } from 'react';
import { digestSha256 } from '../../../core/cryptography.js';
import { hex } from '../../../core/octets.js';
import { type Refusal, refusalOf } from '../../api/refusal';
import { useAsked } from '../../api/use-asked';
import type { SignedIn } from '../../api/window-session';
import { type Colleagues, ColleaguesProvider } from '../../desk/colleagues';
import type { DeskApi } from '../../desk/desk-api';
import { useDeskApi } from '../../desk/use-desk-api';
import { Loading, Refused } from '../../parts/asked';
import { Page } from '../../parts/page';
import { useHeadingAfterSignIn } from '../../parts/use-heading-after-sign-in';

interface WithColleaguesProps {
  readonly session: SignedIn;
  /** Of the page, for the time until its contents can be shown. */
  readonly heading: string;
  readonly children: ReactNode;
}

/** What is known of the members of staff by the last page of this session, so that the next one need not wait for it. */
let known: { readonly token: string; readonly colleagues: Colleagues } | undefined;

/** Asks who is on the staff, and shows what is made of it. */
export function WithColleagues({ session, heading, children }: WithColleaguesProps) {
  const api = useDeskApi();
  const { answer, askAgain } = useAsked(useCallback(() => colleaguesOf(api, session), [api, session]));
  const fromBefore = known?.token === session.token ? known.colleagues : undefined;
  const colleagues = answer?.kind === 'known' ? answer.colleagues : fromBefore;
  // The heading that had the focus since the sign-in was that of the page in wait.
  useHeadingAfterSignIn(colleagues !== undefined);
  if (colleagues !== undefined) return <ColleaguesProvider value={colleagues}>{children}</ColleaguesProvider>;
  return (
    <Page heading={heading}>
      {answer?.kind === 'refused' ? (
        <Refused texts="desk" refusal={answer.refusal} again={askAgain} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

type Known =
  | { readonly kind: 'known'; readonly colleagues: Colleagues }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

async function colleaguesOf(api: DeskApi, { token, certificate }: SignedIn): Promise<Known> {
  const [answer, digest] = await Promise.all([api.members(), digestSha256(certificate)]);
  if (answer.kind !== 'answered') return { kind: 'refused', refusal: refusalOf(answer) };
  const { members } = answer.data;
  const me = members.find(({ active, certificateDigest }) => active && certificateDigest === hex(digest));
  if (me === undefined) return { kind: 'refused', refusal: { code: 'not-a-member' } };
  known = { token, colleagues: { members, me } };
  return { kind: 'known', colleagues: known.colleagues };
}
