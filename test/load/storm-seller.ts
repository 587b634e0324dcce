import { setTimeout as wait } from 'node:timers/promises';
import type { SeededRandom } from '../../main/seeded-random.ts';
import type { Input } from '../../shared/contract.ts';
import { adult, sale } from '../main/support/test-hub.ts';
import type { BridgeConsole } from './bridge-console.ts';
import type { PromisedBookings } from './promised-bookings.ts';

/** From one sale to the next, on average: the hub takes half a hold a second of each desk. */
const THINK_MS = 2_500;

/** Sells a seat, thinks, sells the next, through whatever happens to the hub, until it is told to stop; then nothing of it is unanswered. */
export async function sellThrough(
  console: BridgeConsole,
  flights: readonly number[],
  promised: PromisedBookings,
  random: SeededRandom,
  stop: AbortSignal,
): Promise<void> {
  for (let turn = 0; !stop.aborted; turn++) {
    await wait(random.next() * 2 * THINK_MS, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return;
    const name = `storm-${console.place.desk}-${turn}`;
    const legs: Input<'holds.place'>['legs'] = [{ flightId: random.pick(flights), cabin: 'Y', seats: 'best' }];
    const held = await console.askThrough('holds.place', { requestId: `${name}-hold`, legs, passengers: [adult], exitRowConfirmed: true });
    if (!held.ok) throw new Error(`a hold was refused: ${held.refusal.message}`);
    promised.keep(held.value);
    const sold = await console.askThrough('bookings.confirm', { requestId: `${name}-sale`, ...sale(held.value) });
    if (!sold.ok) throw new Error(`a sale was refused: ${sold.refusal.message}`);
    promised.keep(sold.value);
  }
}
