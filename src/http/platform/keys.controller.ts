import { Controller, Get, Inject, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import { jwksOf } from '../../core/jws-signing.js';
import { INTAKE_KEYS, type IntakeKeys } from '../../core/receipt-signing.js';
import { Cacheable, keep, orKept } from '../cached-answer.js';
import { Limited } from '../limits/limited.js';

/** A P-256 key in the form of RFC 7517. */
class PublicKey {
  @ApiProperty({ enum: ['EC'] })
  readonly kty!: 'EC';

  @ApiProperty({ enum: ['P-256'] })
  readonly crv!: 'P-256';

  @ApiProperty({ description: 'Coordinate of the point, base64url (RFC 7518 §6.2.1).' })
  readonly x!: string;

  @ApiProperty({ description: 'The other coordinate.' })
  readonly y!: string;

  @ApiProperty({ enum: ['ES256'] })
  readonly alg!: 'ES256';

  @ApiProperty({ enum: ['sig'] })
  readonly use!: 'sig';

  @ApiProperty({ description: 'Thumbprint of the key (RFC 7638), as receipts name it.' })
  readonly kid!: string;
}

/** A JWK Set (RFC 7517). */
class PublicKeySet {
  @ApiProperty({ type: [PublicKey] })
  readonly keys!: readonly PublicKey[];
}

/** The keys that receipts are verified with. */
@ApiTags('platform')
@Controller('keys')
@Limited('public-reads')
export class KeysController {
  constructor(@Inject(INTAKE_KEYS) private readonly keys: IntakeKeys) {}

  @Get()
  @ApiOperation({
    summary: 'The public keys that receipts (收據) are verified with, as a JWK Set (RFC 7517)',
  })
  @ApiOkResponse({ type: PublicKeySet })
  @Cacheable()
  async published(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JSONWebKeySet | StreamableFile> {
    const publicKeys = await this.keys.all();
    const keys = await jwksOf(publicKeys.map((publicKey) => ({ publicKey })));
    return orKept(keys, keep.minute, request, reply);
  }
}
