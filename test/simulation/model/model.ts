import { HOLD_MINUTES_MAX, HOLD_MINUTES_MIN, REPLY_KEPT_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { capacity, MAP_OF } from '../world.ts';
import { extend, place, release } from './holds.ts';
import { begin, cancel, confirm, fail, quote, refunded } from './sales.ts';
import { type Asker, type Expected, type ModelFlight, ModelState, no, yes } from './state.ts';

/** As the engine is given it; the body is JSON. */
export type ModelCommand = {
  readonly name: string;
  readonly requestId: string | null;
  readonly body: string;
  readonly actor: Asker;
  readonly now: number;
};
type Staged = Omit<ModelFlight, 'id' | 'strategy' | 'cancelled'>;
type Scope = { readonly carrier: string; readonly fromDay: number; readonly toDay: number };
type Apply = { readonly importId: string; readonly generation: number; readonly flights: number; readonly scopes: readonly Scope[] };
type Foretold = { readonly expected: Expected; readonly again: boolean; readonly events: readonly [string, number | null][] };

const keyOf = ({ carrier, number, origin, day }: Staged): string => `${carrier} ${String(number).padStart(4, '0')} ${origin} ${day}`;

const askedBy = ({ name, actor, body }: ModelCommand): string => JSON.stringify([name, actor.user, actor.desk, body]);

/** The whole desk as the design tells it: foretells the reply and the events of each command, and how the store then stands. */
export class Model extends ModelState {
  readonly #replies = new Map<string, { readonly asked: string; readonly at: number; readonly expected: Expected }>();
  readonly #staged = new Map<string, readonly Staged[]>();

  /** `again`: this number was answered before, and the reply must be the very same. */
  apply(command: ModelCommand): Foretold {
    const { name, requestId, body, actor, now } = command;
    this.events = [];
    this.expire(now);
    const before = this.answered(command);
    if (before) return { expected: before, again: before.ok || before.refusal.code !== 'REQUEST_REUSED', events: this.events };
    const expected = this.#run(name, body, actor, now);
    if (requestId !== null) this.#replies.set(requestId, { asked: askedBy(command), at: now, expected });
    return { expected, again: false, events: this.events };
  }

  /** The reply to a number that was used before: the same to the same, a refusal to anything else. */
  answered(command: ModelCommand): Expected | undefined {
    const known = this.#replies.get(command.requestId ?? '');
    return known && (known.asked === askedBy(command) ? known.expected : no('REQUEST_REUSED'));
  }

  remembers(requestId: string): boolean {
    return this.#replies.has(requestId);
  }

  #run(name: string, body: string, actor: Asker, now: number): Expected {
    const input = JSON.parse(body);
    if (name === 'holds.place') return place(this, now, actor, input);
    if (name === 'holds.extend') return extend(this, actor, input.bookingId);
    if (name === 'holds.release') return release(this, actor, input.bookingId);
    if (name === 'payments.begin') return begin(this, now, actor, input);
    if (name === 'payments.confirm') return confirm(this, now, actor, input);
    if (name === 'payments.fail') return fail(this, input.bookingId, input.charges);
    if (name === 'payments.refunded') return refunded(this, input.reference);
    if (name === 'bookings.cancelQuote') return quote(this, now, input.bookingId);
    if (name === 'bookings.cancel') return cancel(this, now, input.bookingId, input.quoteId);
    if (name === 'pricing.setStrategy') return this.#setStrategy(now, input);
    if (name === 'settings.setHoldMinutes') return this.#setMinutes(input.minutes);
    if (name === 'schedule.stage') return this.#stage(input);
    if (name === 'schedule.applyStaged') return this.#apply(now, input);
    if (name === 'schedule.discard') this.#staged.clear();
    else if (name === 'replies.prune') {
      for (const [id, { at }] of this.#replies) if (at < now - REPLY_KEPT_MS) this.#replies.delete(id);
    } else if (name !== 'holds.expireDue') throw new Error(`the model knows no command ${name}`);
    return yes({});
  }

  #setStrategy(now: number, { flightId, strategy }: Pick<Input<'pricing.setStrategy'>, 'flightId' | 'strategy'>): Expected {
    const flight = this.flights.get(flightId);
    if (!flight) return no('FLIGHT_UNKNOWN');
    if (flight.cancelled) return no('FLIGHT_CANCELLED');
    if (flight.departs <= now) return no('FLIGHT_DEPARTED');
    if (flight.strategy !== strategy) this.events.push(['flight.strategy', null]);
    this.flights.set(flightId, { ...flight, strategy });
    return yes({ flightId, strategy });
  }

  #setMinutes(minutes: number): Expected {
    if (minutes < HOLD_MINUTES_MIN || minutes > HOLD_MINUTES_MAX) return no('SETTING_OUT_OF_RANGE');
    this.holdMinutes = minutes;
    this.events.push(['setting.changed', null]);
    return yes({ holdMinutes: minutes });
  }

  #stage({ importId, values }: { readonly importId: string; readonly values: readonly (string | number)[] }): Expected {
    const flights: Staged[] = [];
    for (let at = 0; at < values.length; at += 12) {
      const [carrier, number, , origin, destination, day, departs, arrives, equipment, map, fare] = values.slice(at, at + 12) as never[];
      flights.push({ carrier, number, origin, destination, day, departs, arrives, equipment, map, fare } as unknown as Staged);
    }
    this.#staged.set(importId, flights);
    return yes({ staged: flights.length });
  }

  /** Adds what is new, changes what flies otherwise, cancels what the file no longer brings. */
  #apply(now: number, { importId, generation, flights, scopes }: Apply): Expected {
    const staged = this.#staged.get(importId) ?? [];
    if (staged.length !== flights) return no('IMPORT_UNKNOWN');
    if (generation !== this.generation) return no('IMPORT_STALE');
    const filed = new Map(staged.map((flight) => [keyOf(flight), flight]));
    const counts = { added: 0, changed: 0, unchanged: 0, dropped: 0 };
    for (const flight of [...this.flights.values()]) {
      const next = filed.get(keyOf(flight));
      filed.delete(keyOf(flight));
      const inScope = scopes.some(
        ({ carrier, fromDay, toDay }) => flight.carrier === carrier && flight.day >= fromDay && flight.day <= toDay,
      );
      if (!next) {
        if (!inScope || flight.cancelled || flight.departs <= now) continue;
        counts.dropped++;
        this.flights.set(flight.id, { ...flight, cancelled: true });
      } else if (flight.cancelled || Object.entries(next).some(([field, value]) => flight[field as keyof Staged] !== value)) {
        counts.changed++;
        this.#moveAuthorised(flight, next.map);
        this.flights.set(flight.id, { ...flight, ...next, cancelled: false });
      } else counts.unchanged++;
    }
    for (const [, next] of [...filed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      counts.added++;
      const id = this.flights.size + 1;
      this.flights.set(id, { ...next, map: MAP_OF[next.equipment] ?? '', id, strategy: 'demand', cancelled: false });
    }
    this.#staged.delete(importId);
    if (counts.added + counts.changed + counts.dropped > 0) {
      this.generation++;
      this.events.push(['schedule.applied', null]);
    }
    return yes({ counts });
  }

  /** Another aircraft: as many more or fewer may be sold as it has seats more or fewer; none where the cabin is gone. */
  #moveAuthorised({ id, map }: ModelFlight, to: string): void {
    for (const cabin of ['J', 'Y'] as const) {
      const counter = this.counters.get(`${id} ${cabin}`);
      const seats = capacity(to, cabin);
      if (counter && map !== to) counter.authorised = seats && Math.max(0, counter.authorised + seats - capacity(map, cabin));
    }
  }
}
