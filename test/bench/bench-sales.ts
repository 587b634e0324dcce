import { Payments } from '../../main/payment/take-payment.ts';
import { HERE, seatAt } from '../main/support/here.ts';
import { sale } from '../main/support/test-hub.ts';
import { AGENT, accepted, type BenchHub, holdInput, placeHold } from './bench-hub.ts';

const CONNECTION = { ...seatAt(), session: undefined, caller: HERE, notify() {} };

/** Whole sales: a hold, then names and cash in one step, as an agent's console asks for them. Gives the number of the booking. */
export function sell(opened: BenchHub): (turn: number) => Promise<number> {
  const confirm = new Payments({
    hub: opened.hub,
    terminal: undefined,
    wait: () => Promise.reject(new Error('cash asks no terminal')),
  }).confirm;
  return async (turn) => {
    const input = { requestId: `bench-confirm-${turn}`, ...sale(await placeHold(opened, holdInput(turn))) };
    return accepted(await confirm({ session: undefined, actor: AGENT, connection: CONNECTION }, input)).bookingId;
  };
}

/** A cancellation as a console asks for it: the quote, then what it says. */
export async function cancel({ hub }: BenchHub, bookingId: number): Promise<void> {
  const { offerId } = accepted(await hub.execute('bookings.cancelQuote', { requestId: `bench-quote-${bookingId}`, bookingId }, AGENT));
  accepted(await hub.execute('bookings.cancel', { requestId: `bench-cancel-${bookingId}`, bookingId, offerId }, AGENT));
}
