import { assert } from '../../shared/assert.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import { type OnWay, sameWay } from '../../shared/ways.ts';
import type { Airport, Reference } from '../reference/reference.ts';
import { flownBetween } from './flown-between.ts';
import { type NumberedLeg, staysOnBoard } from './through-flight.ts';

/** The longest connection that a search offers: within one country, and where one of the flights crosses a border. Longer is a stopover. */
const LAYOVER_MS_MAX = { domestic: 6 * HOUR_MS, international: 12 * HOUR_MS };

/** Between an arrival at one airport and a departure from it, or from another airport of its city. */
export interface ConnectionTime {
  readonly minimumMinutes: number;
  readonly minimumMs: number;
  /** The longest that a search offers. A hold accepts a longer one too. */
  readonly layoverMsMax: number;
}

/** Undefined when one cannot change there: two airports that share no city. */
export function connectionTime(
  reference: Reference,
  from: Airport,
  arrivesAt: Airport,
  departsAt: Airport,
  to: Airport,
): ConnectionTime | undefined {
  if (arrivesAt.code !== departsAt.code && arrivesAt.cityCode !== departsAt.cityCode) return undefined;
  const minimumMinutes = reference.minimumConnectionMinutes(from, arrivesAt, departsAt, to);
  const domestic = reference.isDomestic(from, arrivesAt) && reference.isDomestic(departsAt, to);
  return {
    minimumMinutes,
    minimumMs: minimumMinutes * MINUTE_MS,
    layoverMsMax: domestic ? LAYOVER_MS_MAX.domestic : LAYOVER_MS_MAX.international,
  };
}

/** Why `next` cannot be flown after `before`, in words that follow "cannot follow: "; undefined when it can. */
export function connectionProblem(before: NumberedLeg, next: NumberedLeg, reference: Reference): string | undefined {
  if (staysOnBoard(before, next)) return undefined;
  const [from, at, departsAt, to] = [...flownBetween(reference, before), ...flownBetween(reference, next)];
  assert(from && at && departsAt && to, `a connection at ${before.destination} uses an airport that this Aisle does not know`);
  const time = connectionTime(reference, from, at, departsAt, to);
  if (!time) return `it leaves from ${departsAt.code}, and the other arrives at ${at.code}`;
  const layoverMs = next.departs_at - before.arrives_at;
  const where = at.code === departsAt.code ? `at ${at.code}` : `from ${at.code} to ${departsAt.code}`;
  if (layoverMs < 0) return `it leaves ${where} before the other arrives`;
  if (layoverMs >= time.minimumMs) return undefined;
  return `${Math.floor(layoverMs / MINUTE_MS)} minutes to change ${where}, at least ${time.minimumMinutes} are needed`;
}

/** The same for two legs of a hold or booking: between two ways nothing is changed, so the way back only begins after the way out has arrived. */
export function followProblem(
  before: { readonly flight: NumberedLeg; readonly leg: OnWay },
  next: { readonly flight: NumberedLeg; readonly leg: OnWay },
  reference: Reference,
): string | undefined {
  if (sameWay(before.leg, next.leg)) return connectionProblem(before.flight, next.flight, reference);
  if (before.leg.back) return 'it is of the way out, and the other of the way back';
  return next.flight.departs_at < before.flight.arrives_at ? 'the way back leaves before the way out has arrived' : undefined;
}
