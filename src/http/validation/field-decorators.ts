import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Standard base64 with padding (RFC 4648 §4) of 1 to `maximum` bytes. The length is checked first, so a very long text
 * costs nothing.
 */
function isBase64Bytes(value: unknown, maximum: number): boolean {
  if (typeof value !== 'string' || value.length % 4 !== 0) return false;
  if (value.length > base64Length(maximum) || !base64.test(value)) return false;
  return Buffer.byteLength(value, 'base64') <= maximum;
}

function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

/** A required field of bytes, standard base64, at most `maximum` bytes once decoded. */
export function IsBase64Bytes(maximum: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'byte', maxLength: base64Length(maximum) }),
    ValidateBy({
      name: 'isBase64Bytes',
      validator: { validate: (value: unknown) => isBase64Bytes(value, maximum) },
    }),
  );
}

/** Like {@link IsBase64Bytes} where the object's `form` is this one. With another form the field must be absent. */
export function IsBase64BytesOfForm(form: string, maximum: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'string',
      format: 'byte',
      maxLength: base64Length(maximum),
      required: false,
      description: `With form \`${form}\`, and only then`,
    }),
    ValidateBy({
      name: 'isBase64Bytes',
      validator: {
        validate: (value: unknown, context) =>
          formOf(context?.object) === form ? isBase64Bytes(value, maximum) : value === undefined,
      },
    }),
  );
}

function formOf(object: object | undefined): unknown {
  return object !== undefined && 'form' in object ? object.form : undefined;
}

/** A field that may be left out. Where it is there, null is no value of it: class-validator's `IsOptional` would let it through. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);

/** A required field of exactly `length` bytes, lower-case hexadecimal. */
export function IsHexBytes(length: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', pattern: `^[0-9a-f]{${length * 2}}$` }),
    ValidateBy({
      name: 'isHexBytes',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && value.length === length * 2 && /^[0-9a-f]*$/.test(value),
      },
    }),
  );
}

/** The bytes of a field that {@link IsBase64Bytes} has accepted. */
export function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}

/**
 * A required field that is an object of this DTO. `@ValidateNested()` alone also accepts a missing field or an empty
 * list.
 */
export const Nested = (dto: () => new () => object): PropertyDecorator =>
  // Swagger takes for a lazy type only a function that is itself called `type`.
  applyDecorators(ApiProperty({ type: () => dto() }), IsObject(), ValidateNested(), Type(dto));
