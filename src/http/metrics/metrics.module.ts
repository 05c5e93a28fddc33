import { Module } from '@nestjs/common';
import { PlatformHttpModule } from '../platform/platform.module.js';
import { Measurements } from './measurements.js';
import { MetricsServer } from './metrics-server.js';
import { Readiness } from './readiness.js';

/** Measurements, liveness and readiness, on a port of their own. */
@Module({ imports: [PlatformHttpModule], providers: [Measurements, MetricsServer, Readiness] })
export class MetricsHttpModule {}
