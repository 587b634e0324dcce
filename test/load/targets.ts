import type { EverydayFigures } from './everyday-load.ts';
import type { FlashFigures } from './flash-sale.ts';
import type { TimesSummary } from './method-times.ts';
import type { LoadArguments } from './read-arguments.ts';
import type { StormFigures } from './reconnect-storm.ts';

// What a hub must do for a station of a thousand consoles, with two processors that it shares with them.

const CONSOLES = 1_000;
const CALLS_PER_SECOND = 2_000;
const HOLD_P99_MS_MAX = 50;
const CONFIRM_P99_MS_MAX = 50;
const SEARCH_P99_MS_MAX = 50;
const EVENT_P99_MS_MAX = 100;
const MEMORY_MB_MAX = 400;
/** Over this no growth may be seen. */
const GROWTH_SECONDS = 3_600;
const FLASH_SEATS = 100;
const FLASH_TOLD_MS_MAX = 1_000;
const STORM_LIVE_MS_MAX = 5_000;

/** A MiB in MB. */
const MB = 2 ** 20 / 1e6;

/** less: the run kept it, and was asked for less than it is a target for. */
type Verdict = 'met' | 'missed' | 'less' | 'not measured';

/** A target beside what was measured. */
export interface Target {
  readonly name: string;
  readonly wanted: string;
  readonly measured: string;
  readonly verdict: Verdict;
}

const number = (value: number, digits = 0): string => value.toLocaleString('en', { maximumFractionDigits: digits });
const milliseconds = (value: number): string => `${number(value, 1)} ms`;

/** Judges by numbers of one run, which was `whole` if it was as large as the targets are for. */
const judge = (whole: boolean) => (name: string, wanted: string, measured: string, kept: boolean | undefined) => ({
  ...{ name, wanted, measured },
  verdict: kept === undefined ? ('not measured' as const) : !kept ? ('missed' as const) : whole ? ('met' as const) : ('less' as const),
});

export function everydayTargets(figures: EverydayFigures, { consoles, rate }: LoadArguments): readonly Target[] {
  const { methods, eventLag, hub, calls, callsPerSecond, seconds } = figures;
  const about = judge(consoles >= CONSOLES && rate >= CALLS_PER_SECOND);
  const p99 = (name: string, times: TimesSummary | undefined, most: number): Target =>
    about(`${name}, p99`, `<= ${milliseconds(most)}`, times ? milliseconds(times.p99) : 'none', times && times.p99 <= most);
  // People think as long as it happens, so the calls that were due are as many as asked for, give or take chance.
  const due = CALLS_PER_SECOND * seconds;
  const asked = rate >= CALLS_PER_SECOND ? calls >= due - 3 * Math.sqrt(due) : undefined;
  const { perHour, error } = hub.lateGrowth;
  const isLong = seconds >= GROWTH_SECONDS;
  const growth = isLong ? `${number(perHour, 1)} ± ${number(error, 1)} MiB an hour in the second half` : 'a shorter run';
  return [
    p99('hold', methods['holds.place'], HOLD_P99_MS_MAX),
    p99('confirmation', methods['bookings.confirm'], CONFIRM_P99_MS_MAX),
    p99('search', methods['flights.search'], SEARCH_P99_MS_MAX),
    p99('event to a console', eventLag, EVENT_P99_MS_MAX),
    about('calls', `${number(CALLS_PER_SECOND)}/s`, `${number(callsPerSecond)}/s of ${number(rate)}`, asked),
    about(
      'memory of the hub, most',
      `<= ${MEMORY_MB_MAX} MB`,
      `${number(hub.peakMiB * MB)} MB (${number(hub.peakMiB)} MiB)`,
      hub.peakMiB * MB <= MEMORY_MB_MAX,
    ),
    // A line that rises by less than twice its error may as well be level.
    about('growth of the hub', 'none over an hour', growth, isLong ? perHour <= 2 * error : undefined),
  ];
}

export function flashTargets({ sold, times }: FlashFigures, { consoles, line }: LoadArguments): readonly Target[] {
  const about = judge(consoles >= CONSOLES);
  const none = times['told of none'];
  // A lot is drawn once all have had time to ask, which is a setting.
  const inTime = line === 'lot' || !none ? undefined : none.worst <= FLASH_TOLD_MS_MAX;
  return [
    about('seats sold', `${FLASH_SEATS}`, number(sold), sold === Math.min(FLASH_SEATS, consoles)),
    about('the last is told of none', `<= ${milliseconds(FLASH_TOLD_MS_MAX)}`, none ? milliseconds(none.worst) : 'none', inTime),
  ];
}

export function stormTargets({ times }: StormFigures, { consoles }: LoadArguments): readonly Target[] {
  const about = judge(consoles >= CONSOLES);
  return Object.entries(times).map(([name, { count, worst }]) =>
    about(
      `${name}: the last is live`,
      `<= ${milliseconds(STORM_LIVE_MS_MAX)}`,
      `${milliseconds(worst)}, ${number(count)} live`,
      count === consoles && worst <= STORM_LIVE_MS_MAX,
    ),
  );
}

const VERDICTS: Record<Verdict, string> = {
  met: 'met',
  missed: 'MISSED',
  less: 'met by a smaller load, which proves nothing',
  'not measured': 'not measured by this run',
};

export const targetsText = (targets: readonly Target[]): string =>
  [
    `${'target'.padEnd(36)}${'wanted'.padEnd(22)}measured`,
    ...targets.map(({ name, wanted, measured, verdict }) => `${name.padEnd(36)}${wanted.padEnd(22)}${measured}: ${VERDICTS[verdict]}`),
    'A missed target does not fail the run. It fails if anything was lost, sold twice or too often.',
  ].join('\n');
