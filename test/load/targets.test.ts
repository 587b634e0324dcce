import { describe, expect, test } from 'vitest';
import type { EverydayFigures } from './everyday-load.ts';
import { memoryGrowth, secondHalf } from './memory-growth.ts';
import type { TimesSummary } from './method-times.ts';
import { readArguments } from './read-arguments.ts';
import { everydayTargets, flashTargets, stormTargets, type Target, targetsText } from './targets.ts';

const times = (p99: number, worst = p99, count = 1_000): TimesSummary => ({ count, perSecond: 1, p50: 1, p99, p999: p99, worst });
const used = { processors: 1, mib: 380, peakMiB: 381, byMinute: [] };
const GOOD: EverydayFigures = {
  ...{ seconds: 3_600, calls: 7_200_000, callsPerSecond: 2_000, frames: 1, resyncs: 0, refusals: {}, comeAgain: {}, sold: 1, problems: [] },
  methods: { 'holds.place': times(50), 'bookings.confirm': times(50), 'flights.search': times(50) },
  ...{ eventLag: times(100), echo: times(1) },
  hub: { ...used, growth: { perHour: 9, error: 1 }, lateGrowth: { perHour: 2, error: 1 } },
  clients: { ...used, growth: { perHour: 0, error: 1 }, lateGrowth: { perHour: 0, error: 1 }, lateMs: 1 },
};
const ASKED = readArguments(['--minutes', '60']);
const verdicts = (targets: readonly Target[]) => targets.map(({ verdict }) => verdict);
/** The target that is not met among those of everyday work. */
const unmet = (figures: Partial<EverydayFigures>) =>
  everydayTargets({ ...GOOD, ...figures }, ASKED).flatMap(({ name, verdict }) => (verdict === 'met' ? [] : [`${name}: ${verdict}`]));

describe('the targets of everyday work', () => {
  test('are met by a run that just keeps each of them', () => {
    expect(unmet({})).toEqual([]);
  });

  test.each<[string, Partial<EverydayFigures>]>([
    ['hold, p99: missed', { methods: { ...GOOD.methods, 'holds.place': times(50.1) } }],
    ['confirmation, p99: missed', { methods: { ...GOOD.methods, 'bookings.confirm': times(51) } }],
    ['search, p99: missed', { methods: { ...GOOD.methods, 'flights.search': times(1_000) } }],
    ['event to a console, p99: missed', { eventLag: times(100.1) }],
    ['event to a console, p99: not measured', { eventLag: undefined }],
    // Chance alone leaves 8,050 of 7.2 million out at most.
    ['calls: missed', { calls: 7_191_000 }],
    // 382 MiB are 400.6 MB.
    ['memory of the hub, most: missed', { hub: { ...GOOD.hub, peakMiB: 382 } }],
    ['growth of the hub: missed', { hub: { ...GOOD.hub, lateGrowth: { perHour: 2.1, error: 1 } } }],
    ['growth of the hub: not measured', { seconds: 3_599, calls: 7_198_000 }],
  ])('%s', (expected, figures) => {
    expect(unmet(figures)).toEqual([expected]);
  });

  test('are proved by no smaller load, and missed by one that misses them', () => {
    const small = readArguments(['--consoles', '50', '--rate', '100', '--minutes', '60']);
    const slow = { ...GOOD, calls: 360_000, eventLag: times(101) };
    expect(verdicts(everydayTargets(slow, small))).toEqual(['less', 'less', 'less', 'missed', 'not measured', 'less', 'less']);
  });
});

describe('the targets of the last seats and of the storm', () => {
  const flash = (sold: number, toldMs: number) => ({
    ...{ sold, times: { 'told of none': times(1, toldMs) }, comeAgain: {}, refusals: {}, line: [], problems: [] },
  });

  test.each([
    [100, 1_000, [], ['met', 'met']],
    [99, 1_000, [], ['missed', 'met']],
    [101, 1_001, ['--line', 'order'], ['missed', 'missed']],
    [100, 30_000, ['--line', 'lot'], ['met', 'not measured']],
  ])('%i sold, the last told after %i ms, %j', (sold, toldMs, args, expected) => {
    expect(verdicts(flashTargets(flash(sold, toldMs), readArguments(['--flash', ...args])))).toEqual(expected);
  });

  test('a storm is over when the last of all is live in time', () => {
    const storm = { startMs: 1, sold: 1, problems: [], times: { late: times(1, 5_001), few: times(1, 9, 999), well: times(1, 5_000) } };
    expect(verdicts(stormTargets(storm, readArguments(['--storm'])))).toEqual(['missed', 'missed', 'met']);
  });
});

test('a report says of each target what was wanted, what was measured, and how it stands', () => {
  const text = targetsText(everydayTargets({ ...GOOD, methods: { ...GOOD.methods, 'holds.place': times(61.25) } }, ASKED));
  expect(text).toMatch(/^hold, p99 +<= 50 ms +61.3 ms: MISSED$/m);
  expect(text).toMatch(/^memory of the hub, most +<= 400 MB +400 MB \(381 MiB\): met$/m);
});

describe('memory', () => {
  const readings = (...mib: number[]) => mib.map((each, minute) => ({ minute, mib: each }));

  test('that grows evenly grows without error', () => {
    expect(memoryGrowth(readings(300, 301, 302, 303))).toEqual({ perHour: 60, error: 0 });
  });

  test('that goes up and down has an error by which a level line may rise', () => {
    const { perHour, error } = memoryGrowth(readings(300, 304, 299, 303, 300, 304));
    expect(perHour).toBeGreaterThan(0);
    expect(perHour).toBeLessThan(2 * error);
  });

  test('of too few readings is not known to grow', () => {
    expect(memoryGrowth(readings(300, 310))).toEqual({ perHour: 0, error: Number.POSITIVE_INFINITY });
  });

  test('is judged by the second half, when the caches are full', () => {
    expect(secondHalf(readings(200, 300, 320, 321))).toEqual(readings(200, 300, 320, 321).slice(2));
  });
});
