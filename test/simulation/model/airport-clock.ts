import { MINUTE_MS } from '../../../shared/instants.ts';
import { ZONES } from '../zones.ts';

const PARTS = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
const CLOCKS: ReadonlyMap<string, Intl.DateTimeFormat> = new Map(
  Object.entries(ZONES).map(([airport, timeZone]) => [airport, new Intl.DateTimeFormat('en-US', { timeZone, ...PARTS })]),
);

/** What the clocks of an airport show at a moment, in minutes since 1970. */
export function clockAt(airport: string, moment: number): number {
  const parts = new Map(
    CLOCKS.get(airport)
      ?.formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) / MINUTE_MS;
}

/** The moment at which the clocks of an airport show so many minutes. In no run a flight leaves while they are changed. */
export function momentAt(airport: string, minutes: number): number {
  const about = minutes * MINUTE_MS;
  const off = (moment: number): number => clockAt(airport, moment) * MINUTE_MS - moment;
  return about - off(about - off(about));
}
