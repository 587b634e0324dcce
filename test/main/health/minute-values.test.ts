import { describe, expect, it } from 'vitest';
import { MinuteValues } from '../../../main/health/minute-values.ts';

describe('the minutes of a day', () => {
  it('are unknown before the first', () => {
    expect(new MinuteValues().last(3)).toEqual([null, null, null]);
  });

  it.each([
    [
      'one after the other',
      [
        [7, 1],
        [8, 2],
        [9, 3],
      ],
      [1, 2, 3],
    ],
    [
      'the same again takes the place of what it was',
      [
        [9, 1],
        [9, 4],
      ],
      [null, null, 4],
    ],
    [
      'those that passed unseen are unknown',
      [
        [6, 1],
        [9, 3],
      ],
      [null, null, 3],
    ],
    [
      'unknown ones stay unknown',
      [
        [7, 1],
        [8, null],
        [9, 3],
      ],
      [1, null, 3],
    ],
    [
      'time that was set back goes on in the newest',
      [
        [8, 1],
        [9, 2],
        [5, 3],
      ],
      [null, 1, 3],
    ],
  ] as const)('%s', (_, puts, last) => {
    const minutes = new MinuteValues();
    for (const [minute, value] of puts) minutes.put(minute, value);
    expect(minutes.last(3)).toEqual(last);
  });

  it('are forgotten after a day, and after a jump of days nothing old shows', () => {
    const minutes = new MinuteValues();
    for (let minute = 0; minute < 1_500; minute++) minutes.put(minute, minute);
    expect(minutes.last(1_440)[0]).toBe(60);
    minutes.put(10_000, 5);
    expect(minutes.last(1_440).filter((value) => value !== null)).toEqual([5]);
  });
});
