export { fromBase64, isBase64Bytes, IsBase64Bytes, IsHexBytes } from './bytes.js';
export { explained, type FieldError, fieldErrors, type FieldReason } from './field-errors.js';
export { Nested } from './nested.js';
export { requestValidation } from './validation.pipe.js';
