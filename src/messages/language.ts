import Negotiator from 'negotiator';

/** The languages every sentence exists in. */
export type Language = 'zh-TW' | 'en';

/** What a person gets who asks for nothing we speak. */
export const defaultLanguage: Language = 'zh-TW';

// `zh` stands for every other Chinese (`zh-Hant`, `zh-HK`, …): a reader of one of them reads Taiwan's more readily than English.
const offered = ['zh-TW', 'zh', 'en'];

/** The language an Accept-Language header asks for (RFC 9110 12.5.4); Traditional Chinese (Taiwan) where it asks for none of ours. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const headers = acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage };
  return new Negotiator({ headers }).language(offered) === 'en' ? 'en' : defaultLanguage;
}
