import { dayNumber } from '../../shared/instants.ts';
import type { ClassOverride } from '../../shared/methods/class-overrides.ts';
import type { Cabin } from '../../shared/seat-map.ts';

/** A flight as decisions are found for it. `service_day`: local date of departure, in days since 1970. */
export interface OverriddenFlight {
  readonly id: number;
  readonly origin: string;
  readonly destination: string;
  readonly service_day: number;
}

/** Booking classes of a cabin that somebody closed or opened, by the decision that counts. */
export type DecidedClasses = ReadonlyMap<string, ClassOverride>;
const NOTHING: DecidedClasses = new Map();

/**
 * All decisions about booking classes, in memory. The newest about a flight counts, and where there is none, or the newest gives the class back to
 * the policy, the newest about its route and day.
 */
export class ClassOverrides {
  /** Each in the order of their numbers. */
  readonly #flights = new Map<number, ClassOverride[]>();
  readonly #routes = new Map<string, { readonly first: number; readonly last: number; readonly override: ClassOverride }[]>();
  /** The number of the newest; 0 without any. */
  readonly newest: number;

  /** `all`: in the order of their numbers. */
  constructor(all: readonly ClassOverride[]) {
    for (const override of all) {
      const { scope } = override;
      if (scope.kind === 'flight') add(this.#flights, scope.flightId, override);
      else {
        const { origin, destination, from, to } = scope;
        add(this.#routes, `${origin} ${destination}`, { first: dayNumber(from), last: dayNumber(to), override });
      }
    }
    this.newest = all.at(-1)?.number ?? 0;
  }

  /** What is decided about the classes of a cabin, by their letters. */
  of({ id, origin, destination, service_day: day }: OverriddenFlight, cabin: Cabin): DecidedClasses {
    if (this.newest === 0) return NOTHING;
    const decided = new Map<string, ClassOverride>();
    for (const { first, last, override } of this.#routes.get(`${origin} ${destination}`) ?? [])
      if (override.cabin === cabin && first <= day && day <= last) decided.set(override.code, override);
    const own = new Map<string, ClassOverride>();
    for (const override of this.#flights.get(id) ?? []) if (override.cabin === cabin) own.set(override.code, override);
    for (const [code, override] of own) if (override.decision !== 'policy') decided.set(code, override);
    for (const [code, { decision }] of decided) if (decision === 'policy') decided.delete(code);
    return decided;
  }
}

function add<Key, Item>(all: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = all.get(key);
  if (known) known.push(item);
  else all.set(key, [item]);
}

/** The letters of classes that are decided so. */
export const lettersOf = (decided: DecidedClasses, decision: ClassOverride['decision']): string[] =>
  [...decided.values()].filter((override) => override.decision === decision).map(({ code }) => code);
