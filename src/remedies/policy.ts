/** What the law and the commission allow after a co-signature was made. */
export interface RemedyPolicy {
  /** Taipei days after the publication of a result on which an objection is taken; the last one included. */
  readonly objectionDays: number;
  /** Whether a co-signature can be taken back, and by which law. */
  readonly withdrawal: {
    readonly lawful: boolean;
    /** The article that would have to be in force. */
    readonly law: string;
  };
}

/** Injection token for {@link RemedyPolicy}. */
export const REMEDY_POLICY = Symbol('RemedyPolicy');

/**
 * The policy in force. No law that we know sets days for an objection before the commission; these are the commission's to set. No law knows
 * a withdrawal of a co-signature: an article in 公民投票法 on it, beside article 12, would switch it on. Until then the
 * switch is off, and nothing about a withdrawal is written (docs/adr/0024).
 */
export const remedyPolicy: RemedyPolicy = {
  objectionDays: 15,
  withdrawal: { lawful: false, law: '公民投票法（連署撤回之規定，目前並無條文）' },
};
