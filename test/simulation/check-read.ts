import { QUOTE_OFFER_MS } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { dateOfDay, HOUR_MS } from '../../shared/instants.ts';
import type { ActionOf } from './action.ts';
import { difference, Failure } from './failure.ts';
import { localDate } from './local-date.ts';
import { blocksOn, isOver } from './model/blocks.ts';
import { changedLook } from './model/changed-groups.ts';
import { isSeat } from './model/claim-keys.ts';
import type { Model, ModelBooking } from './model/model.ts';
import { oversaleLook } from './model/oversale-look.ts';
import { queueLook } from './model/queues.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import { CLOSE_MS, STAFF } from './world.ts';

type Read = ActionOf<'read'>;

/** How many events a console reads of what happened before it listened. */
const PAST_EVENTS = 500;

/** Asks one query and holds the answer against the model. A hold or block whose time is up has no seats, swept or not. `right`: told the answer. */
export async function checkRead(hub: SimulatedHub, action: Read, bookingId: number, right: (reply: object) => void): Promise<void> {
  const actor = STAFF[action.as];
  const now = hub.now();
  const expected = expectedOf(hub.judge.model, action, bookingId, now);
  if (!expected) return;
  const { starts } = hub;
  const answered = expected.ask(hub, actor).then((reply) => {
    if (hub.starts !== starts) return;
    const found = difference(expected.reply, reply);
    if (found) hub.fail(new Failure(`read of ${action.what}`, `${found} in ${JSON.stringify(reply)}`));
    else right(reply);
  });
  await answered.catch((error: unknown) => hub.fail(error));
}

/** As many bookings are shown; of the rest only the number is told. */
const FOUND_MAX = 100;
/** As many changes of a flight by hand are shown. */
const HAND_CHANGES_MAX = 20;

interface Asked {
  readonly reply: object;
  readonly ask: (hub: SimulatedHub, actor: (typeof STAFF)[keyof typeof STAFF]) => Promise<object>;
}

