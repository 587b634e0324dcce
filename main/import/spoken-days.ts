import type { StagedScope } from '../store/tables/staged-flights-table.ts';
import { SPOKEN_FLIGHTS_MAX, SPOKEN_PERIODS_MAX } from './import-bounds.ts';
import type { LegPattern } from './leg-pattern.ts';

/** First and last day, both inclusive, in days since 1970. */
interface Period {
  readonly fromDay: number;
  readonly toDay: number;
}

/** The periods of a carrier, or of one flight of it: in order, and none touches the next. */
interface Spoken {
  readonly scope: Omit<StagedScope, 'fromDay' | 'toDay'>;
  periods: Period[];
}

/**
 * The days of operation for which a file speaks. A flight of the store that operates on one of them and is not in the file is dropped.
 * 1. Days are counted as the file counts them, local to the origin or in UTC. In a UTC file an evening flight of New York operates on the
 *    next day, so local days would reach into days for which the file does not speak.
 * 2. Each record speaks for its period. What lies between two periods is not spoken for.
 * 3. Within the validity of the carrier record, or where none is told, a record speaks for all flights of the carrier: they would stand in the file. Beyond the
 *    validity it speaks for its own flight alone. A season's file may hold one flight that reaches far into the next season.
 */
export class SpokenDays {
  readonly #carriers = new Map<string, Spoken>();
  readonly #flights = new Map<string, Spoken>();

  add({ carrier, number, suffix, times, fromDay, toDay, validity }: LegPattern): void {
    const first = Math.max(fromDay, validity?.fromDay ?? fromDay);
    const last = Math.min(toDay, validity?.toDay ?? toDay);
    const inside = first <= last ? { fromDay: first, toDay: last } : undefined;
    if (inside) put(this.#carriers, `${carrier} ${times}`, { carrier, times }, inside);
    for (const beyond of without({ fromDay, toDay }, inside ? [inside] : [])) {
      const key = `${carrier} ${number}${suffix} ${times}`;
      if (this.#flights.has(key) || this.#flights.size < SPOKEN_FLIGHTS_MAX)
        put(this.#flights, key, { carrier, times, flight: { number, suffix } }, beyond);
    }
  }

  /** Carriers that the file gives both in local times and in UTC. Their days cannot be told apart. */
  get mixed(): string[] {
    const carriers = [...this.#carriers.values(), ...this.#flights.values()].map(({ scope }) => scope);
    const local = new Set(carriers.filter(({ times }) => times === 'local').map(({ carrier }) => carrier));
    return [...new Set(carriers.filter(({ carrier, times }) => times === 'utc' && local.has(carrier)).map(({ carrier }) => carrier))];
  }

  /** No two scopes hold the same flight on the same day. */
  get scopes(): StagedScope[] {
    const mixed = new Set(this.mixed);
    const carriers = [...this.#carriers.values()].flatMap(({ scope, periods }) => periods.map((period) => ({ ...scope, ...period })));
    const flights = [...this.#flights.values()].flatMap(({ scope, periods }) => {
      const taken = this.#carriers.get(`${scope.carrier} ${scope.times}`)?.periods ?? [];
      return periods.flatMap((period) => without(period, taken)).map((period) => ({ ...scope, ...period }));
    });
    return [...carriers, ...flights].filter(({ carrier }) => !mixed.has(carrier));
  }
}

function put(all: Map<string, Spoken>, key: string, scope: Spoken['scope'], period: Period): void {
  let spoken = all.get(key);
  if (!spoken) {
    spoken = { scope, periods: [] };
    all.set(key, spoken);
  }
  const { periods } = spoken;
  if (periods.some(({ fromDay, toDay }) => fromDay <= period.fromDay && period.toDay <= toDay)) return;
  const apart = periods.filter(({ fromDay, toDay }) => toDay < period.fromDay - 1 || fromDay > period.toDay + 1);
  // Days that are forgotten are not spoken for, and their flights stay.
  if (apart.length >= SPOKEN_PERIODS_MAX) return;
  const joined = periods.filter((one) => !apart.includes(one));
  apart.push({
    fromDay: Math.min(period.fromDay, ...joined.map(({ fromDay }) => fromDay)),
    toDay: Math.max(period.toDay, ...joined.map(({ toDay }) => toDay)),
  });
  spoken.periods = apart.sort((a, b) => a.fromDay - b.fromDay);
}

/** What is left of a period without others that are in order and apart. */
function without({ fromDay, toDay }: Period, others: readonly Period[]): Period[] {
  const left: Period[] = [];
  let next = fromDay;
  for (const other of others) {
    if (other.toDay < next || other.fromDay > toDay) continue;
    if (other.fromDay > next) left.push({ fromDay: next, toDay: other.fromDay - 1 });
    next = other.toDay + 1;
  }
  if (next <= toDay) left.push({ fromDay: next, toDay });
  return left;
}
