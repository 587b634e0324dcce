import { describe, expect, it } from 'vitest';
import { GatherGauge } from '../../../main/health/gather-gauge.ts';
import { GatherShare } from '../../../main/health/gather-share.ts';
import { GatherSlowest } from '../../../main/health/gather-slowest.ts';
import { GatherTimes } from '../../../main/health/gather-times.ts';
import type { Gatherer } from '../../../main/health/gatherer.ts';

const minutes = (gatherer: Gatherer, count: number) => {
  for (let turn = 0; turn < count; turn++) gatherer.nextMinute();
};

describe('times', () => {
  it('tell within how long 99 of 100 were done, over five minutes', () => {
    const times = new GatherTimes();
    expect([times.now, times.minute]).toEqual([null, null]);
    for (let n = 0; n < 990; n++) times.add(10);
    for (let n = 0; n < 10; n++) times.add(400);
    expect(times.now).toBeCloseTo(10, -0.5);
    times.add(400);
    expect(times.now).toBeGreaterThan(395);
    expect(times.now).toBeLessThan(405);
    minutes(times, 4);
    expect(times.now).toBeGreaterThan(395);
    expect(times.minute).toBeNull();
    minutes(times, 1);
    expect(times.now).toBeNull();
  });

  it('say how many were longer than a limit, of the same five minutes', () => {
    const times = new GatherTimes();
    for (const ms of [10, 99, 101, 700]) times.add(ms);
    expect([times.beyond(5), times.beyond(90), times.beyond(110), times.beyond(1e9)]).toEqual([4, 3, 1, 0]);
    minutes(times, 5);
    expect(times.beyond(5)).toBe(0);
  });

  it.each([
    [0, 0.001],
    [-5, 0.001],
    [0.4, 0.4],
    [1e9, 900_000],
  ])('of %f ms count as %f, and never break the gathering', (ms, told) => {
    const times = new GatherTimes();
    times.add(ms);
    expect(times.now).toBeGreaterThanOrEqual(told * 0.98);
    expect(times.now).toBeLessThanOrEqual(told * 1.02);
  });
});

describe('the slowest', () => {
  it('is the largest of five minutes', () => {
    const slowest = new GatherSlowest();
    expect(slowest.now).toBeNull();
    for (const value of [3, 90, 4]) slowest.add(value);
    minutes(slowest, 4);
    slowest.add(7);
    expect([slowest.now, slowest.minute]).toEqual([90, 7]);
    minutes(slowest, 1);
    expect([slowest.now, slowest.minute]).toEqual([7, null]);
  });

  it.each([
    ['none', [100, 99], 0],
    ['one, whatever came after it', [700, 1, 2, 3, 4], 1],
    ['three, in any order', [1, 101, 2, 300, 200, 3], 3],
    ['three of those that came first', [101, 101, 101, 1, 2, 3], 3],
    ['no more than an alarm needs of one minute', [101, 102, 103, 104], 3],
  ])('says how many were beyond a limit of 100: %s', (_, values, beyond) => {
    const slowest = new GatherSlowest();
    for (const value of values) slowest.add(value);
    expect(slowest.beyond(100)).toBe(beyond);
    minutes(slowest, 4);
    expect(slowest.beyond(100)).toBe(beyond);
    minutes(slowest, 1);
    expect(slowest.beyond(100)).toBe(0);
  });

  it('counts those of several minutes together', () => {
    const slowest = new GatherSlowest();
    for (const value of [101, 102, 103]) {
      slowest.add(value);
      minutes(slowest, 1);
    }
    expect(slowest.beyond(100)).toBe(3);
  });
});

describe('a share', () => {
  it('is of fifteen minutes, and says how many were missed', () => {
    const share = new GatherShare();
    expect(share.now).toBeNull();
    for (const done of [true, true, true, false]) share.add(done);
    expect([share.now, share.minute, share.missed]).toEqual([75, 75, 1]);
    minutes(share, 14);
    share.add(true);
    expect([share.now, share.minute, share.missed]).toEqual([80, 100, 1]);
    minutes(share, 1);
    expect([share.now, share.minute, share.missed]).toEqual([100, null, 0]);
  });
});

describe('a gauge', () => {
  it('is what was measured last, and of a minute the largest', () => {
    const gauge = new GatherGauge();
    for (const value of [2, 9, 3]) gauge.set(value);
    expect([gauge.now, gauge.minute]).toEqual([3, 9]);
    gauge.nextMinute();
    expect([gauge.now, gauge.minute]).toEqual([3, null]);
    gauge.set(null);
    expect([gauge.now, gauge.minute]).toEqual([null, null]);
  });
});
