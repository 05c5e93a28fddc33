import { systemClock } from './adapters/clock/index.js';
import { startApplication } from './application.js';
import { readConfiguration } from './configuration.js';

await startApplication(readConfiguration(process.env), systemClock);
