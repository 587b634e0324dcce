import { call } from '../client/client.ts';
import { toast } from '../parts/toast.tsx';
import type { PrintTo } from '../print/print-page.ts';
import { printSheet } from '../print/print-sheet.tsx';
import { PassengerSheet } from './passenger-sheet.tsx';

/** Prints the passenger list of a flight. */
export async function printPassengers(flightId: number, to: PrintTo): Promise<void> {
  const reply = await call('flights.passengerList', { flightId }, 'person');
  if (!reply.ok) {
    toast(`Not printed. ${reply.refusal.message}`, 'warn');
    return;
  }
  const { flight, date } = reply.value;
  await printSheet(<PassengerSheet list={reply.value} />, {
    to,
    what: `Passenger list of ${flight}`,
    name: `Passengers ${flight} ${date}`,
  });
}
