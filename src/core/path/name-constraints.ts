import { contextConstructed, parseDer } from '../der/index.js';
import {
  type Certificate,
  type CertificateExtensions,
  decodeDirectoryString,
  type GeneralName,
  type GeneralSubtree,
  type NameConstraints,
  Oid,
} from '../x509/index.js';
import type { PathErrorCode } from './errors.js';
import { type ConstrainedName, withinSubtree } from './subtree.js';
import type { WorkBudget } from './work-budget.js';

/** Why a name does not pass. */
type NameRefusal = Extract<
  PathErrorCode,
  'name-not-permitted' | 'name-excluded' | 'name-constraint-unsupported' | 'path-search-exhausted'
>;

/**
 * The name constraints of the certificates above (RFC 5280 §6.1.4 (g)). A name must lie in a permitted subtree of each
 * certificate that has any, and in no excluded subtree of any certificate.
 */
export class NameConstraintState {
  private readonly met: NameConstraints[] = [];

  constructor(private readonly budget: WorkBudget) {}

  /** Whether there is anything to check. */
  get isEmpty(): boolean {
    return this.met.length === 0;
  }

  /** RFC 5280 §6.1.4 (g): adds a certificate's constraints. */
  add(constraints: NameConstraints): void {
    this.met.push(constraints);
  }

  /** RFC 5280 §6.1.3 (b), (c): why the first name that does not pass is refused. */
  refusalOf(names: readonly ConstrainedName[]): NameRefusal | undefined {
    for (const name of names) {
      for (const constraints of this.met) {
        const refusal = this.refusalBy(constraints, name);
        if (refusal !== undefined) return refusal;
      }
    }
    return undefined;
  }

  private refusalBy(
    { permitted, excluded }: NameConstraints,
    name: ConstrainedName,
  ): NameRefusal | undefined {
    const isPermitted = this.isWithin(name, permitted);
    if (typeof isPermitted === 'string') return isPermitted;
    if (isPermitted === false) return 'name-not-permitted';
    const isExcluded = this.isWithin(name, excluded);
    if (typeof isExcluded === 'string') return isExcluded;
    return isExcluded === true ? 'name-excluded' : undefined;
  }

  /**
   * Whether a name lies in one of the subtrees of its form. Undefined where none is of its form. One of them that can't be compared
   * with the name refuses it, in whichever order they stand.
   */
  private isWithin(
    name: ConstrainedName,
    subtrees: readonly GeneralSubtree[],
  ): boolean | NameRefusal | undefined {
    let within: boolean | undefined;
    for (const { base, bounded } of subtrees) {
      if (!this.budget.take('nameComparisons')) return 'path-search-exhausted';
      if (base.form !== name.form) continue;
      const contained = bounded ? undefined : withinSubtree(name, base);
      if (contained === undefined) return 'name-constraint-unsupported';
      within = within === true || contained;
    }
    return within;
  }
}

/**
 * The names a certificate's constraints apply to: subject, alternative names, and e-mail addresses in the subject (RFC 5280
 * §4.2.1.10). A mailbox with letters beyond ASCII counts as an e-mail address too (RFC 9598 §6).
 */
export function constrainedNames(
  { subject }: Certificate,
  { subjectAltName = [] }: CertificateExtensions,
): readonly ConstrainedName[] {
  const directory: readonly ConstrainedName[] =
    subject.relativeNames.length === 0 ? [] : [{ form: 'directory', name: subject }];
  const emails = subject.relativeNames
    .flat()
    .filter(({ type }) => type === Oid.emailAddress)
    .map(({ tag, value }) => decodeDirectoryString(tag, value))
    .map((text): ConstrainedName => ({ form: 'email', text, inSubject: true }));
  return [...directory, ...subjectAltName, ...emails, ...subjectAltName.flatMap(utf8Mailbox)];
}

/** SmtpUTF8Mailbox (RFC 9598 §3). As an e-mail address it can't be read, unless it is all ASCII, so a constraint on those refuses it. */
function utf8Mailbox(name: GeneralName): readonly ConstrainedName[] {
  if (name.form !== 'other') return [];
  const read = parseDer(name.der, name.der.length, (reader) => {
    const fields = reader.into(contextConstructed(0));
    if (fields.oid() !== Oid.smtpUtf8Mailbox) return [];
    const { tag, content } = fields.into(contextConstructed(0)).element();
    return [{ form: 'email' as const, text: decodeDirectoryString(tag, content) }];
  });
  return read.ok ? read.value : [{ form: 'email', text: '' }];
}
