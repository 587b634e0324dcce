import type { EverydayFigures } from './everyday-load.ts';
import type { FlashFigures } from './flash-sale.ts';
import type { TimesSummary } from './method-times.ts';
import type { StormFigures } from './reconnect-storm.ts';

/** A shorter run says nothing about an hour. */
const GROWTH_SECONDS_MIN = 300;

const number = (value: number, digits = 1): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });

const head = (first: string, last: string): string =>
  `${first.padEnd(26)}${['count', 'a second', 'p50', 'p99', 'p99.9', 'worst', last].map((name) => name.padStart(11)).join('')}`;

function line(name: string, { count, perSecond, p50, p99, p999, worst }: TimesSummary, last = ''): string {
  const cells = [number(count, 0), number(perSecond, 0), ...[p50, p99, p999, worst].map((ms) => number(ms)), last];
  return `${name.padEnd(26)}${cells.map((cell) => cell.padStart(11)).join('')}`;
}

const table = (times: Record<string, TimesSummary>, first = 'milliseconds'): string =>
  [head(first, ''), ...Object.entries(times).map(([name, each]) => line(name, each))].join('\n');

/** Answers that told to come again, apart from the times of their methods, which have the whole wait. */
const comeAgainTable = (comeAgain: Record<string, TimesSummary>): readonly string[] =>
  Object.keys(comeAgain).length === 0 ? [] : [table(comeAgain, 'told to come again')];

const refusalsLine = (refusals: Record<string, number>): string => {
  const each = Object.entries(refusals).map(([name, count]) => `${name} ${count}`);
  return `Refusals: ${each.join(', ') || 'none'}`;
};

export function printEveryday(figures: EverydayFigures): string {
  const { methods, eventLag, echo, comeAgain, refusals, hub, clients } = figures;
  const ratio = ({ p99 }: TimesSummary): string => number(p99 / Math.max(echo.p99, 0.001));
  const use = (name: string, used: EverydayFigures['hub']): string =>
    `${name}: ${number(used.processors, 2)} processors, ${number(used.mib, 0)} MiB (at most ${number(used.peakMiB, 0)})${growth(used.growth.perHour)}`;
  const growth = (mib: number): string => (figures.seconds < GROWTH_SECONDS_MIN ? '' : `, ${number(mib, 0)} MiB more in an hour`);
  const rows = [...Object.entries(methods), ...(eventLag ? [['event to a console', eventLag] as const] : [])];
  return [
    head('milliseconds', 'p99 to raw'),
    line('echo (raw limit)', echo),
    ...rows.map(([name, times]) => line(name, times, ratio(times))),
    ...comeAgainTable(comeAgain),
    `${number(figures.calls, 0)} calls of people in ${number(figures.seconds)} s, ${number(figures.callsPerSecond, 0)}/s; ${number(figures.sold, 0)} bookings sold`,
    `${number(figures.frames, 0)} frames of events to consoles; ${figures.resyncs} times one was told to ask anew`,
    `${use('Hub', hub)}; ${number((hub.processors * figures.seconds * 1_000) / Math.max(figures.calls, 1), 2)} ms of a processor for each call`,
    `${use('Clients', clients)}; late by ${number(clients.lateMs)} ms at p99`,
    refusalsLine(refusals),
  ].join('\n');
}

export const printFlash = ({ sold, times, comeAgain, refusals, line: stood }: FlashFigures): string =>
  [table(times), ...comeAgainTable(comeAgain), `${sold} seats sold`, ...stood, refusalsLine(refusals)].join('\n');

export const printStorm = ({ times, startMs, sold }: StormFigures): string =>
  [table(times), `The hub was up again ${number(startMs, 0)} ms after its kill; ${number(sold, 0)} bookings sold meanwhile.`].join('\n');
