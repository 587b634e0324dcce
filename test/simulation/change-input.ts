import type { Input } from '../../shared/contract.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { ActionOf, ChangeAsked } from './action.ts';
import type { Model } from './model/model.ts';
import { bornOnTheWay, NOBODY_KNOWS, namesInput } from './sale-input.ts';

type Change = Input<'bookings.changeQuote'>['change'];

/** The same name spelt otherwise, or that of another person. */
function otherName(given: string, another: boolean): string {
  const [first = '', ...rest] = given.split(' ');
  const other = another ? (first === 'Maximilian' ? 'Elena' : 'Maximilian') : ({ Elena: 'Elenna', Elenna: 'Elena' }[first] ?? first);
  return [other, ...rest].join(' ');
}

/** A change of a booking as an agent asks for it. `hold`: the one that it names, as the agent knows it. */
export function changeInput(model: Model, bookingId: number, asked: ChangeAsked, hold: BookingView | undefined): Change {
  const held = hold?.bookingId ?? NOBODY_KNOWS;
  if (asked.kind === 'add') {
    const party = hold?.party ?? [{ passenger: 1, type: 'ADT', infant: false, assistance: false }];
    const passengers = namesInput(party, hold?.legs ?? [], asked.names, held) as Extract<Change, { kind: 'add' }>['passengers'];
    return { kind: 'add', hold: held, passengers };
  }
  if (asked.kind === 'infant') {
    const dates = (model.bookings.get(bookingId)?.legs ?? []).map(({ date }) => ({ date }));
    const born = { right: '2026-01-02', 'too-old': '2020-05-05', unsaid: null, 'on-the-way': bornOnTheWay(dates) }[asked.born];
    const named = { type: 'INF', surname: 'Petrov', given: 'Elena', title: '', birthDate: born } as const;
    return { kind: 'infant', infants: asked.places.map((place) => ({ ...named, with: place })) };
  }
  const reason = 'reason' in asked && asked.reason ? { reason: 'asked for at the counter' } : {};
  if (asked.kind === 'flights') return { kind: 'flights', hold: held, replaces: [...asked.replaces], ...reason };
  if (asked.kind !== 'names') return asked;
  const { place, another } = asked;
  const given = otherName(model.names.get(bookingId)?.[place]?.given ?? 'Elena A', another);
  return { kind: 'names', names: [{ place, surname: 'Petrov', given, title: '' }], ...reason };
}

/** `seen`: by how many versions the screen is old. */
export function splitInput(model: Model, bookingId: number, { passengers, seen, contact }: ActionOf<'split'>): object {
  const version = Math.max(1, (model.bookings.get(bookingId)?.version ?? 1) - seen);
  return {
    bookingId,
    version,
    passengers: [...passengers],
    contact: { phone: contact ? '+1 212 555 0148' : '', email: '', askedBy: 'Elena Petrov' },
  };
}
