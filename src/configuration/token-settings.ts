import path from 'node:path';

/** Where the keys are, if they are in a PKCS #11 token. */
export interface TokenSettings {
  /** The path of the token's module, a shared library. */
  readonly module: string;
  /** The token's label. */
  readonly token: string;
  /** The path of a file with the user's PIN. */
  readonly pinFile: string;
}

/** All three are given, and not empty, or none is. */
export const tokenVariables = [
  'LIANSHU_PKCS11_MODULE',
  'LIANSHU_PKCS11_TOKEN',
  'LIANSHU_PKCS11_PIN_FILE',
] as const;

/** The three settings of the token, of which either all are given or none. */
export function tokenOf(
  environment: Partial<Record<(typeof tokenVariables)[number], string>>,
): TokenSettings | undefined {
  const [module, token, pinFile] = tokenVariables.map((name) => environment[name]);
  if (!module || !token || !pinFile) return undefined;
  return { module, token, pinFile: path.resolve(pinFile) };
}
