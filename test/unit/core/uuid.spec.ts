import { describe, expect, it } from '@jest/globals';
import { uuidVersion7 } from '../../../src/core/uuid.js';

describe('a UUID of version 7', () => {
  it('starts with the time, and says which version and variant it is', () => {
    const at = new Date(0x018f_4e3a_9c21);
    expect(uuidVersion7(at)).toMatch(/^018f4e3a-9c21-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts by time and never repeats', () => {
    const earlier = uuidVersion7(new Date(1_700_000_000_000));
    expect(earlier < uuidVersion7(new Date(1_700_000_000_001))).toBe(true);
    const many = Array.from({ length: 1000 }, () => uuidVersion7(new Date(1_700_000_000_000)));
    expect(new Set(many).size).toBe(1000);
  });
});
