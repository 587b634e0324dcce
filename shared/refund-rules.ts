import { DAY_MS, HOUR_MS, type Instant, instant, MINUTE_MS } from './instants.ts';

/** More than `overMinutes` minutes before departure, `percent` of what was paid goes back. */
export interface RefundTier {
  readonly overMinutes: number;
  readonly percent: number;
}

export interface RefundRule {
  /** The place of the tier in `tiersInOrder`; -1 after departure. */
  readonly tier: number;
  readonly percent: number;
  /** `over 24 h before departure`, `6 to 24 h before departure`, `after departure`. */
  readonly rule: string;
  /** When the next tier that gives less begins, and what it gives; null when nothing less follows before departure. */
  readonly fallsAt: Instant | null;
  readonly fallsTo: number;
}

/** The tiers with the longest time first. They always reach to departure: below the last one nothing goes back. */
export function tiersInOrder(tiers: readonly RefundTier[]): readonly RefundTier[] {
  const longestFirst = tiers.toSorted((a, b) => b.overMinutes - a.overMinutes);
  return longestFirst.at(-1)?.overMinutes === 0 ? longestFirst : [...longestFirst, { overMinutes: 0, percent: 0 }];
}

/** What a cancellation gives back until a moment, in percent of what was paid. */
export interface RefundStep {
  readonly percent: number;
  /** From this instant on the next step holds; in the last step the departure. */
  readonly until: Instant;
}

/** The steps from `now` to the departure at `departsAt`, each with less than the one before; none after departure. */
export function refundOutlook(tiers: readonly RefundTier[], departsAt: number, now: number): readonly RefundStep[] {
  const steps: RefundStep[] = [];
  for (const { overMinutes, percent } of tiersInOrder(tiers)) {
    const until = instant(departsAt - overMinutes * MINUTE_MS);
    if (until <= now) continue;
    if (steps.at(-1)?.percent === percent) steps.pop();
    steps.push({ percent, until });
  }
  return steps;
}

/** A time before departure in the largest unit that it is a whole number of: 2 days and more in days, a day in hours. */
function timeBefore(minutes: number): { readonly count: number; readonly unit: 'days' | 'h' | 'min' } {
  const ms = minutes * MINUTE_MS;
  if (ms >= 2 * DAY_MS && ms % DAY_MS === 0) return { count: ms / DAY_MS, unit: 'days' };
  return ms % HOUR_MS === 0 ? { count: ms / HOUR_MS, unit: 'h' } : { count: minutes, unit: 'min' };
}

/** `24 h`, `30 min`, `7 days`. */
export function timeBeforeText(minutes: number): string {
  const { count, unit } = timeBefore(minutes);
  return `${count} ${unit}`;
}

/** `over 24 h`, `6 to 24 h`, `30 min to 2 h`, `at most 6 h`, `any time`: a tier of `tiersInOrder`, told by its neighbours. */
export function tierText(ordered: readonly RefundTier[], at: number): string {
  const above = ordered[at - 1];
  const own = ordered[at];
  if (!own) return '';
  if (!above) return own.overMinutes === 0 ? 'any time' : `over ${timeBeforeText(own.overMinutes)}`;
  if (own.overMinutes === 0) return `at most ${timeBeforeText(above.overMinutes)}`;
  const from = timeBefore(own.overMinutes);
  const sameUnit = from.unit === timeBefore(above.overMinutes).unit;
  return `${sameUnit ? from.count : timeBeforeText(own.overMinutes)} to ${timeBeforeText(above.overMinutes)}`;
}

/**
 * The rule in force at `now` for a booking whose first flight leaves at `departsAt`. Over means over: exactly 24 h before
 * departure is not over 24 h. At departure and after it nothing goes back. Tiers may come in any order.
 */
export function refundRule(tiers: readonly RefundTier[], departsAt: Instant, now: Instant): RefundRule {
  const left = departsAt - now;
  if (left <= 0) return { tier: -1, percent: 0, rule: 'after departure', fallsAt: null, fallsTo: 0 };
  const ordered = tiersInOrder(tiers);
  const tier = ordered.findIndex(({ overMinutes }) => left > overMinutes * MINUTE_MS);
  const percent = ordered[tier]?.percent ?? 0;
  const lower = ordered.findIndex((each, place) => place > tier && each.percent < percent);
  const before = ordered[lower - 1];
  return {
    tier,
    percent,
    rule: ordered.length === 1 ? 'until departure' : `${tierText(ordered, tier)} before departure`,
    fallsAt: before ? instant(departsAt - before.overMinutes * MINUTE_MS) : null,
    fallsTo: ordered[lower]?.percent ?? percent,
  };
}
