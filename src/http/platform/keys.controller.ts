import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JSONWebKeySet } from 'jose';
import { jwksOf } from '../../core/jws.js';
import { INTAKE_KEYS, type IntakeKeys } from '../../core/receipt.js';
import { Limited } from '../limits/limited.js';

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
  @ApiOkResponse({
    schema: { type: 'object', properties: { keys: { type: 'array', items: { type: 'object' } } } },
  })
  async published(): Promise<JSONWebKeySet> {
    const publicKeys = await this.keys.all();
    return jwksOf(publicKeys.map((publicKey) => ({ publicKey })));
  }
}
