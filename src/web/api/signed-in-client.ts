import type { Client } from 'openapi-fetch';
import type { Language } from '../language';
import { apiIn } from './client';
import type { paths } from './schema';
import type { SignedIn, WindowSession } from './window-session';

/** The client of a part of the API that somebody signs in to: below `prefix`, it sends the session's token where there is one. */
export function signedInClient(
  language: Language,
  prefix: `/api/v1/${string}/`,
  session: Pick<WindowSession<SignedIn>, 'current'>,
): () => Client<paths> {
  let made: Client<paths> | undefined;
  const make = (): Client<paths> => {
    const client = apiIn(language);
    client.use({
      onRequest: ({ request, schemaPath }) => {
        const state = session.current();
        if (state.kind === 'signed-in' && schemaPath.startsWith(prefix))
          request.headers.set('authorization', `Bearer ${state.token}`);
        return request;
      },
    });
    return client;
  };
  // Made when first used: the server, which writes the first HTML, has no address to ask at.
  return () => (made ??= make());
}
