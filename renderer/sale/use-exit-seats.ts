import { useSeats } from '../seats/seat-store.ts';
import type { Sale } from './sale.ts';

/** Chosen seats that lie in an exit row, each once though a party has it on several legs, so that the spoken confirmation is asked for when it is needed and not else. */
export function useExitSeats({ legs }: Pick<Sale, 'legs'>): string[] {
  const flights = useSeats((seats) => seats.flights);
  const seats = legs.flatMap((leg) => {
    const rows = flights[leg.flightId]?.answer.map.rows.filter((row) => row.exit).map((row) => row.row) ?? [];
    return leg.seats.filter((seat) => seat !== null && rows.includes(Number.parseInt(seat, 10))).map(String);
  });
  return [...new Set(seats)];
}
