import { describe, expect, it } from 'vitest';
import { WallClock } from '../../../main/hub/clock.ts';
import { HOUR_MS, instant, MINUTE_MS } from '../../../shared/instants.ts';

const NOON = Date.UTC(2026, 10, 21, 12);

/** A clock whose wall and steady time a test moves apart. */
function setUp(floor?: number) {
  const time = { wall: NOON, steady: 5_000 };
  const steps: number[] = [];
  const clock = new WallClock({
    wall: () => time.wall,
    steady: () => time.steady,
    noticed: (byMs) => steps.push(byMs),
    ...(floor === undefined ? {} : { floor: instant(floor) }),
  });
  const pass = (ms: number) => {
    time.wall += ms;
    time.steady += ms;
  };
  return { time, steps, clock, pass };
}

describe('the clock', () => {
  it('tells the wall time while nothing happens', () => {
    const { clock, pass, steps } = setUp();
    expect(clock.now()).toBe(NOON);
    pass(1_234);
    expect(clock.now()).toBe(NOON + 1_234);
    expect(steps).toEqual([]);
  });

  it('goes on from the newest instant of the store when the wall is behind it', () => {
    const { clock, pass } = setUp(NOON + HOUR_MS);
    expect(clock.now()).toBe(NOON + HOUR_MS);
    pass(1_000);
    expect(clock.now()).toBe(NOON + HOUR_MS + 990);
  });

  it('may be told that newest instant later, once the store is open', () => {
    const { clock, pass } = setUp();
    clock.raise(instant(NOON + HOUR_MS));
    pass(10);
    expect(clock.now()).toBe(NOON + HOUR_MS + 9);
    clock.raise(instant(NOON));
    expect(clock.now()).toBe(NOON + HOUR_MS + 9);
  });

  it.each([
    // [what happened, wall moved, steady moved, what time it is then, steps noticed]
    ['sleep: steady time stood still', HOUR_MS, 0, HOUR_MS, [HOUR_MS]],
    ['somebody set the clock forward', 5 * MINUTE_MS, 100, 5 * MINUTE_MS, [5 * MINUTE_MS - 100]],
    ['somebody set the clock back', -HOUR_MS, 100, 99, [-HOUR_MS - 100]],
    ['a time server slewed it forward by a little', 1_500, 1_000, 1_500, []],
    ['a time server slewed it back by a little', 500, 1_000, 990, []],
  ] as const)('%s', (_, wall, steady, expected, noticed) => {
    const { clock, time, steps } = setUp();
    time.wall += wall;
    time.steady += steady;
    expect(clock.now()).toBe(NOON + expected);
    expect(steps).toEqual(noticed);
  });

  it('after a step back goes on a little slower until the wall has caught up, then goes with it', () => {
    const { clock, time, pass } = setUp();
    time.wall -= 2_000;
    expect(clock.now()).toBe(NOON);
    pass(100_000);
    expect(clock.now()).toBe(NOON + 99_000);
    pass(200_000);
    expect(clock.now()).toBe(time.wall);
    pass(1_000);
    expect(clock.now()).toBe(time.wall);
  });

  it('keeps to the wall where steady time runs too fast, as an uncorrected crystal does', () => {
    const { clock, time } = setUp();
    for (let day = 0; day < 30; day++) {
      for (let second = 0; second < 86_400; second += 60) {
        time.wall += 60_000;
        time.steady += 60_003;
        clock.look();
      }
    }
    expect(Math.abs(clock.now() - time.wall)).toBeLessThan(10);
  });

  it('never goes back, whatever wall and steady time do', () => {
    const { clock, time } = setUp();
    let before = clock.now();
    for (let step = 0; step < 1_000; step++) {
      time.steady += (step * 7) % 13;
      time.wall += ((step * 7_919) % 20_011) - 10_000;
      const now = clock.now();
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
  });

  it('tells of a step, so that a timer can be armed anew, and stops telling when asked', () => {
    const { clock, time, pass } = setUp();
    let told = 0;
    const stop = clock.onStep(() => told++);
    pass(60_000);
    clock.look();
    expect(told).toBe(0);
    time.wall += HOUR_MS;
    clock.look();
    expect(told).toBe(1);
    stop();
    time.wall += HOUR_MS;
    clock.look();
    expect(told).toBe(1);
  });
});
