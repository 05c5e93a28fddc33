export { fromBase64, isBase64Bytes, IsBase64Bytes, IsBase64BytesOfForm, IsHexBytes } from './bytes.js';
export { explained, type FieldError, fieldErrors, type FieldReason } from './field-errors.js';
export { Nested } from './nested.js';
export { requestValidation } from './validation.pipe.js';
