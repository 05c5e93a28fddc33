/** What a page can ask of the card program. */
export type CardOperation = 'sign' | 'certificates' | 'decrypt';

/** What the card program says in `ret_code` and `last_error`. `last_error` is 0 where there is nothing more to say. */
export interface CardProgramCode {
  readonly returnCode: number;
  readonly lastError: number;
}

/** Sites may not use the card program. */
const everyOperation = ['sign', 'certificates', 'decrypt'] as const;
const withCard = ['sign', 'decrypt'] as const;

interface CodedFault extends CardProgramCode {
  /** The operations that can fail like this. Every other one goes on as if there were no fault. */
  readonly operations: readonly CardOperation[];
}

const coded = (operations: readonly CardOperation[], returnCode: number, lastError = 0): CodedFault => ({
  operations,
  returnCode,
  lastError,
});

const loginFailed = 0x76100006;

/**
 * Each code of the card program that a page may meet, by the name that `--fault` takes. `last_error` after a failed login is the token's
 * own CKR_… code, or one of two that count the tries left.
 */
export const cardFaults = {
  'nothing-to-sign': coded(['sign'], 0x76000003),
  'nothing-to-decrypt': coded(['decrypt'], 0x76000004),
  'no-card': coded(everyOperation, 0x76000006),
  'malformed-json': coded(everyOperation, 0x7600000b),
  'wrong-parameter': coded(everyOperation, 0x7600000c),
  'timed-out': coded(everyOperation, 0x7600000d),
  'unknown-function': coded(everyOperation, 0x7600000e),
  'site-not-allowed': coded(everyOperation, 0x7600000f),
  'site-not-authorized': coded(everyOperation, 0x76000031),
  'no-pin': coded(withCard, 0x76000998),
  cancelled: coded(everyOperation, 0x76000999),
  'no-reader': coded(everyOperation, 0x76100003),
  'login-failed': coded(withCard, loginFailed),
  'wrong-pin': coded(withCard, loginFailed, 0xa0),
  'wrong-pin-two-tries-left': coded(withCard, loginFailed, -2147483646),
  'wrong-pin-one-try-left': coded(withCard, loginFailed, -2147483647),
  'pin-length': coded(withCard, loginFailed, 0xa2),
  locked: coded(withCard, loginFailed, 0xa4),
  'certificate-not-found': coded(everyOperation, 0x7610000c),
  'key-not-found': coded(withCard, 0x7610000d),
  'signing-not-started': coded(['sign'], 0x76300001),
  'signing-failed': coded(['sign'], 0x76300004),
  'envelope-malformed': coded(['decrypt'], 0x76400001),
  'envelope-not-supported': coded(['decrypt'], 0x76400002),
  'decryption-failed': coded(['decrypt'], 0x76400003),
  'certificate-not-yet-valid': coded(everyOperation, 0x76500001),
  'certificate-expired': coded(everyOperation, 0x76500002),
  'base64-malformed': coded(withCard, 0x76600002),
  // Its first bit is set, so it is negative as an int32; and no page need know it.
  'unknown-code': coded(everyOperation, 0xe0000012),
} as const satisfies Readonly<Record<string, CodedFault>>;

/** What the popup does instead of answering as it should: what no code stands for. */
export const popupBehaviours = ['silent', 'closed', 'never-answers', 'not-json', 'slow'] as const;
export type PopupBehaviour = (typeof popupBehaviours)[number];

/** A code of the card program, by name. */
export type CardCodeName = keyof typeof cardFaults;

/** A fault that a card server can be told to have. */
export type CardFault = CardCodeName | PopupBehaviour;

/** Every fault, by the name that `--fault` takes. */
export const cardFaultNames: readonly CardFault[] = [
  ...(Object.keys(cardFaults) as CardCodeName[]),
  ...popupBehaviours,
];

/** The popup's behaviour, if the fault is one of the popup's. */
export function popupBehaviourOf(fault: CardFault | undefined): PopupBehaviour | undefined {
  return popupBehaviours.find((behaviour) => behaviour === fault);
}

/** The code with which this operation must fail; undefined where the fault does not concern it. */
export function codeOfFault(
  fault: CardFault | undefined,
  operation: CardOperation,
): CardCodeName | undefined {
  if (fault === undefined || !(fault in cardFaults)) return undefined;
  const name = fault as CardCodeName;
  return cardFaults[name].operations.includes(operation) ? name : undefined;
}
