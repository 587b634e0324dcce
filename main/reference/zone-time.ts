import { DAY_MS, type Instant, instant, SECOND_MS } from '../../shared/instants.ts';

/** From `from` (UTC milliseconds) the zone is `offset` milliseconds ahead of UTC. */
interface Stretch {
  readonly from: number;
  readonly offset: number;
}

const WEEK_MS = 7 * DAY_MS;
/** The time for which the offsets of a zone are asked of the platform together: a quarter. A whole year would delay the first search in a zone. */
const KNOWN_TOGETHER_MS = 13 * WEEK_MS;
const formats = new Map<string, Intl.DateTimeFormat>();
const zones = new Map<string, Map<number, readonly Stretch[]>>();

/** How far a zone is ahead of UTC at a moment, in milliseconds. Throws a RangeError for a zone that does not exist. */
export function offsetAt(zone: string, utcMs: number): number {
  const stretches = stretchesOf(zone, Math.floor(utcMs / KNOWN_TOGETHER_MS));
  for (let at = stretches.length - 1; at > 0; at--) {
    const stretch = stretches[at];
    if (stretch && stretch.from <= utcMs) return stretch.offset;
  }
  return stretches[0]?.offset ?? 0;
}

export interface LocalMoment {
  readonly at: Instant;
  /** `never`: the clocks were put forward over this time; `twice`: they were put back over it. */
  readonly exists: 'once' | 'never' | 'twice';
}

/**
 * The moment at which clocks of a zone show `localMs` (a local date and time written as if it were UTC). A time that exists
 * twice is the one at which the zone is `offset` milliseconds ahead of UTC, else the earlier one. A time that does not exist is moved forward
 * by what the clocks skip, as calendars do (RFC 5545).
 */
export function momentOf(zone: string, localMs: number, offset?: number): LocalMoment {
  const before = offsetAt(zone, localMs - DAY_MS);
  const after = offsetAt(zone, localMs + DAY_MS);
  if (before === after) return { at: instant(localMs - before), exists: 'once' };
  const early = offsetAt(zone, localMs - before) === before;
  const late = offsetAt(zone, localMs - after) === after;
  if (early && late) {
    const meant = offset === before || offset === after ? offset : Math.max(before, after);
    return { at: instant(localMs - meant), exists: 'twice' };
  }
  if (late) return { at: instant(localMs - after), exists: 'once' };
  return { at: instant(localMs - before), exists: early ? 'once' : 'never' };
}

/** The local date at a moment, in days since 1970-01-01. */
export const localDay = (zone: string, utcMs: number): number => Math.floor((utcMs + offsetAt(zone, utcMs)) / DAY_MS);

/** The offsets of a zone in one quarter. The platform is asked once, week by week, and each change is found to the second. From then on offsets are arithmetic. */
function stretchesOf(zone: string, quarter: number): readonly Stretch[] {
  let ofZone = zones.get(zone);
  if (!ofZone) {
    ofZone = new Map();
    zones.set(zone, ofZone);
  }
  let stretches = ofZone.get(quarter);
  if (!stretches) {
    stretches = findStretches(zone, quarter * KNOWN_TOGETHER_MS, (quarter + 1) * KNOWN_TOGETHER_MS);
    ofZone.set(quarter, stretches);
  }
  return stretches;
}

function findStretches(zone: string, from: number, to: number): Stretch[] {
  const found: Stretch[] = [{ from, offset: askOffset(zone, from) }];
  for (let week = from; week < to; week += WEEK_MS) {
    const end = Math.min(week + WEEK_MS, to);
    let offset = askOffset(zone, week);
    const last = askOffset(zone, end);
    let low = week;
    while (offset !== last) {
      let high = end;
      while (high - low > SECOND_MS) {
        const middle = low + Math.floor((high - low) / 2 / SECOND_MS) * SECOND_MS;
        if (askOffset(zone, middle) === offset) low = middle;
        else high = middle;
      }
      offset = askOffset(zone, high);
      found.push({ from: high, offset });
      low = high;
    }
  }
  return found;
}

/** `GMT`, `GMT-05:00`, `GMT+05:45`, with seconds before standard time. */
function askOffset(zone: string, utcMs: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
    formats.set(zone, format);
  }
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(utcMs));
  if (!match?.[1]) return 0;
  const seconds = Number(match[2]) * 3_600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -seconds : seconds) * SECOND_MS;
}
