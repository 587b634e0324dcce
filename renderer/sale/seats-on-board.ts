import { call } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { hearConnections, staysAfter } from '../stores/connection-times.ts';
import type { Sale } from './sale.ts';
import { isSeated, seatsPicked, sittingOn } from './sale.ts';
import { dispatch, useSale } from './sale-store.ts';
import { say } from './say.ts';

/**
 * Gives a party that stays on board its seats on the next leg too, as long as they are free there: once it has all its seats on a leg, and the next has
 * none that somebody picked. Returns how to stop.
 */
export function followOnBoard(): () => void {
  let asked = '';
  const look = (): void => {
    const { sale } = useSale.getState();
    const place = sale ? nextToSeat(sale) : undefined;
    const key = sale && place !== undefined ? `${place} ${JSON.stringify(sale.legs[place - 1]?.seats)}` : '';
    if (key === asked) return;
    asked = key;
    if (sale && place !== undefined) void seatOn(sale, place);
  };
  const stops = [useSale.subscribe(look), hearConnections(look)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The leg whose seats are to be those of the leg before it; undefined when there is none. */
function nextToSeat(sale: Sale): number | undefined {
  if (sale.stage !== 'seats' || sale.busy) return undefined;
  const place = sale.legs.findIndex((leg, at) => {
    const before = sale.legs[at - 1];
    if (!before || before.cabin === null || !isSeated(before) || !staysAfter(sale.legs, at - 1)) return false;
    const open = leg.seats.every((seat) => seat === null) || leg.kept === true;
    return open && leg.seats.length === before.seats.length && leg.seats.join() !== before.seats.join();
  });
  return place < 0 ? undefined : place;
}

async function seatOn(sale: Sale, place: number): Promise<void> {
  const { round } = useSale.getState();
  const [before, leg] = [sale.legs[place - 1], sale.legs[place]];
  if (!before?.cabin || !leg) return;
  const seats = seatsPicked(before);
  const { cabin } = before;
  const staysOn = { flightId: before.flightId, seats };
  const ask = { flightId: leg.flightId, cabin, party: sittingOn(sale, place), wish: 'together' as const, staysOn };
  const reply = await call('flights.bestSeats', ask, 'console');
  const now = useSale.getState();
  // Whoever picked meanwhile has decided otherwise.
  if (!reply.ok || now.round !== round || now.sale?.legs[place] !== leg || now.sale.legs[place - 1] !== before) return;
  const same = reply.value.choices.some((choice) => choice.seats.join() === seats.join());
  if (same) dispatch({ do: 'keep', leg: place, cabin, seats });
  else if (leg.kept) dispatch({ do: 'keep', leg: place, cabin, seats: leg.seats.map(() => null) });
  const which = seats.join(' ');
  if (same) announce(`${which} on the next leg too, the party stays on board`);
  else say(`${which} ${seats.length === 1 ? 'is' : 'are'} not free on the next leg.`);
}
