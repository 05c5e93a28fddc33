import { describe, expect, it } from '@jest/globals';
import { runHeadlessDemo } from '../../support/demo-process.js';
import { expectWhatItsFilesSay } from '../../support/demo-truth.js';

// Every scenario at once is played, and held against its files, in checked-by-openssl.spec.ts.
describe('a headless demo', () => {
  it.each([
    [0, 'nobody'],
    [1, 'one'],
    [7, '七'],
  ])('comes to what %i people of seed «%s» say; alone on standard output', async (citizens, seed) => {
    const demo = await runHeadlessDemo(citizens, seed);
    try {
      await expectWhatItsFilesSay(demo, citizens);
      expect(demo.printed.out.trimEnd().split('\n')).toHaveLength(1);
      // Both languages if none is requested.
      expect(demo.printed.error).toMatch(/■ 準備 {2}Getting ready/);
    } finally {
      await demo.remove();
    }
  });
});
