import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';

/**
 * A required field that is an object of this DTO. `@ValidateNested()` alone lets a missing field and an empty list pass.
 */
export const Nested = (dto: () => new () => object): PropertyDecorator =>
  applyDecorators(IsObject(), ValidateNested(), Type(dto));
