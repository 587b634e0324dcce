import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { agentDate } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useSeats } from '../seats/seat-store.ts';
import { useCabinLoad } from '../stores/loads-store.ts';
import { go } from '../stores/navigation-store.ts';
import { type Sale, sittingOn } from './sale.ts';

/** To the waitlist of the cabin that is shown, with the party of the sale. */
export function waitForCabin(sale: Sale): void {
  const leg = sale.legs[sale.active];
  const flight = useSeats.getState().flights[leg?.flightId ?? 0]?.answer.flight;
  const cabin = leg?.cabin ?? flight?.cabins[0]?.cabin;
  if (!leg || !flight || !cabin) return;
  const party = sittingOn(sale, sale.active);
  const adults = party.filter(({ type }) => type === 'ADT').length;
  const infants = party.filter(({ infant }) => infant).length;
  const flights = `${flight.flight.replace(' ', '')} ${agentDate(flight.date)}`;
  go({ name: 'waitlist', flightId: leg.flightId, cabin, add: { flights, party: { adults, children: party.length - adults, infants } } });
}

/** Says that a cabin has too few seats for the party, and leads to its waitlist. */
export function FullCabin({ sale }: { sale: Sale }) {
  const leg = sale.legs[sale.active];
  const load = useSeats(({ flights }) => flights[leg?.flightId ?? 0]?.answer.flight.cabins.find(({ cabin }) => cabin === leg?.cabin));
  return leg && load ? <IfFull sale={sale} flightId={leg.flightId} load={load} /> : null;
}

function IfFull({ sale, flightId, load }: { sale: Sale; flightId: number; load: Parameters<typeof useCabinLoad>[2] }) {
  const { cabin, authorised, held, sold } = useCabinLoad(flightId, load.cabin, load);
  const taken = held + sold;
  const free = Math.max(0, Math.min(authorised, load.capacity) - taken);
  const party = sittingOn(sale, sale.active).length;
  if (free >= party) return null;
  const over = authorised - taken;
  return (
    <p className="full-cabin">
      <Icon name="users" size={15} />
      <span>
        {free === 0 ? 'No seat is' : free === 1 ? 'Only 1 seat is' : `Only ${free} seats are`} left for sale in {CABIN_NAMES[cabin]}.
        {over >= party ? ` ${over} more may be sold without a seat.` : ''}
      </span>
      <Button kbd="Q" onPress={() => waitForCabin(sale)}>
        Waitlist
      </Button>
    </p>
  );
}
