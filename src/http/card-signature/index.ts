export { CardSignatureDto, cardSignatureOf } from './card-signature.dto.js';
