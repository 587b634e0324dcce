import type { Sale } from '../sale/sale.ts';
import { useSeats } from '../seats/seat-store.ts';
import { go } from '../stores/navigation-store.ts';

/** To the oversale of the cabin that is shown. The sale stays as it is, and Esc leads back to it. */
export function openOversale(sale: Sale): void {
  const leg = sale.legs[sale.active];
  const flight = useSeats.getState().flights[leg?.flightId ?? 0]?.answer.flight;
  const cabin = leg?.cabin ?? flight?.cabins.at(-1)?.cabin;
  if (leg && cabin) go({ name: 'flight', flightIds: [leg.flightId], oversale: cabin });
}
