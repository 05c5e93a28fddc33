import { Module } from '@nestjs/common';
import { CheckpointJob } from './checkpoint.service.js';

/** The hourly checkpoints of the audit log. */
@Module({ providers: [CheckpointJob] })
export class AuditModule {}
