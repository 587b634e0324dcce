import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { SeatMapAnswer } from './seat-events.ts';

/** Whether an event may change the aircraft of a flight, its gate, or what a flight with a weight limit carries. The events tell no kilograms. */
export function movesAircraft(event: JournalEvent, { flight, aircraft }: Pick<SeatMapAnswer, 'flight' | 'aircraft'>): boolean {
  if (event.type === 'aircraft.set') return aircraft?.tail === event.data.tail;
  if (event.type === 'flight.assigned') return event.data.flightId === flight.flightId;
  if (!aircraft?.weight) return false;
  if (event.type === 'setting.changed') return event.data.subject.startsWith('weight of ');
  return isAbout(event, 'booking') && event.data.legs.some((leg) => leg.flightId === flight.flightId);
}
