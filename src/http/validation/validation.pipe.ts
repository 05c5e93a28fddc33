import { ValidationPipe } from '@nestjs/common';
import { fieldSentenceOf, type Language } from '../../messages/index.js';
import type { FieldReason } from '../../messages/http-errors.js';
import { ProblemException } from '../problem/problem.js';

/**
 * Validates every DTO. An unknown field is refused, and nothing is converted from one type to another. Answers contain
 * neither values nor unknown names. Import DTOs as values, or nothing is validated.
 */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: true },
    exceptionFactory: (errors) => {
      const refused = fieldErrors(errors);
      return new ProblemException({ code: 'request-invalid' }, (language) => ({
        errors: refused.map((each) => explained(each, language)),
      }));
    },
  });
}

/** A wrong field. The names are from our own DTOs: neither a value nor an unknown name is repeated. */
interface FieldError {
  /**
   * The field, such as `signature.form`. For an unknown field, the object that contains it (empty for the body itself).
   */
  readonly field: string;
  readonly reason: FieldReason;
}

/** The members of a class-validator error that are read. */
interface Refusal {
  readonly property: string;
  readonly value?: unknown;
  readonly constraints?: Readonly<Record<string, string>>;
  readonly children?: readonly Refusal[];
}

// The most helpful reason first.
const reasonByConstraint = new Map<string, FieldReason>([
  ['whitelistValidation', 'unknown-field'],
  ['isDefined', 'required'],
  ['isNotEmpty', 'required'],
  ['isString', 'not-text'],
  ['isInt', 'not-number'],
  ['isNumber', 'not-number'],
  ['min', 'not-number'],
  ['max', 'not-number'],
  ['isBoolean', 'not-true-or-false'],
  ['isArray', 'not-list'],
  ['arrayMinSize', 'not-list'],
  ['arrayMaxSize', 'not-list'],
  ['isObject', 'not-object'],
  ['nestedValidation', 'not-object'],
  ['isBase64Bytes', 'not-base64'],
  ['isHexBytes', 'not-hex'],
  ['isIn', 'not-choice'],
  ['isEnum', 'not-choice'],
  ['minLength', 'wrong-length'],
  ['maxLength', 'wrong-length'],
  ['isLength', 'wrong-length'],
]);

/** The most field errors in an answer, so that a body full of unknown fields doesn't make a long one. */
const maximumErrors = 20;

/** The fields that class-validator refused, each with its first reason, in the order of the DTO. */
function fieldErrors(errors: readonly Refusal[], parent = ''): readonly FieldError[] {
  return errors.flatMap((error) => errorsOf(error, parent)).slice(0, maximumErrors);
}

function errorsOf(error: Refusal, parent: string): readonly FieldError[] {
  const constraints = Object.keys(error.constraints ?? {});
  if (constraints.includes('whitelistValidation')) return [{ field: parent, reason: 'unknown-field' }];
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  if (constraints.length === 0) return fieldErrors(error.children ?? [], field);
  return [{ field, reason: error.value === undefined ? 'required' : reasonOf(constraints) }];
}

function reasonOf(constraints: readonly string[]): FieldReason {
  for (const [constraint, reason] of reasonByConstraint) if (constraints.includes(constraint)) return reason;
  return 'wrong-form';
}

/** A field error in words, for the problem's `errors` member. */
export function explained(error: FieldError, language: Language): FieldError & { readonly message: string } {
  return { ...error, message: fieldSentenceOf(error.reason, language) };
}
