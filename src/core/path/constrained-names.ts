import {
  type Certificate,
  type CertificateExtensions,
  decodeDirectoryString,
  type GeneralName,
  type GeneralSubtree,
  type NameConstraints,
  Oid,
} from '../x509/index.js';
import { type PathErrorCode } from './errors.js';
import { within } from './subtree.js';
import { type WorkBudget } from './work-budget.js';

/** Why a name does not pass. */
export type NameRefusal = Extract<
  PathErrorCode,
  'name-not-permitted' | 'name-excluded' | 'name-constraint-unsupported' | 'path-search-exhausted'
>;

/**
 * The name constraints a path has met so far. Permitted subtrees intersect: a name must lie in one of each certificate's; excluded
 * ones unite (RFC 5280 6.1.4 (g)).
 */
export class NameConstraintState {
  private readonly met: NameConstraints[] = [];

  constructor(private readonly budget: WorkBudget) {}

  /** Whether there is anything to check. */
  get isEmpty(): boolean {
    return this.met.length === 0;
  }

  /** 6.1.4 (g): adds a certificate's constraints. */
  add(constraints: NameConstraints): void {
    this.met.push(constraints);
  }

  /** 6.1.3 (b) and (c): the first refusal of one of these names. */
  refusalOf(names: readonly GeneralName[]): NameRefusal | undefined {
    for (const name of names) {
      for (const constraints of this.met) {
        const refusal =
          this.permits(name, constraints.permitted) ?? this.excludes(name, constraints.excluded);
        if (refusal !== undefined) return refusal;
      }
    }
    return undefined;
  }

  private permits(name: GeneralName, permitted: readonly GeneralSubtree[]): NameRefusal | undefined {
    let refusal: NameRefusal | undefined;
    for (const subtree of permitted) {
      const contained = this.contains(subtree, name);
      if (contained === true) return undefined;
      if (typeof contained === 'string') return contained;
      if (contained === false) refusal = 'name-not-permitted';
    }
    return refusal;
  }

  private excludes(name: GeneralName, excluded: readonly GeneralSubtree[]): NameRefusal | undefined {
    for (const subtree of excluded) {
      const contained = this.contains(subtree, name);
      if (contained === true) return 'name-excluded';
      if (typeof contained === 'string') return contained;
    }
    return undefined;
  }

  /** Undefined when the subtree is of another form and so has no say. */
  private contains({ base, bounded }: GeneralSubtree, name: GeneralName): boolean | NameRefusal | undefined {
    if (!this.budget.take('nameComparisons')) return 'path-search-exhausted';
    if (base.form !== name.form) return undefined;
    return bounded ? 'name-constraint-unsupported' : (within(name, base) ?? 'name-constraint-unsupported');
  }
}

/** The names a certificate's constraints apply to: subject, alternative names, and e-mail addresses in the subject (4.2.1.10). */
export function constrainedNames(
  { subject }: Certificate,
  { subjectAltName = [] }: CertificateExtensions,
): readonly GeneralName[] {
  const directory: readonly GeneralName[] =
    subject.relativeNames.length === 0 ? [] : [{ form: 'directory', name: subject }];
  const emails = subject.relativeNames
    .flat()
    .filter(({ type }) => type === Oid.emailAddress)
    .map(({ tag, value }): GeneralName => ({ form: 'email', text: decodeDirectoryString(tag, value) }));
  return [...directory, ...subjectAltName, ...emails];
}
