import { beforeEach, describe, expect, it } from 'vitest';
import { DayCounts } from '../../../main/health/day-counts.ts';
import { FigureBoard } from '../../../main/health/figure-board.ts';
import { createGatherers, type Gatherers } from '../../../main/health/gatherers.ts';
import { Health } from '../../../main/health/health.ts';
import type { Measures } from '../../../main/health/measures.ts';
import { createMetrics } from '../../../main/health/metrics.ts';
import type { HealthSettings } from '../../../main/store/tables/settings-table.ts';
import type { FigureName } from '../../../shared/health/figures.ts';
import { FIGURE_NAMES } from '../../../shared/health/figures.ts';
import { HOUR_MS, instant, MINUTE_MS, SECOND_MS } from '../../../shared/instants.ts';
import { eventLoopTurns } from '../support/event-loop-turns.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { KeptLog } from '../support/small-hub.ts';

let clock: FakeClock;
let timer: FakeTimer;
let gather: Gatherers;
let log: KeptLog;
let health: Health;
let toSee: number[];
let kept: HealthSettings;
let found: Omit<Measures, 'kept'>;
const metrics = createMetrics();

beforeEach(() => {
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  gather = createGatherers();
  log = new KeptLog();
  toSee = [];
  kept = { limits: {}, acknowledged: {} };
  found = {
    waiting: async () => ({ jobs: { count: 0, since: null }, messages: { count: 0, since: null } }),
    deniedFlights: async () => 0,
    seats: () => [],
    unsaved: () => 0,
    newestEvent: () => 7,
    disk: () => ({ store: 4_000_000, free: 90e9 }),
    changedAt: () => clock.now(),
    newestBackup: () => clock.now(),
    terminal: () => null,
  };
  const measures: Measures = {
    kept: async () => kept,
    waiting: () => found.waiting(),
    deniedFlights: () => found.deniedFlights(),
    seats: () => found.seats(),
    unsaved: () => found.unsaved(),
    newestEvent: () => found.newestEvent(),
    disk: () => found.disk(),
    changedAt: () => found.changedAt(),
    newestBackup: () => found.newestBackup(),
    terminal: () => found.terminal(),
  };
  health = new Health({
    ...{ board: new FigureBoard(gather), measures, metrics, days: new DayCounts('America/New_York', clock.now()) },
    ...{ now: () => clock.now(), timer, log, changed: (count) => toSee.push(count) },
  });
});

