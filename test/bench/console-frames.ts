import type { Page } from '@playwright/test';
import type { BenchBrowser } from './console-browser.ts';
import { percentiles } from './measure.ts';

/** One event of Chromium's trace: `ts`, `dur` and `tdur` (the thread's own processor time) in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** From one frame's callbacks to the next one's. */
interface Frame {
  readonly gapMs: number;
  /** Processor time of the busiest of the threads that draw the page: main, compositor, raster. They work beside each other. */
  readonly workMs: number;
}

export interface Frames {
  /** From each frame to the next, in milliseconds. */
  readonly gaps: readonly number[];
  readonly longest: number;
  readonly p99: number;
  /** Frames over the limit by the wall, and those of them that the page had so much work in. */
  readonly over: number;
  readonly overByWork: number;
  readonly longestWork: number;
  readonly p99Work: number;
}

export const FRAME_MS_MAX = 32;
const CATEGORIES = ['toplevel', 'devtools.timeline', 'cc'];
/** What a thread does at a stretch: of the main thread and the compositor, and of the threads that fill tiles. */
const TASKS = new Set(['ThreadControllerImpl::RunTask', 'TaskGraphRunner::RunTask']);
const DRAWING = new Set(['CrRendererMain', 'Compositor', 'ThreadPoolForegroundWorker', 'CompositorTileWorker']);

/**
 * Runs `act` while every frame of the page asks for the next one, and reads the frames from Chromium's trace. A machine
 * that is busy elsewhere makes frames long that had little work in them, and nothing in the page can tell; so the wall
 * and the processor time of each frame are both told, and neither stands for the other.
 */
export async function recordFrames({ browser, page }: BenchBrowser, act: (page: Page) => Promise<void>): Promise<Frames> {
  const tracing = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  tracing.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await page.evaluate(() => {
    const next = () => {
      (window as { benchFrame?: number }).benchFrame = requestAnimationFrame(next);
    };
    next();
  });
  await tracing.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
    transferMode: 'ReportEvents',
  });
  await act(page);
  const complete = new Promise((done) => tracing.once('Tracing.tracingComplete', done));
  await tracing.send('Tracing.end');
  await complete;
  await page.evaluate(() => cancelAnimationFrame((window as { benchFrame?: number }).benchFrame ?? 0));
  await tracing.detach();
  return summarise(framesOf(events));
}

function framesOf(events: readonly TraceEvent[]): Frame[] {
  const threads = new Map<string, string>();
  for (const { name, pid, tid, args } of events) if (name === 'thread_name') threads.set(`${pid}/${tid}`, args?.name ?? '');
  const fired = events.filter(({ name, ph }) => name === 'FireAnimationFrame' && ph === 'X').sort((a, b) => a.ts - b.ts);
  const starts = fired.map(({ ts }) => ts);
  const process = fired[0]?.pid;
  const busy = new Map<number, Float64Array>();
  for (const { name, ph, pid, tid, ts, tdur } of events) {
    if (!TASKS.has(name) || ph !== 'X' || pid !== process || tdur === undefined || !DRAWING.has(threads.get(`${pid}/${tid}`) ?? ''))
      continue;
    const frame = starts.findLastIndex((start) => start <= ts);
    if (frame < 0) continue;
    const work = busy.get(tid) ?? new Float64Array(starts.length);
    work[frame] = (work[frame] ?? 0) + tdur / 1_000;
    busy.set(tid, work);
  }
  const workOf = (frame: number): number => Math.max(0, ...[...busy.values()].map((work) => work[frame] ?? 0));
  return starts.slice(1).map((start, index) => ({ gapMs: (start - (starts[index] ?? start)) / 1_000, workMs: workOf(index) }));
}

function summarise(frames: readonly Frame[]): Frames {
  const gaps = percentiles(frames.map(({ gapMs }) => gapMs));
  const work = percentiles(frames.map(({ workMs }) => workMs));
  return {
    gaps: frames.map(({ gapMs }) => gapMs),
    longest: gaps.worst,
    p99: gaps.p99,
    over: frames.filter(({ gapMs }) => gapMs > FRAME_MS_MAX).length,
    overByWork: frames.filter(({ gapMs, workMs }) => gapMs > FRAME_MS_MAX && workMs > FRAME_MS_MAX).length,
    longestWork: work.worst,
    p99Work: work.p99,
  };
}
