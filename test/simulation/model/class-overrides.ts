import type { Input } from '../../../shared/contract.ts';
import { DAY_MS, dayNumber } from '../../../shared/instants.ts';
import type { ClassOverride, OverrideScope } from '../../../shared/methods/class-overrides.ts';
import { refused } from './expected.ts';
import type { Commands } from './model.ts';
import { CLASS_CODES, CLASSES } from './policies.ts';

type Decided = Pick<ClassOverride, 'scope' | 'code' | 'decision'>;
type Flight = { readonly id: number; readonly origin: string; readonly destination: string; readonly day: number };

/** What is by hand of the economy classes of one flight. */
export interface ByHand {
  readonly closed: readonly string[];
  readonly opened: readonly string[];
}

const place = (scope: OverrideScope): string =>
  scope.kind === 'flight' ? `flight ${scope.flightId}` : `${scope.origin}-${scope.destination}`;

/** All decisions about economy classes, oldest first: the number of one is its place. */
export class ModelOverrides {
  readonly #all: Decided[] = [];

  add(decided: Decided): number {
    return this.#all.push(decided);
  }

  /** The number of the newest decision about a class of a flight, or of a route whatever its days; 0 for none. */
  newestOf(scope: OverrideScope, code: string): number {
    return this.#all.findLastIndex((one) => one.code === code && place(one.scope) === place(scope)) + 1;
  }

  of(flight: Flight, more: readonly Decided[] = []): ByHand {
    const all = [...this.#all, ...more];
    const says = (code: string): Decided['decision'] | undefined => {
      const own = all.findLast(({ scope, code: of }) => of === code && scope.kind === 'flight' && scope.flightId === flight.id);
      if (own && own.decision !== 'policy') return own.decision;
      const covers = ({ scope }: Decided): boolean =>
        scope.kind === 'route' &&
        `${scope.origin}-${scope.destination}` === `${flight.origin}-${flight.destination}` &&
        dayNumber(scope.from) <= flight.day &&
        flight.day <= dayNumber(scope.to);
      return all.findLast((one) => one.code === code && covers(one))?.decision;
    };
    return { closed: CLASS_CODES.filter((code) => says(code) === 'closed'), opened: CLASS_CODES.filter((code) => says(code) === 'open') };
  }
}

export const OVERRIDES: Commands = {
  'pricing.overrideClass'(model, { scope, code, decision, basedOn }: Input<'pricing.overrideClass'>, { now }) {
    const flight = scope.kind === 'flight' ? model.flight(scope.flightId) : undefined;
    if (flight?.cancelled) throw refused('FLIGHT_CANCELLED');
    if (flight && flight.departs <= now) throw refused('FLIGHT_DEPARTED');
    if (scope.kind === 'route' && dayNumber(scope.to) < Math.floor(now / DAY_MS) - 1) throw refused('OVERRIDE_DATES');
    const newest = model.overrides.newestOf(scope, code);
    if (newest !== basedOn) throw refused('OVERRIDE_CHANGED', { number: newest });
    if (decision !== 'policy') {
      // A flight of the route that nobody decided about.
      const any = flight ?? {
        id: 0,
        ...(scope as { origin: string; destination: string; from: string }),
        day: dayNumber((scope as { from: string }).from),
      };
      const { name } = model.policies.of(any, now);
      if (name !== CLASSES || !CLASS_CODES.includes(code)) throw refused('CLASS_UNKNOWN');
      const { closed } = model.overrides.of(any, [{ scope, code, decision }]);
      if (decision === 'closed' && closed.length === CLASS_CODES.length) throw refused('CLASS_LAST');
    }
    const number = model.overrides.add({ scope, code, decision });
    const flightId = scope.kind === 'flight' ? scope.flightId : null;
    model.events.push(['class.overridden', null, { number, scope: scope.kind, flightId, cabin: 'Y', code, decision }]);
    // Who waits for this class may be offered seats now.
    const theirs = model.waits.filter(({ state, bookingClass }) => state === 'WAITING' && bookingClass === code && decision !== 'closed');
    const flights = [...new Set(theirs.flatMap((entry) => entry.flights))].map((id) => model.flight(id));
    const about = (one: Flight) =>
      scope.kind === 'flight'
        ? one.id === scope.flightId
        : one.origin === (scope as { origin: string }).origin && one.destination === (scope as { destination: string }).destination;
    const open = flights.filter((one) => one.departs > now && about(one)).sort((a, b) => a.departs - b.departs || a.id - b.id);
    model.freed.push(...open.map(({ id }) => ({ flightId: id, cabin: 'Y' as const })));
    return { number, code, decision };
  },
};
