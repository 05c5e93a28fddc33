import type { SignatureForm } from '../../../src/core/cms/card.js';
import { type MockCard, signatureJson } from '../../../src/devkit/index.js';

/** A card's signature over a text, as JSON carries it. */
export async function signatureBy(
  card: MockCard,
  text: string,
  form: SignatureForm = 'cms-attached',
): Promise<Readonly<Record<string, string>>> {
  return signatureJson(await card.sign(Buffer.from(text, 'utf8'), form));
}
