import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { watchBlockTurns } from '../../../main/engine/block-turns.ts';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../../shared/instants.ts';
import { fakeComputer } from '../support/fake-computer.ts';
import { MERCY, openTestHub, value } from '../support/test-hub.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('blocks end by themselves at their times, earliest first, and none after the watch has stopped', async () => {
  const { hub, clock, requestId, addFlight, counters, claims } = await openTestHub();
  const flight = await addFlight();
  const troubles: string[] = [];
  const stop = watchBlockTurns({ hub, clock, trouble: (problem) => troubles.push(problem) });
  const settle = async () => {
    // The hub answers in turns of its own.
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  };
  const pass = async (ms: number) => {
    clock.advance(ms);
    await vi.advanceTimersByTimeAsync(ms);
    await settle();
    return claims(flight.id);
  };
  const block = async (what: string, hours: number | null) => {
    const until = hours === null ? null : clock.now() + hours * HOUR_MS;
    const input = { requestId: requestId(), flightId: flight.id, what, cabin: null, code: 'CREW', remark: '', until } as const;
    value(await hub.execute('seats.block', input, MERCY));
    await settle();
  };
  await block('20A', 3);
  await block('20B', 1);
  await block('20C', null);
  expect(await pass(HOUR_MS - 1)).toEqual(['20A', '20B', '20C']);
  expect(await pass(1)).toEqual(['20A', '20C']);
  expect(await pass(2 * HOUR_MS)).toEqual(['20C']);
  expect((await counters(flight.id))[0]?.authorised).toBe(177);
  await block('20D', 1);
  stop();
  expect(await pass(HOUR_MS)).toEqual(['20C', '20D']);
  expect(troubles).toEqual([]);
});

test('while the hub asks what time it is, a block that is due is not tried every second, and ends once the time is confirmed', async () => {
  const computer = fakeComputer();
  const { hub, clock, requestId, addFlight, claims } = await openTestHub({ clock: computer.start() });
  const flight = await addFlight({ departs_at: computer.wall + 30 * DAY_MS });
  const troubles: string[] = [];
  onTestFinished(watchBlockTurns({ hub, clock, trouble: (problem) => troubles.push(problem) }));
  const until = clock.now() + HOUR_MS;
  const input = { requestId: requestId(), flightId: flight.id, what: '20A', cabin: null, code: 'CREW', remark: '', until } as const;
  value(await hub.execute('seats.block', input, MERCY));
  const change = vi.spyOn(hub, 'change');
  const pass = async (ms: number) => {
    computer.pass(ms);
    await vi.advanceTimersByTimeAsync(ms);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  };
  await pass(0);
  computer.sleep(7 * DAY_MS);
  await pass(HOUR_MS);
  change.mockClear();
  await pass(60 * SECOND_MS);
  expect(hub.clockState.standing).toBe('doubtful');
  expect(await claims(flight.id)).toEqual(['20A']);
  expect(change.mock.calls).toEqual([]);
  value(await hub.stepClock('clock.adopt', hub.clockState.computer, MERCY, requestId()));
  await pass(0);
  expect(await claims(flight.id)).toEqual([]);
  expect(troubles).toEqual([]);
});
