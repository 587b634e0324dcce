import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../main/seeded-random.ts';
import { balanceBooks } from './balance-books.ts';
import { CounterWork } from './counter-work.ts';
import { type LoadHub, withLoadHub } from './load-hub.ts';
import { lostEvents } from './lost-events.ts';
import { type MemoryGrowth, memoryGrowth, secondHalf } from './memory-growth.ts';
import type { Times, TimesSummary } from './method-times.ts';
import { paced } from './paced.ts';
import { ProcessUse } from './process-use.ts';
import { PromisedBookings } from './promised-bookings.ts';
import { rawEcho } from './raw-echo.ts';
import type { LoadArguments } from './read-arguments.ts';

/** What a process used while it was measured. */
interface Used {
  /** Processors at work on average. */
  readonly processors: number;
  readonly mib: number;
  readonly peakMiB: number;
  readonly growth: MemoryGrowth;
  /** In the second half. */
  readonly lateGrowth: MemoryGrowth;
  readonly byMinute: readonly number[];
}

export interface EverydayFigures {
  readonly seconds: number;
  readonly calls: number;
  readonly callsPerSecond: number;
  readonly methods: Record<string, TimesSummary>;
  /** From the moment at which the hub took a command until a console has its event. */
  readonly eventLag: TimesSummary | undefined;
  readonly echo: TimesSummary;
  /** Frames of events, and how often a console was told to ask anew. */
  readonly frames: number;
  readonly resyncs: number;
  /** Answers that told to come again, by method and reason, until they came. The whole wait is in `methods`. */
  readonly comeAgain: Record<string, TimesSummary>;
  readonly refusals: Record<string, number>;
  readonly hub: Used;
  readonly clients: Used & {
    /** How late the clients themselves were at p99: it is in all their figures. */ readonly lateMs: number;
  };
  readonly sold: number;
  readonly problems: readonly string[];
}

/** Code is compiled and caches fill: a tenth of the time, at most this. */
const WARM_UP_MS_MAX = 10_000;
const ECHO_SECONDS_MAX = 10;
const READ_EVERY_MS_MAX = 60_000;

/** Everyday work at every console, at the rate that was asked for, beside the same rate of bare echoes. */
export async function everydayLoad(asked: LoadArguments, say: (line: string) => void): Promise<EverydayFigures> {
  say('taking the raw limit');
  const echo = await rawEcho(asked, Math.min(ECHO_SECONDS_MAX, asked.minutes * 60));
  return withLoadHub(asked, say, (hub) => measure(asked, hub, echo));
}

async function measure({ consoles: count, minutes, rate, stops, seed }: LoadArguments, hub: LoadHub, echo: TimesSummary) {
  const { consoles, watch, store, say } = hub;
  const promised = new PromisedBookings();
  const ms = minutes * 60_000;
  const warmUpMs = Math.min(WARM_UP_MS_MAX, ms / 10);
  const until = performance.now() + warmUpMs + ms;
  const work = consoles.map((console, at) => {
    const random = seededRandom(seed * 10_007 + at);
    const counter = new CounterWork({ console, desk: store.places[at]?.desk ?? '', random, stops, promised, routes: store.routes });
    return paced({ random, thinkMs: (count / rate) * 1_000, until }, () => counter.next());
  });
  const all = Promise.all(work);
  // Whoever fails while the warm-up is waited for is met at the end.
  all.catch(() => {});
  say('warming up');
  await wait(warmUpMs);
  watch.times.reset();
  watch.comeAgain.reset();
  watch.refusals.clear();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const used = [new ProcessUse(hub.process.pid), new ProcessUse(process.pid)] as const;
  const from = performance.now();
  const read = () => readBoth(used, watch.times, say);
  const reading = setInterval(read, Math.min(READ_EVERY_MS_MAX, ms / 12));
  try {
    await all;
  } finally {
    clearInterval(reading);
  }
  const seconds = (performance.now() - from) / 1_000;
  delay.disable();
  read();
  const [ofHub, ofClients] = used.map(usedBy) as [Used, Used];
  const { event: eventLag, ...methods } = watch.times.summaries(seconds);
  const lost = await lostEvents(hub);
  await hub.stop();
  const problems = [...lost, ...(await balanceBooks(store.file, promised))];
  // What a page asks by itself is none of the calls that were asked for.
  const calls = Object.entries(methods).reduce((sum, [name, { count }]) => (name === 'console.follow' ? sum : sum + count), 0);
  return {
    ...{ seconds, calls, callsPerSecond: calls / seconds, methods, eventLag, echo },
    comeAgain: watch.comeAgain.summaries(seconds),
    refusals: Object.fromEntries(watch.refusals),
    hub: ofHub,
    clients: { ...ofClients, lateMs: delay.percentile(99) / 1e6 },
    frames: watch.heard.frames,
    resyncs: watch.heard.resyncs,
    sold: promised.count('CONFIRMED'),
    problems,
  };
}

function readBoth(used: readonly ProcessUse[], times: Times, say: (line: string) => void): void {
  for (const one of used) one.read();
  const [hub, clients] = used.map((one) => `${one.readings.at(-1)?.mib.toFixed(0)} MiB, ${one.processors.toFixed(2)} processors`);
  const lately = times.p99Lately().map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`);
  say(`the hub has ${hub}; the clients have ${clients}; p99 since the last line: ${lately.join(', ')}`);
}

const usedBy = (use: ProcessUse): Used => ({
  processors: use.processors,
  mib: use.readings.at(-1)?.mib ?? 0,
  peakMiB: use.peakMiB,
  growth: memoryGrowth(use.readings),
  lateGrowth: memoryGrowth(secondHalf(use.readings)),
  byMinute: use.readings.map(({ mib }) => Math.round(mib)),
});
