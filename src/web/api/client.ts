import createClient, { type Client } from 'openapi-fetch';
import type { Language } from '../language';
import type { components, paths } from './schema';

/** What the API answers, by the names of its document. */
export type ApiSchemas = components['schemas'];

/** The API of this origin, typed by its document, answering sentences in one language. */
export function apiIn(language: Language): Client<paths> {
  return createClient<paths>({
    baseUrl: location.origin,
    headers: { 'accept-language': language },
    // No cookie is ever set; none is sent.
    credentials: 'omit',
  });
}
