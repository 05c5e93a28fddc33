import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { LOG, type Log } from '../../core/log.js';

/** Tells the operator at the start when the pages have nobody to name. */
@Injectable()
export class ContactsSaid implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    const { email, phone, security } = this.configuration.contacts ?? {};
    const missing = [
      ...(email === undefined && phone === undefined
        ? ['LIANSHU_CONTACT_EMAIL', 'LIANSHU_CONTACT_PHONE']
        : []),
      ...(security === undefined ? ['LIANSHU_CONTACT_SECURITY'] : []),
    ];
    if (missing.length > 0) this.log.info({ missing }, 'the pages name no contact');
  }
}
