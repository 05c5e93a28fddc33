import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';

/**
 * A required field that is an object of this DTO. `@ValidateNested()` alone lets a missing field and an empty list pass.
 */
export const Nested = (dto: () => new () => object): PropertyDecorator =>
  // Swagger takes for a lazy type only a function that is itself called `type`.
  applyDecorators(ApiProperty({ type: () => dto() }), IsObject(), ValidateNested(), Type(dto));
