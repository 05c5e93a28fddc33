import { describe, expect, it } from '@jest/globals';
import { Late, roundedDown, roundedUp } from '../../../../src/http/metrics/coarse.js';
import { answerSteps, RecentAnswers } from '../../../../src/http/metrics/recent-answers.js';

describe('steps', () => {
  it.each([
    [0, 0.1],
    [0.1, 0.1],
    [0.11, 0.25],
    [31, 30],
  ])('%d is rounded up to %d', (value, expected) => expect(roundedUp(value, answerSteps)).toBe(expected));

  it.each([
    [0.9, 0.5],
    [0.5, 0.5],
    [0.049, 0.02],
    [0.001, 0],
  ])('%d is rounded down to %d', (value, expected) =>
    expect(roundedDown(value, [0.01, 0.02, 0.05, 0.1, 0.25, 0.5])).toBe(expected),
  );
});

describe('a late value', () => {
  it('stays as it was until its time is over, and is told how long that was', () => {
    let now = 1_000;
    const late = new Late(
      100,
      (since) => since,
      () => now,
    );
    now = 1_040;
    expect(late.value()).toBe(40);
    now = 1_139;
    expect(late.value()).toBe(40);
    now = 1_140;
    expect(late.value()).toBe(100);
  });
});

describe('the latest answers', () => {
  const minutes = (count: number): number => count * 60_000;
  const fill = (answers: RecentAnswers, count: number, seconds: number): void => {
    for (let each = 0; each < count; each++) answers.add(seconds, 201);
  };

  it('tell the same of none, of one and of ten thousand fast ones', () => {
    const tell = [0, 1, 10_000].map((count) => {
      const answers = new RecentAnswers();
      fill(answers, count, 0.02);
      return answers.view();
    });
    expect(tell).toEqual(
      tell.map(() => ({
        seconds: new Map([
          [0.5, 0.1],
          [0.99, 0.1],
        ]),
        failed: false,
      })),
    );
  });

  it('tell slow ones and failures, late, and forget them', () => {
    let now = 0;
    const answers = new RecentAnswers(() => now);
    answers.view();
    fill(answers, 3, 0.7);
    answers.add(0.01, 503);
    now = minutes(4.9);
    expect(answers.view()).toMatchObject({ failed: false });
    now = minutes(5);
    expect(answers.view()).toEqual({
      seconds: new Map([
        [0.5, 0.1],
        [0.99, 1],
      ]),
      failed: true,
    });
    fill(answers, 200, 0.02);
    now = minutes(10);
    expect(answers.view()).toMatchObject({
      seconds: new Map([
        [0.5, 0.1],
        [0.99, 0.1],
      ]),
      failed: false,
    });
  });
});
