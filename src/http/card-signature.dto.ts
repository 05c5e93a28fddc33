import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { CardSignature } from '../core/cms/card.js';
import { BodyLimit } from './server/request-body.js';
import { fromBase64, IsBase64BytesOfForm } from './validation/field-decorators.js';

/**
 * The greatest size of a SignedData in bytes. Evidence may have 16 KiB. What is larger is refused with a code of its
 * own, not as malformed. In base64 and with the other fields it still fits into a body of 64 KiB.
 */
const maximumSignedData = 46_080;
const maximumSignature = 1024;
const maximumCertificate = 8192;

/** For an endpoint whose body holds a {@link CardSignatureDto}. */
export const CardSignatureBody = (): MethodDecorator => BodyLimit(65_536);

/** A signature as the card made it: CMS SignedData, or a bare signature with the certificate. */
export class CardSignatureDto {
  @ApiProperty({
    enum: ['cms', 'pkcs1'],
    description:
      '`cms`: a SignedData (RFC 5652), DER; `pkcs1`: the bare signature value beside its certificate, DER.',
  })
  @IsIn(['cms', 'pkcs1'])
  form!: 'cms' | 'pkcs1';

  @IsBase64BytesOfForm('cms', maximumSignedData)
  signedData?: string;

  @IsBase64BytesOfForm('pkcs1', maximumSignature)
  signature?: string;

  @IsBase64BytesOfForm('pkcs1', maximumCertificate)
  certificate?: string;
}

/**
 * The signature in the form that the core takes. The DTO has been validated. An absent field becomes an empty one,
 * which the core refuses.
 */
export function cardSignatureOf(dto: CardSignatureDto): CardSignature {
  if (dto.form === 'cms') return { form: 'cms', signedData: fromBase64(dto.signedData ?? '') };
  return {
    form: 'pkcs1',
    signature: fromBase64(dto.signature ?? ''),
    certificate: fromBase64(dto.certificate ?? ''),
  };
}