const figure = (name: FigureName) => {
  const view = health.view().figures.find((each) => each.figure === name);
  if (!view) throw new Error(`${name} is missing`);
  return view;
};
/** Lets time pass and all looks that are due be made. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 5 * SECOND_MS) {
    timer.pass(Math.min(left, 5 * SECOND_MS));
    await eventLoopTurns(3);
  }
}

describe('just started', () => {
  it('says of everything that has not happened that it is not known', async () => {
    await health.look();
    expect(health.view().figures).toHaveLength(FIGURE_NAMES.length);
    expect(figure('hold')).toMatchObject({ state: 'unknown', now: null, limit: 500, limitSet: false, more: '' });
    expect(figure('hold').hour).toEqual(Array(60).fill(null));
    expect(figure('storeSize')).toMatchObject({ state: 'good', now: 4_000_000, limit: 48e9, more: 'room for 90 GB more' });
    expect(health.view()).toMatchObject({
      alarms: [],
      consoles: { live: 0, off: [] },
      terminal: null,
      today: { holds: 0, since: clock.now() },
    });
    expect(toSee).toEqual([]);
  });

  it('misses the backup that was never made once it has run for a day', async () => {
    found = { ...found, newestBackup: () => null };
    await health.look(true);
    expect(figure('backup')).toMatchObject({ state: 'unknown', now: null, more: 'none was made yet' });
    clock.advance(25 * HOUR_MS);
    await health.look(true);
    expect(figure('backup')).toMatchObject({
      state: 'over',
      now: 25 * HOUR_MS,
      more: 'none was made yet',
    });
  });
});

describe('the backup', () => {
  it('is not late while nothing changes, and not at once when something does after days of rest', async () => {
    const [made, changed] = [clock.now(), instant(clock.now() - MINUTE_MS)];
    found = { ...found, newestBackup: () => made, changedAt: () => changed };
    clock.advance(50 * HOUR_MS);
    await health.look(true);
    expect(figure('backup')).toMatchObject({ state: 'good', now: 0, more: 'nothing has changed since' });
    found = { ...found, changedAt: () => clock.now() };
    clock.advance(HOUR_MS);
    await health.look(true);
    expect(figure('backup')).toMatchObject({ state: 'good', now: HOUR_MS, more: '' });
    clock.advance(24 * HOUR_MS);
    await health.look(true);
    expect(figure('backup').state).toBe('over');
  });
});

describe('an alarm', () => {
  /** As few slow writes as are an alarm. */
  const slow = () => {
    for (const ms of [120, 140, 101]) gather.store.add(ms);
  };

  it('begins above the limit, is told once, keeps its worst, and ends by itself', async () => {
    health.start();
    await eventLoopTurns(3);
    slow();
    await pass(5 * SECOND_MS);
    const since = health.view().alarms[0]?.since;
    expect(health.view().figures[0]).toMatchObject({ figure: 'store', state: 'over', now: 140 });
    gather.store.add(200);
    await pass(MINUTE_MS);
    expect(toSee).toEqual([1]);
    expect(health.view().alarms).toEqual([{ figure: 'store', since, endedAt: null, worst: 200, acknowledged: null }]);
    expect(figure('store').hour.slice(-2)).toEqual([200, null]);
    await pass(6 * MINUTE_MS);
    expect(toSee).toEqual([1, 0]);
    expect(figure('store')).toMatchObject({ state: 'unknown', now: null });
    expect(health.view().alarms[0]).toMatchObject({ figure: 'store', worst: 200 });
    expect(health.view().alarms[0]?.endedAt).toBeGreaterThan(since ?? Infinity);
    expect(log.lines).toHaveLength(2);
    expect(log.lines[0]).toContain('“Store, slowest write” is over its limit. {"figure":"store","value":140,"limit":100}');
    clock.advance(25 * HOUR_MS);
    expect(health.view().alarms).toEqual([]);
    await health.close();
  });

  it('does not begin for two slow changes of a hub that has just started, and begins for the third', async () => {
    for (const ms of [4, 794, 211]) gather.events.add(ms);
    await health.look(true);
    expect(figure('events').state).toBe('near');
    expect(health.view().alarms).toEqual([]);
    gather.events.add(300);
    await health.look(true);
    expect(figure('events').state).toBe('over');
  });

  it('does not begin for one or two slow writes of a fresh hub, or of any five minutes, and begins for the third', async () => {
    health.start();
    await eventLoopTurns(3);
    gather.store.add(1_800);
    await pass(5 * SECOND_MS);
    expect(figure('store')).toMatchObject({ state: 'near', now: 1_800 });
    await pass(3 * MINUTE_MS);
    gather.store.add(150);
    await pass(5 * SECOND_MS);
    expect(figure('store').state).toBe('near');
    // The first one lies too far back.
    await pass(3 * MINUTE_MS);
    gather.store.add(150);
    await pass(5 * SECOND_MS);
    expect([health.view().alarms, toSee, log.lines]).toEqual([[], [], []]);
    gather.store.add(150);
    await pass(5 * SECOND_MS);
    expect(figure('store')).toMatchObject({ state: 'over', now: 150 });
    expect(toSee).toEqual([1]);
    await health.close();
  });

  it('is silent while it is acknowledged, and rings again after that', async () => {
    found = { ...found, newestBackup: () => instant(clock.now() - 26 * HOUR_MS) };
    await health.look(true);
    const given = { by: 'M. Osei', at: clock.now(), until: clock.now() + HOUR_MS, note: 'the disk is being changed' };
    kept = { ...kept, acknowledged: { backup: given } };
    await health.look();
    expect(figure('backup').state).toBe('seen');
    expect(health.view().alarms[0]).toMatchObject({ figure: 'backup', acknowledged: given });
    clock.advance(HOUR_MS);
    await health.look();
    expect(figure('backup').state).toBe('over');
    expect(toSee).toEqual([1, 0, 1]);
  });

  it('that began after an acknowledgement ended is not shown as acknowledged', async () => {
    kept = { ...kept, acknowledged: { store: { by: 'M. Osei', at: clock.now(), until: clock.now() + MINUTE_MS, note: 'seen' } } };
    clock.advance(HOUR_MS);
    slow();
    await health.look();
    expect(health.view().alarms[0]).toMatchObject({ figure: 'store', acknowledged: null });
  });

  it('follows the limit that a supervisor has set', async () => {
    slow();
    kept = { ...kept, limits: { store: 250 } };
    await health.look();
    expect(figure('store')).toMatchObject({ state: 'good', limit: 250, limitSet: true });
    kept = { ...kept, limits: {} };
    await health.look();
    expect(figure('store')).toMatchObject({ state: 'over', limit: 100, limitSet: false });
  });
});

