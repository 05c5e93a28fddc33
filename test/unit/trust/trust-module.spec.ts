import { afterEach, expect, it, jest } from '@jest/globals';
import { ScheduleModule } from '@nestjs/schedule';
import { Test } from '@nestjs/testing';
import { CLOCK } from '../../../src/core/clock.js';
import { LOG } from '../../../src/core/log.js';
import { ManualClock } from '../../../src/devkit/index.js';
import {
  CERTIFICATE_VALIDATOR,
  RANDOMNESS,
  REVOCATION_ARCHIVE,
  REVOCATION_FETCHER,
  TRUST_CONFIGURATION,
  TrustService,
} from '../../../src/trust/index.js';
import { TrustModule } from '../../../src/trust/trust.module.js';
import { demoPki } from '../../support/demo-pki.js';
import { demoTrust, FakeFetcher, MemoryArchive, silentLog } from '../../support/trust/trust-dependencies.js';

const at = new Date('2026-03-01T00:00:00Z');

afterEach(() => {
  jest.useRealTimers();
});

it('TrustModule provides the service, keeps its lists fresh by itself, and stops at the end', async () => {
  const configuration = demoTrust(demoPki({ at }));
  const fetcher = new FakeFetcher();
  const clock = new ManualClock(at);
  const ports = [
    { provide: TRUST_CONFIGURATION, useValue: configuration },
    { provide: REVOCATION_FETCHER, useValue: fetcher },
    { provide: REVOCATION_ARCHIVE, useValue: new MemoryArchive() },
    { provide: CLOCK, useValue: clock },
    { provide: LOG, useValue: silentLog },
  ];
  const module = await Test.createTestingModule({
    imports: [
      { module: class Ports {}, global: true, providers: ports, exports: ports },
      ScheduleModule.forRoot(),
      TrustModule,
    ],
  })
    .overrideProvider(RANDOMNESS)
    .useValue(() => 0)
    .compile();
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'queueMicrotask', 'setImmediate', 'performance'] });
  const sources = configuration.sources.length;
  const pass = async (milliseconds: number): Promise<void> => {
    clock.advance(milliseconds);
    await jest.advanceTimersByTimeAsync(milliseconds);
  };

  await module.init();
  expect(fetcher.asked).toHaveLength(0);
  await pass(1);
  expect(fetcher.asked).toHaveLength(sources);
  expect(module.get(TrustService).health()).toMatchObject({ ready: false, anchorSet: 'demo-1' });
  expect(module.get(CERTIFICATE_VALIDATOR)).toBe(module.get(TrustService));
  // The first try after a failure comes 15 s later.
  await pass(14_000);
  expect(fetcher.asked).toHaveLength(sources);
  await pass(2_000);
  expect(fetcher.asked).toHaveLength(2 * sources);

  await module.close();
  expect(jest.getTimerCount()).toBe(0);
  await pass(3_600_000);
  expect(fetcher.asked).toHaveLength(2 * sources);
});
