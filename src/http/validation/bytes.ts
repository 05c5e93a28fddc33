import { buildMessage, ValidateBy } from 'class-validator';

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Standard base64 with padding (RFC 4648 4) of 1 to `maximum` bytes. Checked by length first, so a huge text costs nothing. */
export function isBase64Bytes(value: unknown, maximum: number): boolean {
  if (typeof value !== 'string' || value.length % 4 !== 0) return false;
  return value.length <= Math.ceil(maximum / 3) * 4 && base64.test(value);
}

/** A field of bytes, standard base64, at most `maximum` bytes once decoded. */
export function IsBase64Bytes(maximum: number): PropertyDecorator {
  return ValidateBy({
    name: 'isBase64Bytes',
    constraints: [maximum],
    validator: {
      validate: (value: unknown) => isBase64Bytes(value, maximum),
      defaultMessage: buildMessage(() => 'not base64'),
    },
  });
}

/** A field of exactly `length` bytes, lower-case hexadecimal. */
export function IsHexBytes(length: number): PropertyDecorator {
  return ValidateBy({
    name: 'isHexBytes',
    constraints: [length],
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && value.length === length * 2 && /^[0-9a-f]*$/.test(value),
      defaultMessage: buildMessage(() => 'not hexadecimal'),
    },
  });
}

/** The bytes of a field that {@link IsBase64Bytes} let through. */
export function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