describe('what is measured', () => {
  it('are the oldest work and messages, by how long they wait', async () => {
    const since = clock.now() - 70 * SECOND_MS;
    found = { ...found, waiting: async () => ({ jobs: { count: 1, since }, messages: { count: 41, since } }) };
    await health.look();
    expect(figure('jobs')).toMatchObject({ state: 'over', now: 70 * SECOND_MS, more: '1 waits' });
    expect(figure('messages')).toMatchObject({ state: 'good', now: 70 * SECOND_MS, more: '41 wait' });
  });

  it('is not known when the store does not answer, and what was known goes on', async () => {
    kept = { ...kept, limits: { store: 250 } };
    await health.look();
    found = { ...found, waiting: () => Promise.reject(new Error('gone')) };
    await health.look();
    expect(health.reads).toBe(false);
    expect(figure('jobs')).toMatchObject({ state: 'unknown', now: null });
    expect(figure('store').limit).toBe(250);
    found = { ...found, disk: () => undefined, newestBackup: () => undefined };
    await health.look(true);
    expect([figure('storeSize').state, figure('backup').state]).toEqual(['unknown', 'unknown']);
  });

  it('is how much room the disk has, if that is less than the limit', async () => {
    found = { ...found, disk: () => ({ store: 8e9, free: 1e9 }) };
    await health.look(true);
    expect(figure('storeSize')).toMatchObject({ state: 'near', limit: 9e9 });
  });

  it('are the desks that lost the hub, since when, until they are back or sign out', async () => {
    const seat = (desk: string, connected: boolean) => ({ desk, display: 'N. Park', connected });
    found = { ...found, seats: () => [seat('T1-01', true), seat('T1-09', false)] };
    await health.look();
    const since = clock.now();
    clock.advance(MINUTE_MS);
    await health.look();
    expect(health.view().consoles).toEqual({ live: 1, off: [{ desk: 'T1-09', since, lastUser: 'N. Park' }] });
    expect(figure('consolesOff')).toMatchObject({ now: 1, more: 'of 2' });
    found = { ...found, seats: () => [seat('T1-01', true), seat('T1-09', false), seat('T1-09', true)] };
    await health.look();
    expect(health.view().consoles).toEqual({ live: 2, off: [] });
  });
});

describe('a look', () => {
  it('is made every five seconds, and files are looked at once a minute', async () => {
    let [looks, files] = [0, 0];
    const { waiting, disk } = found;
    found = {
      ...found,
      waiting() {
        looks++;
        return waiting();
      },
      disk() {
        files++;
        return disk();
      },
    };
    health.start();
    await eventLoopTurns(3);
    await pass(2 * MINUTE_MS);
    expect([looks, files]).toEqual([25, 3]);
    await health.close();
    await pass(MINUTE_MS);
    expect(looks).toBe(25);
    expect(timer.waiting).toBe(0);
  });

  it('that is asked for while another is under way also looks at the files', async () => {
    await health.look();
    found = { ...found, disk: () => ({ store: 5e6, free: 90e9 }) };
    await Promise.all([health.look(), health.look(true)]);
    expect(figure('storeSize').now).toBe(5e6);
  });

  it('keeps each minute, and what lies an hour back is gone from the hour and not from the day', async () => {
    gather.store.add(33);
    health.start();
    await eventLoopTurns(3);
    await pass(90 * MINUTE_MS);
    expect(figure('store').hour.every((value) => value === null)).toBe(true);
    expect(health.day('store').minutes.filter((value) => value !== null)).toEqual([33]);
    expect(health.day('unsaved').minutes.slice(-90)).toEqual(Array(90).fill(0));
    await health.close();
  });
});
