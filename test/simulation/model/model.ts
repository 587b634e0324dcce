import { HOLD_MINUTES_MAX, HOLD_MINUTES_MIN, REPLY_KEPT_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { capacity, MAP_OF } from '../world.ts';
import { extend, place, release } from './holds.ts';
import { begin, cancel, confirm, fail, quote, refunded } from './sales.ts';
import { type Expected, type ModelCommand, type ModelFlight, ModelState, no } from './state.ts';

type Staged = Omit<ModelFlight, 'id' | 'strategy' | 'cancelled'>;
type Apply = { importId: string; generation: number; flights: number; scopes: { carrier: string; fromDay: number; toDay: number }[] };

const keyOf = ({ carrier, number, origin, day }: Staged): string => `${carrier} ${String(number).padStart(4, '0')} ${origin} ${day}`;

function setStrategy(state: ModelState, { flightId, strategy }: Input<'pricing.setStrategy'>, { now }: ModelCommand): object {
  const flight = state.flight(flightId);
  if (flight.cancelled) throw no('FLIGHT_CANCELLED');
  if (flight.departs <= now) throw no('FLIGHT_DEPARTED');
  if (flight.strategy !== strategy) state.events.push(['flight.strategy', null]);
  state.flights.set(flightId, { ...flight, strategy });
  return { flightId, strategy };
}

function setMinutes(state: ModelState, { minutes }: Input<'settings.setHoldMinutes'>): object {
  if (minutes < HOLD_MINUTES_MIN || minutes > HOLD_MINUTES_MAX) throw no('SETTING_OUT_OF_RANGE');
  state.holdMinutes = minutes;
  state.events.push(['setting.changed', null]);
  return { holdMinutes: minutes };
}

function stage(state: ModelState, { importId, values }: { importId: string; values: unknown[] }): object {
  const flights: Staged[] = [];
  for (let at = 0; at < values.length; at += 12) {
    const [carrier, number, , origin, destination, day, departs, arrives, equipment, map, fare] = values.slice(at, at + 12) as never[];
    flights.push({ carrier, number, origin, destination, day, departs, arrives, equipment, map, fare } as unknown as Staged);
  }
  state.staged.set(importId, flights);
  return { staged: flights.length };
}

/** Adds what is new, changes what flies otherwise, cancels what the file no longer brings. */
function apply(state: ModelState, { importId, generation, flights, scopes }: Apply, { now }: ModelCommand): object {
  const staged = state.staged.get(importId) ?? [];
  if (staged.length !== flights) throw no('IMPORT_UNKNOWN');
  if (generation !== state.generation) throw no('IMPORT_STALE');
  const filed = new Map(staged.map((flight) => [keyOf(flight), flight]));
  const counts = { added: 0, changed: 0, unchanged: 0, dropped: 0 };
  for (const flight of [...state.flights.values()]) {
    const next = filed.get(keyOf(flight));
    filed.delete(keyOf(flight));
    const { id, map, carrier, day, cancelled, departs } = flight;
    if (next && !cancelled && Object.entries(next).every(([field, value]) => flight[field as keyof Staged] === value)) counts.unchanged++;
    else if (next) {
      counts.changed++;
      // Another aircraft: as many more or fewer may be sold as it has seats more or fewer; none where the cabin is gone.
      for (const cabin of ['J', 'Y'] as const) {
        const counter = state.counters.get(`${id} ${cabin}`);
        const seats = capacity(next.map, cabin);
        if (counter && map !== next.map) counter.authorised = seats && Math.max(0, counter.authorised + seats - capacity(map, cabin));
      }
      state.flights.set(id, { ...flight, ...next, cancelled: false });
    } else if (!cancelled && departs > now && scopes.some((of) => of.carrier === carrier && of.fromDay <= day && day <= of.toDay)) {
      counts.dropped++;
      state.flights.set(id, { ...flight, cancelled: true });
    }
  }
  for (const [, next] of [...filed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    counts.added++;
    const id = state.flights.size + 1;
    state.flights.set(id, { ...next, map: MAP_OF[next.equipment] ?? '', id, strategy: 'demand', cancelled: false });
  }
  state.staged.delete(importId);
  if (counts.added + counts.changed + counts.dropped > 0) {
    state.generation++;
    state.events.push(['schedule.applied', null]);
  }
  return { counts };
}

/** What each command does: it changes the state and returns its reply, or throws a refusal. */
const COMMANDS: Readonly<Record<string, (state: ModelState, input: never, command: ModelCommand) => unknown>> = {
  'holds.place': place,
  'holds.extend': extend,
  'holds.release': release,
  'holds.expireDue': () => undefined,
  'payments.begin': begin,
  'payments.confirm': confirm,
  'payments.fail': fail,
  'payments.refunded': refunded,
  'bookings.cancelQuote': quote,
  'bookings.cancel': cancel,
  'pricing.setStrategy': setStrategy,
  'settings.setHoldMinutes': setMinutes,
  'schedule.stage': stage,
  'schedule.applyStaged': apply,
  'schedule.discard': ({ staged }) => staged.clear(),
  'replies.prune': ({ replies }, _input, { now }) => {
    for (const [id, { at }] of replies) if (at < now - REPLY_KEPT_MS) replies.delete(id);
  },
};

const askedBy = ({ name, actor, body }: ModelCommand): string => JSON.stringify([name, actor.user, actor.desk, body]);

/** The whole desk as the design tells it: foretells the reply and the events of each command, and how the store then stands. */
export class Model extends ModelState {
  /** `again`: this number was answered before, and the reply must be the very same. */
  apply(command: ModelCommand) {
    this.events = [];
    this.expire(command.now);
    const before = this.answered(command);
    const expected = before ?? this.#run(command);
    const again = before !== undefined && (before.ok || before.refusal.code !== 'REQUEST_REUSED');
    if (!before && command.requestId !== null) this.replies.set(command.requestId, { asked: askedBy(command), at: command.now, expected });
    return { expected, again, events: this.events };
  }

  /** The reply to a number that was used before: the same to the same, a refusal to anything else. */
  answered(command: ModelCommand): Expected | undefined {
    const known = this.replies.get(command.requestId ?? '');
    return known && (known.asked === askedBy(command) ? known.expected : no('REQUEST_REUSED'));
  }

  #run(command: ModelCommand): Expected {
    const run = COMMANDS[command.name];
    if (!run) throw new Error(`the model knows no command ${command.name}`);
    try {
      return { ok: true, value: run(this, JSON.parse(command.body) as never, command) ?? {} };
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      return refusal as Expected;
    }
  }
}
