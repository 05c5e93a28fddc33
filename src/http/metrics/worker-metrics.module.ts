import { Module } from '@nestjs/common';
import { Measurements } from './measurements.js';
import { MetricsServer } from './metrics-server.js';
import { Readiness } from './readiness.js';

/** As `MetricsHttpModule`, for a process that serves no API. */
@Module({ providers: [Measurements, MetricsServer, Readiness] })
export class WorkerMetricsModule {}
