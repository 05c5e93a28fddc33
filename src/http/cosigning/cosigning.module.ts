import { Module } from '@nestjs/common';
import { CosigningModule } from '../../cosigning/cosigning.module.js';
import { RemediesModule } from '../../remedies/remedies.module.js';
import { CoSignatureController } from './co-signature.controller.js';
import { MobileCoSignatureController } from './mobile-co-signature.controller.js';
import { OwnCoSignaturesController } from './own-co-signatures.controller.js';

/** Co-signing, and asking after one's own co-signatures. */
@Module({
  imports: [CosigningModule, RemediesModule],
  controllers: [CoSignatureController, MobileCoSignatureController, OwnCoSignaturesController],
})
export class CosigningHttpModule {}
