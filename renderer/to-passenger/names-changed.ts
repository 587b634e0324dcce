import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { ChangeState } from '../reservations/change/change-store.ts';
import { spelt } from './sale-shown.ts';
import type { ShownName } from './shown-flight.ts';

type Chosen = Pick<ChangeState, 'kind' | 'names' | 'joins' | 'passengers' | 'laps' | 'done'>;

const nameOf = ({ surname, given, type }: BookingView['passengers'][number]): ShownName => ({ surname, given, infant: type === 'INF' });
const named = (entry: string, host: string, infant: boolean): ShownName => ({ ...spelt(entry, host), infant, becomes: 'joins' });

/** What becomes of a passenger with a seat, by the number; of an infant that of whoever carries it, unless it alone stays at home. */
function fateOf({ kind, passengers, laps }: Chosen, passenger: number | undefined, onLap: boolean): Pick<ShownName, 'becomes'> {
  if (passenger === undefined) return {};
  if (kind === 'part' && (passengers.includes(passenger) || (onLap && laps.includes(passenger)))) return { becomes: 'leaves' };
  return kind === 'split' && passengers.includes(passenger) ? { becomes: 'apart' } : {};
}

/** Everybody of a booking while a change is chosen: those with seats first, then who comes with a seat, then the infants on laps. */
export function namesChanged({ passengers, party }: BookingView, chosen: Chosen): ShownName[] {
  // Once it is done, the booking says it all.
  if (chosen.done) return [...passengers.filter((one) => one.with === null), ...passengers.filter((one) => one.with !== null)].map(nameOf);
  const all = passengers.map((passenger, place) => {
    const typed = chosen.kind === 'names' ? chosen.names[place] : undefined;
    const carriedBy = passenger.with ?? place;
    return {
      onLap: passenger.with !== null,
      name: {
        ...nameOf(passenger),
        ...(typed ? spelt(typed.name, typed.host) : {}),
        ...fateOf(chosen, party[carriedBy]?.passenger, passenger.with !== null),
      },
    };
  });
  const joins = chosen.kind === 'add' || chosen.kind === 'infant' ? chosen.joins : [];
  return [
    ...all.filter(({ onLap }) => !onLap).map(({ name }) => name),
    ...(chosen.kind === 'add' ? joins.map(({ name, host, type }) => named(name, host, type === 'INS')) : []),
    ...all.filter(({ onLap }) => onLap).map(({ name }) => name),
    ...joins.flatMap(({ infant, infantName, infantHost }) => (infant ? [named(infantName, infantHost, true)] : [])),
  ];
}
