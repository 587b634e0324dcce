import { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { Output } from '../../shared/contract.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import { sale } from '../main/support/test-desk.ts';
import { AGENT, holdInput, makeStore, openBenchDesk, SEATS } from './bench-desk.ts';
import { type Figure, percentiles, percentileText, rate, timeEach } from './measure.ts';
import { rawHoldsPerSecond } from './raw-limit.ts';

const IN_FLIGHT = 64;
const HOLDS = 60_000;
/** Two batches share what is in flight: one at work, one waiting. */
const RAW_BATCH = IN_FLIGHT / 2;

/** Holds with 64 callers at once, beside what the bare database writes in batches of the same size. */
export async function holdThroughput(): Promise<Figure[]> {
  const store = await makeStore(1_000);
  const { desk } = await openBenchDesk(store.file);
  const place = async (turn: number) => accepted(await desk.execute('holds.place', holdInput(turn), AGENT));
  await rate(4_000, IN_FLIGHT, place);
  const perSecond = await rate(HOLDS, IN_FLIGHT, (turn) => place(4_000 + turn));
  await desk.close();
  store.remove();
  const raw = await rawHoldsPerSecond(HOLDS, RAW_BATCH);
  const note = `${IN_FLIGHT} in flight; bare better-sqlite3 ${raw.toFixed(0)}/s in batches of ${RAW_BATCH}`;
  return [{ metric: 'hold.throughput', value: perSecond, unit: 'holds/s', target: '>= 25000', ratio: perSecond / raw, note }];
}

/** One hold alone, and one confirmation alone, each with nothing else under way. */
export async function singleLatency(): Promise<Figure[]> {
  const store = await makeStore(1_000);
  const { desk } = await openBenchDesk(store.file);
  const held: Output<'holds.place'>[] = [];
  const place = async (turn: number) => held.push(accepted(await desk.execute('holds.place', holdInput(turn), AGENT)));
  await timeEach(300, place);
  held.length = 0;
  const holds = percentiles(await timeEach(3_000, (turn) => place(300 + turn)));
  const confirms = percentiles(
    await timeEach(held.length, async (turn) => {
      const hold = held[turn];
      if (hold) accepted(await desk.change('payments.confirm', { ...sale(hold), approved: [] }, AGENT, `bench-confirm-${turn}`));
    }),
  );
  await desk.close();
  store.remove();
  return [
    { metric: 'hold.latency', value: holds.p99, unit: 'ms p99', target: '<= 2', note: percentileText(holds) },
    { metric: 'confirm.latency', value: confirms.p99, unit: 'ms p99', target: '<= 2', note: percentileText(confirms) },
  ];
}

const DELAYS = 100;

/** From a hold's deadline to every listener knowing that its seats are free. Its flight leaves soon, which makes the hold short. */
export async function expiryDelay(): Promise<Figure[]> {
  const store = await makeStore(DELAYS);
  const { desk, clock } = await openBenchDesk(store.file);
  const beside = new SqliteDatabase({ file: store.file });
  const samples: number[] = [];
  for (let turn = 0; turn < DELAYS; turn++) {
    await beside.change('UPDATE flights SET departs_at = ? WHERE id = ?').run(clock.now() + 60, turn + 1);
    const ended = Promise.withResolvers<void>();
    const stop = desk.on((events) => {
      if (events.some(({ type }) => type === 'hold.expired')) ended.resolve();
    });
    const { expiresAt } = accepted(await desk.execute('holds.place', holdInput(turn * SEATS.length), AGENT));
    await ended.promise;
    samples.push(clock.now() - (expiresAt ?? 0));
    stop();
  }
  beside.close();
  await desk.close();
  store.remove();
  const spread = percentiles(samples);
  return [{ metric: 'expiry.delay', value: spread.worst, unit: 'ms worst', target: '<= 250', note: percentileText(spread) }];
}

const BURST = 100_000;

/** A hundred thousand holds that end within one second: how long until all their seats are back. */
export async function expiryBurst(): Promise<Figure[]> {
  const store = await makeStore(1 + Math.ceil(BURST / 100));
  const { desk, clock } = await openBenchDesk(store.file);
  await rate(BURST, 256, async (turn) => accepted(await desk.execute('holds.place', holdInput(turn), AGENT)));
  let expired = 0;
  let early = 0;
  const all = Promise.withResolvers<number>();
  desk.on((events) => {
    for (const event of events) {
      if (event.type !== 'hold.expired') continue;
      expired++;
      if (event.data.expiresAt !== null && event.at < event.data.expiresAt) early++;
    }
    if (expired === BURST) all.resolve(performance.now());
  });
  // The clock steps past every deadline, as after a sleep: all of them are due at once.
  clock.raise((clock.now() + 6 * MINUTE_MS) as ReturnType<typeof clock.now>);
  const from = performance.now();
  desk.wake();
  const seconds = ((await all.promise) - from) / 1_000;
  await desk.close();
  store.remove();
  const note = `${BURST} holds, ${early} early, ${(BURST / seconds).toFixed(0)}/s`;
  return [{ metric: 'expiry.burst', value: seconds, unit: 's', target: '<= 5', note }];
}

function accepted<T>(reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown }): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}
