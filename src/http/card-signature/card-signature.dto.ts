import { ApiProperty } from '@nestjs/swagger';
import { IsIn, ValidateIf } from 'class-validator';
import type { CardSignature } from '../../core/cms/card.js';
import { fromBase64, IsBase64Bytes } from '../validation/index.js';

/** Bytes of a SignedData: evidence may have 16 KiB; what is larger is refused as such, not as malformed. */
const maximumSignedData = 49_152;
const maximumSignature = 1024;
const maximumCertificate = 8192;

/** A signature as the card gave it: CMS SignedData, or a bare signature with the certificate. */
export class CardSignatureDto {
  @ApiProperty({
    enum: ['cms', 'pkcs1'],
    description: 'What the card gave: `cms` or a bare `pkcs1` signature.',
  })
  @IsIn(['cms', 'pkcs1'])
  form!: 'cms' | 'pkcs1';

  @ApiProperty({
    required: false,
    format: 'byte',
    description: 'With `cms`: SignedData (RFC 5652), DER, base64.',
  })
  @ValidateIf((each: CardSignatureDto) => each.form !== 'pkcs1' || each.signedData !== undefined)
  @IsBase64Bytes(maximumSignedData)
  signedData?: string;

  @ApiProperty({ required: false, format: 'byte', description: 'With `pkcs1`: the signature value, base64.' })
  @ValidateIf((each: CardSignatureDto) => each.form === 'pkcs1' || each.signature !== undefined)
  @IsBase64Bytes(maximumSignature)
  signature?: string;

  @ApiProperty({
    required: false,
    format: 'byte',
    description: 'With `pkcs1`: the certificate, DER, base64.',
  })
  @ValidateIf((each: CardSignatureDto) => each.form === 'pkcs1' || each.certificate !== undefined)
  @IsBase64Bytes(maximumCertificate)
  certificate?: string;
}

/** The signature as the core takes it. The DTO has been validated: an absent field is an empty one, and refused below. */
export function cardSignatureOf(dto: CardSignatureDto): CardSignature {
  if (dto.form === 'cms') return { form: 'cms', signedData: fromBase64(dto.signedData ?? '') };
  return {
    form: 'pkcs1',
    signature: fromBase64(dto.signature ?? ''),
    certificate: fromBase64(dto.certificate ?? ''),
  };
}
