import { ValidationPipe } from '@nestjs/common';
import { ProblemException } from '../problem/index.js';
import { explained, fieldErrors } from './field-errors.js';

/**
 * Checks every DTO: a field that isn't declared is refused, nothing is converted from one type to another, and
 * neither values nor unknown names come back. Import DTOs as values, or this does nothing.
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