function expectedOf(model: Model, action: Read, bookingId: number, now: number): Asked | undefined {
  const due = model.holds(now).length > 0;
  const none = (code: string) => ({ ok: false, refusal: { code } });
  switch (action.what) {
    case 'seats': {
      const flightId = action.flight;
      const flight = model.flights.get(flightId);
      const taken = [...model.claims].flatMap(([claim, id]) => {
        const [of, seat] = claim.split(' ');
        const booking = model.bookings.get(id);
        if (Number(of) !== flightId || !booking || !seat || !isSeat(seat)) return [];
        if (booking.state === 'HOLD' && (booking.expiresAt ?? 0) <= now) return [];
        const here = booking.desk === STAFF[action.as].desk;
        return [`${seat} ${booking.state !== 'HOLD' ? 'sold' : here ? 'held-here' : 'held-elsewhere'}`];
      });
      // A block whose time is over keeps nobody from its seat, ended or not.
      const standing = blocksOn(model, flightId).filter((block) => !isOver(block, now));
      const blocked = new Set(standing.map(({ seat }) => `${seat} blocked`));
      const reply = flight
        ? { ok: true, cancelled: flight.cancelled, policy: model.policies.of(flight, now).version, taken: [...taken, ...blocked].sort() }
        : none('FLIGHT_UNKNOWN');
      return {
        reply,
        ask: async ({ hub }, actor) => {
          const answer = await hub.ask('flights.seatMap', { flightId }, actor);
          if (!answer.ok) return answer;
          const seats = answer.value.taken.map(({ seat, state }: Output<'flights.seatMap'>['taken'][number]) => `${seat} ${state}`);
          return { ok: true, cancelled: answer.value.flight.cancelled === true, policy: answer.value.policy.version, taken: seats.sort() };
        },
      };
    }
    case 'price': {
      const flight = model.flights.get(action.flight);
      // What is due and not swept yet still counts as load.
      if (due) return undefined;
      const until = now + QUOTE_OFFER_MS;
      const reply = flight
        ? {
            ok: true,
            value: { fare: model.price(flight, 'Y', now).fare, policy: { version: model.price(flight, 'Y', now).policy }, until },
          }
        : none('FLIGHT_UNKNOWN');
      return { reply, ask: ({ hub }, actor) => hub.ask('pricing.quote', { flightId: action.flight, cabin: 'Y' }, actor) };
    }
    case 'search': {
      const flight = model.flights.get(action.flight);
      if (due || !flight) return undefined;
      const { origin, destination } = flight;
      const date = localDate(origin, flight.departs);
      const offered = [...model.flights.values()].filter(
        (one) => one.origin === origin && one.destination === destination && localDate(origin, one.departs) === date,
      );
      const itineraries = offered
        .filter(({ cancelled, departs }) => !cancelled && departs > now)
        .map((one) =>
          model.room(one.id, 'Y') > 0 && one.departs - CLOSE_MS > now ? `${one.id} ${model.price(one, 'Y', now).fare}` : `${one.id} full`,
        );
      const reply = date < localDate(origin, now) ? none('DATE_PAST') : { ok: true, itineraries: itineraries.sort(), more: 0 };
      const party = { adults: 1, children: 0, cabin: 'Y', maxStops: 0 } as const;
      const when = { date, leavesFrom: 0, leavesTo: 1_440, sort: 'departure' } as const;
      return {
        reply,
        ask: async ({ hub }, actor) => {
          const answer = await hub.ask('flights.search', { from: origin, to: destination, ...party, ...when }, actor);
          if (!answer.ok) return answer;
          const shown = answer.value.itineraries.map(({ key, total }) => `${key} ${total ?? 'full'}`);
          return { ok: true, itineraries: shown.sort(), more: answer.value.more };
        },
      };
    }
    case 'board': {
      const flight = model.flights.get(action.flight);
      if (!flight) return undefined;
      const date = localDate(flight.origin, flight.departs);
      const listed = [...model.flights.values()]
        .filter(({ origin, departs }) => localDate(origin, departs) === date)
        .sort((a, b) => a.departs - b.departs || a.id - b.id)
        .map(({ id, cancelled }) => {
          const { authorised, held, sold } = model.counter(id, 'Y');
          return `${id} ${authorised} ${held} ${sold}${cancelled ? ' cancelled' : ''}`;
        });
      return {
        reply: { ok: true, listed },
        ask: async ({ hub }, actor) => {
          const answer = await hub.ask('flights.board', { from: null, date }, actor);
          if (!answer.ok) return answer;
          const rows = answer.value.flights.map(({ flightId, cabins, cancelled }) => {
            const { authorised, held, sold } = cabins.find(({ cabin }) => cabin === 'Y') ?? {};
            return `${flightId} ${authorised} ${held} ${sold}${cancelled ? ' cancelled' : ''}`;
          });
          return { ok: true, listed: rows };
        },
      };
    }
    case 'by-hand': {
      const flight = model.flights.get(action.flight);
      const changes = flight ? model.hand.of(flight).slice(0, HAND_CHANGES_MAX) : [];
      const shown = changes.map(({ number, kind, reason, user, at }) => ({ number, kind, reason, user, at }));
      const reply = flight ? { ok: true, value: { changes: shown } } : none('FLIGHT_UNKNOWN');
      return { reply, ask: ({ hub }, actor) => hub.ask('schedule.handChanges', { flightId: action.flight }, actor) };
    }
    case 'find': {
      const flight = model.flights.get(action.flight);
      // What is due and not swept yet still has its seats.
      if (due || !flight) return undefined;
      const newestFirst = [...model.bookings.values()].reverse();
      // Who pays later is found by the names that were taken with the time limit.
      const named = newestFirst.filter(({ state, payBy }) => state === 'CONFIRMED' || state === 'CANCELLED' || (state === 'HOLD' && payBy));
      const onFlight = newestFirst.filter(
        ({ bookingId, state, legs }) =>
          model.everOn.get(bookingId)?.has(flight.id) || (state === 'HOLD' && legs.some(({ flightId }) => flightId === flight.id)),
      );
      const shown = (bookings: readonly ModelBooking[]) => ({
        ids: bookings.slice(0, FOUND_MAX).map(({ bookingId }) => bookingId),
        more: Math.max(0, bookings.length - FOUND_MAX),
      });
      return {
        reply: { ok: true, byName: shown(named), byFlight: shown(onFlight) },
        ask: async ({ hub }, actor) => {
          const { carrier, number, day } = flight;
          const answers = [
            await hub.ask('bookings.find', { anyOf: [{ by: 'name', name: 'Petrov' }] }, actor),
            await hub.ask('bookings.find', { anyOf: [{ by: 'flight', carrier, number, date: dateOfDay(day) }] }, actor),
          ] as const;
          const [byName, byFlight] = answers.map(
            (answer) => answer.ok && { ids: answer.value.bookings.map(({ bookingId }) => bookingId), more: answer.value.more },
          );
          return { ok: true, byName, byFlight };
        },
      };
    }
    case 'holds': {
      // A way on is in no tray.
      const trays = model.holds().filter(({ bookingId: id, expiresAt }) => !model.ways.has(id) && (expiresAt ?? 0) > now);
      const holds = trays.filter(({ desk }) => desk === STAFF[action.as].desk);
      return { reply: { ok: true, value: { holds } }, ask: ({ hub }, actor) => hub.ask('holds.ofDesk', {}, actor) };
    }
    case 'jobs': {
      const rank = { DEAD: 0, WAITING: 1, DONE: 2, STOPPED: 2 };
      const open = model.jobs
        .filter(({ state }) => state !== 'DONE' && state !== 'STOPPED')
        .map((job) => ({ ...job, rank: rank[job.state] + (job.tries ? 0 : 1) }));
      open.sort((a, b) => (a.state === 'DEAD' ? 0 : a.rank) - (b.state === 'DEAD' ? 0 : b.rank) || a.id - b.id);
      const jobs = open.map(({ id, kind, state, tries, bookingId }) => {
        const standing = state === 'DEAD' ? 'dead' : tries > 0 ? 'failed' : 'waits';
        return { jobId: id, kind, bookingId, standing, tries: { length: tries } };
      });
      return { reply: { ok: true, value: { jobs, more: 0 } }, ask: ({ hub }) => hub.ask('jobs.list', {}, STAFF.mercy) };
    }
    case 'unheard': {
      const { desk } = STAFF[action.as];
      const outcome = ({ sale, state, payingSince }: ModelBooking) =>
        sale ? 'made' : state === 'HOLD' && payingSince !== null ? 'under-way' : 'not-made';
      const marks = [...model.unheard.values()].filter((mark) => mark.desk === desk).sort((a, b) => a.at - b.at || a.id - b.id);
      const told = marks.map(({ id, at }) => ({ booking: { bookingId: id }, askedAt: at, outcome: outcome(model.booking(id)) }));
      const reply = { ok: true, value: { sales: told } };
      // What is due and not swept yet is still being paid.
      return due ? undefined : { reply, ask: ({ hub }, actor) => hub.ask('bookings.unheard', {}, actor) };
    }
    case 'last-sales': {
      const { desk } = STAFF[action.as];
      const sold = [...model.bookings.values()].filter(({ sale }) => sale?.desk === desk);
      sold.sort((a, b) => (b.sale?.at ?? 0) - (a.sale?.at ?? 0) || b.bookingId - a.bookingId);
      const sales = sold.slice(0, 5).map(({ bookingId, state, total }) => ({ bookingId, state, total }));
      return { reply: { ok: true, value: { sales } }, ask: ({ hub }, actor) => hub.ask('bookings.lastOfDesk', {}, actor) };
    }
    case 'failed': {
      const failed = [...model.queues.failed].filter(([, { counts }]) => counts > now - 24 * HOUR_MS);
      failed.sort(([a, first], [b, second]) => second.counts - first.counts || b - a);
      const payments = failed
        .slice(0, FOUND_MAX)
        .map(([bookingId, { counts: failedAt }]) => ({ bookingId, failedAt, total: model.booking(bookingId).total }));
      const reply = { ok: true, value: { payments, more: failed.length - payments.length } };
      return due ? undefined : { reply, ask: ({ hub }) => hub.ask('payments.failed', {}, STAFF.mercy) };
    }
    case 'queue': {
      const reply = { ok: true, value: queueLook(model, action.queue, STAFF[action.as].desk, now) };
      return { reply, ask: ({ hub }, actor) => hub.ask('queues.look', { queue: action.queue, dayBegan: 0 }, actor) };
    }
    case 'oversale': {
      const { flight: flightId, cabin } = action;
      const ask = ({ hub }: SimulatedHub, actor: (typeof STAFF)[keyof typeof STAFF]) =>
        hub.ask('oversale.room', { flightId, cabin }, actor);
      // What is due and not swept yet still has its seats.
      return due ? undefined : { reply: oversaleLook(model, flightId, cabin, now), ask };
    }
    case 'changed': {
      const { group } = action;
      return { reply: changedLook(model, group, now), ask: ({ hub }, actor) => hub.ask('reaccommodation.list', { group }, actor) };
    }
    case 'events':
      return {
        reply: { ok: true },
        ask: async (simulated, actor) => {
          const after = Math.max(0, simulated.judge.checks.newestEvent - PAST_EVENTS);
          const answer = await simulated.hub.ask('events.since', { after }, actor);
          if (!answer.ok) return answer;
          simulated.activity.read(model, answer.value.events as JournalEvent[]);
          const numbers = answer.value.events.map(({ event }) => event);
          return {
            ok:
              numbers.every((event, place) => event === after + 1 + place) &&
              numbers.at(-1) === (numbers.length > 0 ? answer.value.newest : undefined),
          };
        },
      };
    case 'booking': {
      const booking = model.bookings.get(bookingId);
      if (due && booking?.state === 'HOLD') return undefined;
      const reply = booking ? { ok: true, value: { booking }, reasons: model.hand.reasonsTold(bookingId) } : none('BOOKING_UNKNOWN');
      return {
        reply,
        ask: async ({ hub }, actor) => {
          const answer = await hub.ask('bookings.get', { bookingId }, actor);
          const told = answer.ok ? answer.value.history.filter(({ type }) => type === 'booking.flightsChanged') : [];
          return { ...answer, reasons: told.map(({ text }) => text.split('; by hand: ')[1] ?? '') };
        },
      };
    }
  }
}
