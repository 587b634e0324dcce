import { describe, expect, it } from 'vitest';
import { WallClock } from '../../../main/hub/clock.ts';
import { HOUR_MS, instant, MINUTE_MS } from '../../../shared/instants.ts';

const NOON = Date.UTC(2026, 10, 21, 12);

/** A clock whose wall and steady time a test moves apart. */
function setUp(newest?: number) {
  const time = { wall: NOON, steady: 5_000 };
  const steps: number[] = [];
  const clock = new WallClock({
    wall: () => time.wall,
    steady: () => time.steady,
    noticed: (byMs) => steps.push(byMs),
  });
  if (newest !== undefined) clock.opened(instant(newest));
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
    clock.opened(instant(NOON + HOUR_MS));
    pass(10);
    expect(clock.now()).toBe(NOON + HOUR_MS + 9);
    clock.opened(instant(NOON));
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

describe('a clock that nobody would believe', () => {
  const DAYS = 24 * HOUR_MS;
  /** What listeners heard, in order. */
  function heard(clock: WallClock): string[] {
    const steps: string[] = [];
    clock.onStep(({ why }) => steps.push(`${why} ${clock.state.standing}`));
    return steps;
  }

  it.each([
    // [what happened, the wall moved by, what time it is then, how it stands]
    ['a step of 36 h is believed', 36 * HOUR_MS, 36 * HOUR_MS, 'agrees'],
    ['one millisecond more is not', 36 * HOUR_MS + 1, 0, 'doubtful'],
    ['nor is another year', 365 * DAYS, 0, 'doubtful'],
    ['five minutes behind the store is nothing', -5 * MINUTE_MS, 0, 'agrees'],
    ['one millisecond more is said', -5 * MINUTE_MS - 1, 0, 'ahead'],
  ] as const)('while it runs: %s', (_, wall, expected, standing) => {
    const { clock, time } = setUp(NOON);
    time.wall += wall;
    expect(clock.now()).toBe(NOON + expected);
    expect(clock.state).toEqual({ standing, computer: NOON + wall });
  });

  it.each([
    // [what was found, its newest entry before now, what time it is then, how it stands]
    ['a new store has no entry, so there is nothing to ask', NOON, 0, 'agrees'],
    ['a store of 36 h ago is as usual', 36 * HOUR_MS, 0, 'agrees'],
    ['a hub that was off over the holidays goes on from where it was', 10 * DAYS, -10 * DAYS, 'doubtful'],
    ['a store that stands 26 h ahead says so', -26 * HOUR_MS, 26 * HOUR_MS, 'ahead'],
  ] as const)('when a store is opened: %s', (_, ago, expected, standing) => {
    const { clock } = setUp(NOON - ago);
    expect(clock.now()).toBe(NOON + expected);
    expect(clock.state).toEqual({ standing, computer: NOON });
  });

  it('goes on by steady time while it is in doubt, and with the wall once somebody adopts it', () => {
    const { clock, time, pass } = setUp(NOON);
    const steps = heard(clock);
    time.wall += 10 * DAYS;
    pass(1_000);
    expect(clock.now()).toBe(NOON + 1_000);
    pass(HOUR_MS);
    expect(clock.now()).toBe(NOON + HOUR_MS + 1_000);
    clock.adopt(instant(clock.state.computer));
    expect(clock.now()).toBe(time.wall);
    pass(5_000);
    expect(clock.now()).toBe(time.wall);
    expect(steps).toEqual(['doubted doubtful', 'adopted agrees']);
  });

  it('one second of a wrong year leaves no trace', () => {
    const { clock, time, pass } = setUp(NOON);
    const steps = heard(clock);
    time.wall += 365 * DAYS;
    pass(500);
    clock.look();
    time.wall -= 365 * DAYS;
    pass(500);
    expect(clock.now()).toBe(NOON + 1_000);
    expect(clock.state).toEqual({ standing: 'agrees', computer: NOON + 1_000 });
    expect(steps).toEqual(['doubted doubtful', 'moved agrees']);
  });

  it('is no longer in doubt once the wall has come near enough', () => {
    const { clock, time } = setUp(NOON - 10 * DAYS);
    time.wall -= 9 * DAYS;
    expect(clock.now()).toBe(NOON - 9 * DAYS);
    expect(clock.state.standing).toBe('agrees');
  });

  it('goes back where somebody sets it right, and never by itself', () => {
    const { clock, time, pass } = setUp(NOON + 26 * HOUR_MS);
    const steps = heard(clock);
    pass(HOUR_MS);
    expect(clock.now()).toBe(NOON + 27 * HOUR_MS - 0.01 * HOUR_MS);
    clock.adopt(instant(clock.state.computer));
    expect(clock.now()).toBe(time.wall);
    pass(1_000);
    expect(clock.now()).toBe(time.wall);
    expect(steps).toEqual(['adopted agrees']);
  });

  it('a store that is put back by a running hub does not put its time in doubt', () => {
    const { clock } = setUp(NOON);
    clock.opened(instant(NOON - 10 * DAYS));
    expect(clock.now()).toBe(NOON);
    expect(clock.state.standing).toBe('agrees');
  });
});
