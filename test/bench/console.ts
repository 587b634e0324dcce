import { performance } from 'node:perf_hooks';
import type { Page } from '@playwright/test';
import { liftLimits } from '../crash/lift-limits.ts';
import { askAllAirports, type BenchBrowser, openBrowser, openFlight, signInToBoard } from './console-browser.ts';
import { openClient } from './console-client.ts';
import { FRAME_MS_MAX, type Frames, recordFrames } from './console-frames.ts';
import { type ConsoleHub, startConsoleHub, WIDE_SEATS } from './console-hub.ts';
import { type Figure, latencyFigure, type Row } from './figure.ts';
import { percentiles } from './measure.ts';

const STARTS = 3;
const CHANGES = 200;

/** The console in a real Chromium on a real hub: how soon it can be used, whether a frame is late, how old a seat is that it shows. */
export const consoleRow: Row = {
  metrics: [
    'console.board_start',
    ...['console.board_scroll', 'console.seat_grid', 'console.seat_scroll'].flatMap((metric) => [metric, `${metric}_work`]),
    'console.live_change',
  ],
  measure: measureConsole,
};

async function measureConsole(): Promise<Figure[]> {
  const hub = await startConsoleHub();
  const opened = await openBrowser();
  try {
    await signInToBoard(opened, hub.address);
    return [
      ...(await boardStart(opened, hub.address)),
      ...frameFigures('console.board_scroll', await recordFrames(opened, scrollBoard), await blankFrames(scrollBlank)),
      ...(await seats(opened, hub)),
      ...(await liveChange(opened, hub)),
    ];
  } finally {
    await opened.close();
    await hub.remove();
  }
}

/**
 * From the start of the page, with the session taken up again, until the day of all airports stands on the screen and
 * has answered an arrow key. All times are the page's own, from its navigation on; the raw limit is the same page showing
 * the departures of its own airport, which is what it starts with.
 */
async function boardStart({ page }: BenchBrowser, address: string): Promise<Figure[]> {
  const starts: { home: number; asked: number; drawn: number; answered: number }[] = [];
  let rows = 0;
  await page.addInitScript(watchBoard);
  for (let turn = 0; turn <= STARTS; turn++) {
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('.board-list .lr').first().waitFor();
    await askAllAirports(page);
    const list = page.getByRole('grid', { name: /^Departures of all airports/ });
    await list.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => (window as unknown as BoardWatch).benchBoard.answered > 0);
    const seen = await page.evaluate(() => (window as unknown as BoardWatch).benchBoard);
    rows = Number(await list.getAttribute('aria-rowcount')) - 1;
    // The first start also fills the browser's and the hub's caches.
    if (turn > 0) starts.push(seen);
  }
  const spread = percentiles(starts.map(({ answered }) => answered));
  const median = (of: (start: (typeof starts)[number]) => number): number => percentiles(starts.map(of)).p50;
  const home = median((start) => start.home);
  const note =
    `median of ${STARTS}, worst ${(spread.worst / 1_000).toFixed(2)} s; ${rows} rows; own airport's board at ${home.toFixed(0)} ms, ` +
    `all asked for at ${median((start) => start.asked).toFixed(0)}, drawn at ${median((start) => start.drawn).toFixed(0)} ms`;
  return [{ metric: 'console.board_start', value: spread.p50 / 1_000, unit: 's', target: '<= 1', ratio: spread.p50 / home, note }];
}

interface BoardWatch {
  benchBoard: { home: number; asked: number; drawn: number; answered: number };
}

