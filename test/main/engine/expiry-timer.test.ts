import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ExpiryTimer } from '../../../main/engine/expiry-timer.ts';
import { instant, MINUTE_MS } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function withTimer(results: (boolean | Error)[] = []) {
  const clock = new FakeClock();
  const swept: number[] = [];
  const troubles: string[] = [];
  const timer = new ExpiryTimer({
    clock,
    sweep: async () => {
      swept.push(clock.now());
      const result = results.shift() ?? false;
      if (result instanceof Error) throw result;
      if (!result) timer.arm(null);
      return result;
    },
    trouble: (problem) => troubles.push(problem),
  });
  const pass = async (ms: number) => {
    clock.advance(ms);
    await vi.advanceTimersByTimeAsync(ms);
  };
  return { clock, timer, swept, troubles, pass, in: (ms: number) => instant(clock.now() + ms) };
}

describe('the expiry timer', () => {
  test('sweeps at the deadline, not before', async () => {
    const sweeper = withTimer();
    sweeper.timer.arm(sweeper.in(MINUTE_MS));
    await sweeper.pass(MINUTE_MS - 1);
    expect(sweeper.swept).toEqual([]);
    await sweeper.pass(1);
    expect(sweeper.swept).toHaveLength(1);
  });

  test('is armed anew for an earlier deadline, and for none', async () => {
    const sweeper = withTimer();
    sweeper.timer.arm(sweeper.in(10 * MINUTE_MS));
    sweeper.timer.arm(sweeper.in(MINUTE_MS));
    await sweeper.pass(MINUTE_MS);
    expect(sweeper.swept).toHaveLength(1);
    sweeper.timer.arm(null);
    await sweeper.pass(60 * MINUTE_MS);
    expect(sweeper.swept).toHaveLength(1);
  });

  test('looks at once after a sleep or a step of the clock', async () => {
    const sweeper = withTimer();
    sweeper.timer.arm(sweeper.in(10 * MINUTE_MS));
    sweeper.clock.step(11 * MINUTE_MS);
    await vi.advanceTimersByTimeAsync(0);
    expect(sweeper.swept).toHaveLength(1);
  });

  test('goes on at once while more is due', async () => {
    const sweeper = withTimer([true, true, false]);
    sweeper.timer.arm(sweeper.in(0));
    await vi.advanceTimersByTimeAsync(0);
    expect(sweeper.swept).toHaveLength(3);
  });

  test('a look-up that fails is said, tried again, and said to be mended', async () => {
    const sweeper = withTimer([new Error('disk gone'), new Error('disk gone'), false]);
    sweeper.timer.arm(sweeper.in(0));
    await sweeper.pass(0);
    await sweeper.pass(1_000);
    expect(sweeper.troubles).toEqual(['disk gone', 'disk gone']);
    await sweeper.pass(1_000);
    expect(sweeper.swept).toHaveLength(3);
    expect(sweeper.troubles).toEqual(['disk gone', 'disk gone', '']);
  });

  test('a deadline beyond what a timeout can count is still met', async () => {
    const sweeper = withTimer();
    const far = 2 ** 31 + MINUTE_MS;
    sweeper.timer.arm(sweeper.in(far));
    await sweeper.pass(2 ** 31 - 1);
    expect(sweeper.swept).toEqual([]);
    await sweeper.pass(far - 2 ** 31 + 1);
    expect(sweeper.swept).toHaveLength(1);
  });

  test('closed, it sweeps no more', async () => {
    const sweeper = withTimer();
    sweeper.timer.arm(sweeper.in(MINUTE_MS));
    sweeper.timer.close();
    await sweeper.pass(MINUTE_MS);
    expect(sweeper.swept).toEqual([]);
  });
});
