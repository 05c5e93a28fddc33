import { describe, expect, it } from '@jest/globals';
import { playEvening } from '../../support/bench/evening.js';

const hour = { name: 'an hour', seconds: 3_600, shares: [1, 3] };

describe('an evening that is played', () => {
  it('has nobody wait where there is far more than enough', () => {
    const served = playEvening(hour, 3_600, 50, 0.01);
    expect(served).toMatchObject({ longestQueue: 0 });
    expect([served.median, served.p99, served.longest]).toEqual(
      [0.01, 0.01, 0.01].map((each) => expect.closeTo(each, 6)),
    );
  });

  it('has the last wait for all work that could not be done by then', () => {
    // One process does one a second. In the second half hour 2,700 come, 900 more than it can serve.
    const served = playEvening(hour, 3_600, 1, 1);
    expect(served.longest).toBeGreaterThan(850);
    expect(served.longest).toBeLessThan(1_000);
    expect(served.longestQueue).toBeGreaterThan(850);
    expect(served.processesAtPeak).toBe(served.peakPerSecond);
  });

  it('is the same with the same seed', () => {
    expect(playEvening(hour, 1_000, 2, 0.5)).toEqual(playEvening(hour, 1_000, 2, 0.5));
    expect(playEvening(hour, 1_000, 2, 0.5)).not.toEqual(playEvening(hour, 1_000, 2, 0.5, 'another'));
  });
});
