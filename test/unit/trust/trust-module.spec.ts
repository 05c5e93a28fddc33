import { expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { DemoPki, ManualClock } from '../../../src/devkit/index.js';
import { TrustModule, TrustService } from '../../../src/trust/index.js';
import {
  demoTrust,
  FakeFetcher,
  ManualTimer,
  MemoryArchive,
} from '../../support/trust/trust-dependencies.js';

const at = new Date('2026-03-01T00:00:00Z');

it('TrustModule provides the service, starts its CRL refresh, and stops it at the end', async () => {
  const timer = new ManualTimer();
  const parts = {
    configuration: demoTrust(DemoPki.create({ seed: 'trust', at })),
    fetcher: new FakeFetcher(),
    archive: new MemoryArchive(),
    clock: new ManualClock(at),
    timer,
  };
  const module = await Test.createTestingModule({
    imports: [TrustModule.registerAsync({ useFactory: () => parts })],
  }).compile();
  await module.init();
  await module.get(TrustService).refresh();
  expect(module.get(TrustService).health()).toMatchObject({ ready: false, anchorSet: 'demo-1' });
  expect(parts.fetcher.asked.length).toBeGreaterThanOrEqual(5);
  await module.close();
  expect(timer.waiting).toBeUndefined();
});
