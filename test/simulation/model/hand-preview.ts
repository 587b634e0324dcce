import type { HandChange } from '../../../shared/methods/hand-changes.ts';
import { cancelledBy, keyOf } from './apply-file.ts';
import { type Expected, known } from './expected.ts';
import { type HandPlan, planByHand } from './hand-plan.ts';
import { legMeanings } from './leg-meaning.ts';
import type { Model, ModelFlight } from './model.ts';
import { worstOf } from './plan-way.ts';

/** What a passenger would notice of a flight that flies otherwise. */
const NOTICED = ['destination', 'departs', 'arrives', 'equipment', 'map'] as const;

/** The model as it would be with these flights. */
function withFlights(model: Model, flights: ReadonlyMap<number, ModelFlight>): Model {
  const flight = (id: number): ModelFlight => known(flights.get(id), 'FLIGHT_UNKNOWN');
  const flown: Model['flown'] = (legs) => legs.map(({ flightId }) => flight(flightId));
  return Object.assign(Object.create(model), { flights, flight, flown });
}

/** What a preview must tell: what would be done to flights, and each booking that is touched with the worst that it would mean for it. */
function told(model: Model, plan: HandPlan, now: number): object {
  const filed = new Map(plan.flights.map((flight) => [keyOf(flight), flight]));
  const flights = new Map(model.flights);
  const touched = new Set<number>();
  const counts = { added: filed.size, changed: 0, unchanged: 0, dropped: 0 };
  for (const flight of model.flights.values()) {
    const next = filed.get(keyOf(flight));
    const after: ModelFlight = { ...flight, ...next, cancelled: next ? false : flight.cancelled || cancelledBy(flight, plan.scopes, now) };
    flights.set(flight.id, after);
    const isOther = after.cancelled !== flight.cancelled || NOTICED.some((field) => after[field] !== flight[field]);
    if (next) counts.added--;
    if (next) counts[isOther ? 'changed' : 'unchanged']++;
    else if (isOther) counts.dropped++;
    if (isOther) touched.add(flight.id);
  }
  const after = withFlights(model, flights);
  const bookings = [...model.bookings.values()]
    .filter(({ state, legs }) => (state === 'HOLD' || state === 'CONFIRMED') && legs.some(({ flightId }) => touched.has(flightId)))
    .map((booking) => {
      const kinds = legMeanings(after, booking).map(({ kind }) => kind);
      return { bookingId: booking.bookingId, held: booking.state === 'HOLD', kind: worstOf(kinds) ?? 'none' };
    });
  return { counts: { ...counts, refused: 0, bookingsTouched: bookings.length }, bookings };
}

/** What a change by hand must be answered, and the plan where it can be made. */
export function previewOf(model: Model, change: HandChange, now: number): { readonly reply: object; readonly plan?: HandPlan } {
  try {
    const plan = planByHand(model, change, now);
    return { reply: { ok: true, ...told(model, plan, now) }, plan };
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return { reply: refusal as Expected };
  }
}
