import { assert } from '../../../shared/assert.ts';
import { WAITLIST_READ_MAX } from '../../../shared/bounds.ts';
import { closeRules } from '../../../shared/close-of-sales.ts';
import { isPhone } from '../../../shared/contact.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { instant, isDue } from '../../../shared/instants.ts';
import { WAIT_PRIORITIES } from '../../../shared/methods/waitlist.ts';
import { accept, type Refused, refuse } from '../../../shared/refusals.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import { type FlightRow, flightName } from '../../store/tables/flights-table.ts';
import {
  aheadOf,
  changeWaitEntry,
  insertWaitEntry,
  waitEntryById,
  waitingInVain,
  waitlistMoved,
} from '../../store/tables/waitlist-table.ts';
import { offersEndAt } from '../../views/list-now.ts';
import type { Command, CommandContext } from '../command.ts';
import { offerFreed } from './offer-freed.ts';

type JoinInput = Input<'waitlist.join'>;

/** Takes a party onto the list of a cabin, for any of some flights. Seats that are free and that fit are held for it at once. */
export const joinWaitlist: Command<JoinInput, Output<'waitlist.join'>> = async (context, input) => {
  const { db, now, actor, emit } = context;
  const { flights, cabin, passengers, name, phone, fareLimit, reason } = input;
  const rows = await flightsOfJoin(context, input);
  if (!rows.ok) return rows;
  const [first] = rows.value;
  assert(first, 'a party waits for one flight at least');
  await endInVain(context);
  const priority = WAIT_PRIORITIES.indexOf(input.priority);
  const ahead = await aheadOf(db, first.id, cabin, priority);
  const entry = await insertWaitEntry(db, {
    ...{
      flights: JSON.stringify(flights),
      cabin,
      booking_class: input.bookingClass ?? null,
      party: JSON.stringify(passengers),
      contact_name: name,
      phone,
    },
    ...{ fare_limit: fareLimit, currency: first.currency, priority, reason },
    ...{ desk: actor.desk, user: actor.user, joined_at: now, ahead },
    leaves_at: Math.max(...rows.value.map(({ departs_at }) => departs_at)),
  });
  emit('waitlist.joined', { ...waitlistMoved(entry), ...(input.priority === 'supervisor' ? { overrides: ['priority'] } : {}) });
  await offerFreed(
    context,
    flights.map((flightId) => ({ flightId, cabin })),
  );
  const after = await waitEntryById(db, entry.id);
  assert(after, `party ${entry.id} joined the waitlist`);
  return accept({ entryId: after.id, state: after.state, hold: after.hold_id, ahead });
};

/** The flights, if the party may wait for all of them. */
async function flightsOfJoin(context: CommandContext, input: JoinInput): Promise<{ ok: true; value: readonly FlightRow[] } | Refused> {
  const { now, actor, cache, reference } = context;
  const { cabin, passengers, fareLimit, phone } = input;
  if (input.priority === 'supervisor' && actor.role !== 'supervisor') return refuse('ROLE_REQUIRED', { role: 'supervisor' });
  if (passengers.some(({ type }) => type === 'INS') && !passengers.some(({ type }) => type === 'ADT')) return refuse('INFANT_ALONE');
  const rows: FlightRow[] = [];
  for (const flightId of input.flights) {
    const row = await cache.flight(flightId);
    if (!row) return refuse('FLIGHT_UNKNOWN', { flightId });
    rows.push(row);
  }
  const about = (row: FlightRow) => ({ flightId: row.id, flight: flightName(row), cabin });
  const gone = rows.find(({ cancelled }) => cancelled === 1);
  if (gone) return refuse('FLIGHT_CANCELLED', about(gone));
  const left = rows.find(({ departs_at }) => isDue(instant(departs_at), now));
  if (left) return refuse('FLIGHT_DEPARTED', about(left));
  const planOf = (row: FlightRow) => {
    const plan = reference.seatPlan(row.seat_map);
    assert(plan, `flight ${row.id} flies with a seat map that this Aisle does not know`);
    return plan;
  };
  const without = rows.find((row) => !planOf(row).capacity[cabin]);
  if (without)
    return refuse('CABIN_UNKNOWN', { ...about(without), cabins: CABINS.filter((candidate) => planOf(without).capacity[candidate]) });
  const unknown = input.bookingClass === undefined ? undefined : await classProblem(context, rows, cabin, input.bookingClass);
  if (unknown) return unknown;
  const [first] = rows;
  assert(first, 'a party waits for one flight at least');
  const foreign = rows.find(({ currency }) => currency !== first.currency);
  if (foreign && fareLimit !== null)
    return refuse('CURRENCIES_DIFFER', { ...about(foreign), currency: foreign.currency, before: flightName(first), other: first.currency });
  const small = rows.find((row) => (planOf(row).capacity[cabin] ?? 0) < passengers.length);
  if (small) return refuse('WAITLIST_TOO_LARGE', { ...about(small), count: passengers.length, seats: planOf(small).capacity[cabin] });
  const rules = closeRules(await cache.setting('closeMinutes'), await cache.setting('closeExceptions'));
  const cutOff = await cache.setting('offerCutOffMinutes');
  const closed = rows.find((row) => isDue(offersEndAt(row, cutOff, rules), now));
  if (closed) return refuse('WAITLIST_CLOSED', { ...about(closed), until: offersEndAt(closed, cutOff, rules) });
  if (!isPhone(phone)) return refuse('CONTACT_INVALID', { input: 'phone', field: 'phone number' });
  return accept(rows);
}

/** Each of the flights must be sold in that class, whether it is open now or not. */
async function classProblem({ now, cache }: CommandContext, rows: readonly FlightRow[], cabin: Cabin, code: string) {
  const policies = await cache.policies();
  for (const row of rows) {
    const { rules } = policies.of(row, now);
    const codes = rules.flatMap((rule) => (rule.rule === 'bookingClasses' ? rule.cabins[cabin].map((one) => one.code) : []));
    if (!codes.includes(code)) return refuse('CLASS_UNKNOWN', { flightId: row.id, flight: flightName(row), code, cabin, codes });
  }
  return undefined;
}

/** Parties whose flights have all left wait no more. No timer looks for them: they are in nobody's way. */
async function endInVain({ db, now, actor, emit }: CommandContext): Promise<void> {
  for (const row of await waitingInVain(db, now, WAITLIST_READ_MAX)) {
    const ended = { state: 'UNABLE', ended_why: 'left', ended_at: now, ended_by: actor.user } as const;
    emit('waitlist.ended', waitlistMoved(await changeWaitEntry(db, row, ended)));
  }
}
