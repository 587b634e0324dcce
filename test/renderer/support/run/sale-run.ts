import type { Output } from '../../../../shared/contract.ts';
import type { Refused } from '../../../../shared/refusals.ts';
import { ANA, adult, type Confirm, value } from '../../../main/support/test-hub.ts';
import { NEIGHBOUR, ON, OUT, openCounter } from './open-counter.ts';

type Held = Output<'holds.place'>;

/** One adult in this seat of each flight: the hold, and its sale for cash that was counted out. */
async function sellTo(seats: readonly (readonly [flightId: number, seat: string])[], exitRowConfirmed = false) {
  const counter = await openCounter();
  const legs = seats.map(([flightId, seat]) => ({ flightId, cabin: 'Y' as const, seats: [seat] }));
  const held: Held = value(await counter.hold(OUT, [], { legs, passengers: [adult], exitRowConfirmed }));
  const paid: Confirm = {
    bookingId: held.bookingId,
    passengers: [{ type: 'ADT', surname: 'Petrov', given: 'Elena', title: 'MRS', birthDate: null, with: null }],
    contact: { phone: '2125550148', email: '', askedBy: 'Elena Petrov' },
    tenders: [{ kind: 'cash', amount: held.total, given: held.total }],
  };
  const sold = value(await counter.confirm(paid));
  await counter.hub.close();
  return { held, sold };
}

/** What the hub refuses to Ana: 3B, which the next counter holds, and 12A, as long as nobody said the words of an exit row. */
async function runRefused(): Promise<Refused[]> {
  const counter = await openCounter();
  value(await counter.hold(OUT, ['3B'], {}, NEIGHBOUR));
  const replies = [await counter.hold(OUT, ['3B'], {}, ANA), await counter.hold(OUT, ['12A'], {}, ANA)];
  await counter.hub.close();
  return replies.filter((reply) => !reply.ok);
}

/** What one adult can be sold on the flight screen. `best`: the best seat of AA 185 and of AA 186. */
export async function runSales(best: string) {
  const sales = [
    await sellTo([[OUT, best]]),
    await sellTo([[OUT, '3B']]),
    await sellTo([[OUT, '12A']], true),
    await sellTo([
      [OUT, best],
      [ON, best],
    ]),
  ];
  return { sales, refused: await runRefused() };
}