/** Runs in the page from its start: notes when each thing was on the screen, a frame having been drawn since. */
function watchBoard(): void {
  const seen = { home: 0, asked: 0, drawn: 0, answered: 0 };
  (window as unknown as BoardWatch).benchBoard = seen;
  const afterFrame = (name: keyof typeof seen) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        seen[name] ||= performance.now();
      };
      port2.postMessage(0);
    });
  let active: string | null = null;
  const look = () => {
    const grid = document.querySelector('.board-list');
    if (!grid?.querySelector('.lr')) return;
    if (!seen.home) afterFrame('home');
    if (!grid.getAttribute('aria-label')?.startsWith('Departures of all airports')) return;
    if (!seen.drawn) afterFrame('drawn');
    const now = grid.getAttribute('aria-activedescendant');
    if (active !== null && now !== active && !seen.answered) afterFrame('answered');
    active = now;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') seen.asked = performance.now();
  };
  addEventListener('keydown', onKey, true);
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/**
 * One input a frame, as hands give them at the most: a machine that stands still for a while would else find many waiting, do them all
 * in one frame and have its own pause counted as the page's work.
 */
const nextFrame = (page: Page): Promise<unknown> => page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));

async function press(page: Page, times: number, ...keys: readonly string[]): Promise<void> {
  for (let turn = 0; turn < times; turn++) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await nextFrame(page);
    }
  }
}

async function wheel(page: Page, times: number, by: (turn: number) => readonly [x: number, y: number]): Promise<void> {
  for (let turn = 0; turn < times; turn++) {
    await page.mouse.wheel(...by(turn));
    await nextFrame(page);
  }
}

/** By wheel, then by keys: rows, pages, both ends. */
async function scrollBoard(page: Page): Promise<void> {
  const list = page.getByRole('grid', { name: /^Departures of all airports/ });
  await list.focus();
  await page.mouse.move(640, 480);
  await wheel(page, 90, (turn) => [0, turn < 60 ? 240 : -480]);
  await press(page, 40, 'ArrowDown');
  await press(page, 20, 'PageDown');
  await press(page, 2, 'End', 'Home');
}

/** The same wheel and keys on a long page with nothing in it: what this machine and this way of measuring cost by themselves. */
async function scrollBlank(page: Page): Promise<void> {
  await page.mouse.move(640, 480);
  await wheel(page, 90, (turn) => [0, turn < 60 ? 240 : -480]);
  await press(page, 60, 'ArrowDown');
}

async function blankFrames(act: (page: Page) => Promise<void>): Promise<Frames> {
  const blank = await openBrowser();
  try {
    await blank.page.setContent('<!doctype html><div style="height: 560000px"></div>');
    return await recordFrames(blank, act);
  } finally {
    await blank.close();
  }
}

/** Half a second of a page that has nothing to do: no change can be seen sooner than its next frame. */
const blankGaps = async (): Promise<readonly number[]> => (await blankFrames((blank) => blank.waitForTimeout(500))).gaps;

/** A grid of 525 seats comes onto the screen, is walked from nose to tail and back, scrolled by wheel, and seats are picked. */
async function seats(opened: BenchBrowser, hub: ConsoleHub): Promise<Figure[]> {
  const { page } = opened;
  const drawn = await recordFrames(opened, (at) => openFlight(at, hub.wideFlight));
  const cells = await page.locator('[data-seat]').count();
  if (cells !== WIDE_SEATS) throw new Error(`${cells} seats are drawn instead of ${WIDE_SEATS}`);
  const used = await recordFrames(opened, useSeats);
  const blank = await blankFrames(scrollBlank);
  return [...frameFigures('console.seat_grid', drawn, blank), ...frameFigures('console.seat_scroll', used, blank)];
}

async function useSeats(page: Page): Promise<void> {
  await press(page, 3, 'PageDown');
  await press(page, 3, 'PageUp');
  await press(page, 45, 'ArrowRight');
  await press(page, 45, 'ArrowLeft');
  await page.mouse.move(640, 200);
  await wheel(page, 60, (turn) => [turn < 30 ? 120 : -120, 0]);
  await press(page, 10, 'ArrowRight', 'Space', 'Escape');
}

function frameFigures(metric: string, frames: Frames, blank: Frames): Figure[] {
  const ms = (value: number): string => value.toFixed(1);
  const wall =
    `p99 ${ms(frames.p99)} ms of ${frames.gaps.length} frames; ${frames.over} over ${FRAME_MS_MAX} ms, ` +
    `${frames.overByWork} of them by the page's own work; blank page: longest ${ms(blank.longest)}, p99 ${ms(blank.p99)}, ${blank.over} over`;
  return [
    {
      metric,
      value: frames.longest,
      unit: 'ms longest',
      target: `<= ${FRAME_MS_MAX}`,
      ratio: frames.longest / blank.longest,
      note: wall,
    },
    {
      metric: `${metric}_work`,
      value: frames.longestWork,
      unit: 'ms longest',
      target: `<= ${FRAME_MS_MAX}`,
      ratio: frames.longestWork / blank.longestWork,
      note: `processor time of the busiest drawing thread in one frame; p99 ${ms(frames.p99Work)} ms; blank page: longest ${ms(blank.longestWork)}`,
    },
  ];
}

/**
 * From another console's call until this screen has drawn its seat: an observer sees the cell change, a frame is drawn,
 * the next message after it is the moment. The two processes' clocks are held against each other first.
 */
async function liveChange({ page }: BenchBrowser, hub: ConsoleHub): Promise<Figure[]> {
  await liftLimits(hub.address);
  const other = await openClient(hub.address, 'weber', 'T1-05');
  let drawn: (at: number) => void = () => {};
  await page.exposeFunction('benchDrawn', (at: number) => drawn(at));
  await page.evaluate(watchSeats);
  const { ahead, within } = await clockAhead(page);
  const names = await page.locator('[data-seat]').evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.seat ?? ''));
  const plain = names.filter((name) => /^(3[1-9]|40)/.test(name));
  const samples: number[] = [];
  const change = async (call: () => Promise<Record<string, unknown>>): Promise<Record<string, unknown>> => {
    const seen = new Promise<number>((at) => {
      drawn = at;
    });
    const from = performance.timeOrigin + performance.now();
    const reply = await call();
    samples.push((await seen) - ahead - from);
    return reply;
  };
  for (let turn = 0; turn < CHANGES / 2; turn++) {
    const seat = plain[turn % plain.length] ?? '';
    const held = await change(() =>
      other.call('holds.place', {
        requestId: `bench-console-place-${turn}`,
        legs: [{ flightId: hub.wideFlightId, cabin: 'Y', seats: [seat] }],
        passengers: [{ type: 'ADT' }],
      }),
    );
    const { bookingId } = held;
    await change(() => other.call('holds.release', { requestId: `bench-console-release-${turn}`, bookingId }));
  }
  other.close();
  const spread = percentiles(samples);
  const note = `longest ${spread.worst.toFixed(1)} ms of ${samples.length}; clocks agree within ${within.toFixed(2)} ms; raw: a blank page's frames`;
  return [latencyFigure('console.live_change', 'p99', 100, samples, await blankGaps(), { note })];
}

/** Runs in the page: tells the moment at which a changed seat has been drawn. */
function watchSeats(): void {
  const tell = (window as unknown as { benchDrawn(at: number): void }).benchDrawn;
  const afterFrame = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell(performance.timeOrigin + performance.now());
    port2.postMessage(0);
  };
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => target instanceof HTMLElement && target.dataset.seat !== undefined)) requestAnimationFrame(afterFrame);
  });
  const grid = document.querySelector('[role="grid"][aria-label="Seats"]');
  if (grid) observer.observe(grid, { subtree: true, attributes: true, attributeFilter: ['aria-label'] });
}

/** How far the page's clock is ahead of this process's, and how sure that is. */
async function clockAhead(page: Page): Promise<{ ahead: number; within: number }> {
  let best = { ahead: 0, within: Number.POSITIVE_INFINITY };
  for (let turn = 0; turn < 50; turn++) {
    const before = performance.timeOrigin + performance.now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const after = performance.timeOrigin + performance.now();
    const within = (after - before) / 2;
    if (within < best.within) best = { ahead: there - (before + after) / 2, within };
  }
  return best;
}
