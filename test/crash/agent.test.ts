import { expect, test } from 'vitest';
import { seededRandom } from '../../main/seeded-random.ts';
import { refuse } from '../../shared/refusals.ts';
import { ANA, openTestHub } from '../main/support/test-hub.ts';
import { Agent, type AskedConsole } from './agent.ts';
import { Ledger } from './ledger.ts';

/** Sells at a hub until the second payment, which is stopped as by a hub that ends in order, and then on to the next hold. */
async function sellThroughStop(stops: number): Promise<Ledger> {
  const test = await openTestHub();
  const flight = await test.addFlight();
  const ledger = new Ledger('stop');
  ledger.stops = stops;
  const stop = new AbortController();
  let [stopped, asked] = [false, 0];
  const at = {
    async call(method: string, input: object) {
      if (method === 'holds.place' && stopped) stop.abort();
      if (method !== 'bookings.confirm') return test.hub.execute(method as never, input as never, ANA);
      stopped = true;
      asked++;
      return refuse('PAYMENT_STOPPED');
    },
  } as unknown as AskedConsole;
  const seats = ['20A', '20B', '20C', '20D', '21A', '21B', '21C', '21D'];
  await new Agent(seededRandom(1), 0, ledger, [{ id: flight.id, seats }]).sell(at, stop.signal);
  expect(asked).toBeGreaterThan(0);
  await test.hub.close();
  return ledger;
}

test('a payment that a stopping hub ended is no fault, and its hold is let go (the agent went on with it and met HOLD_ENDED)', async () => {
  const { problems, bookings } = await sellThroughStop(1);
  expect(problems).toEqual([]);
  expect([...bookings.values()].map(({ state }) => state)).toContain('PAYMENT_FAILED');
});

test('without a stop it is a fault', async () => {
  expect((await sellThroughStop(0)).problems.join('\n')).toContain('bookings.confirm was refused: PAYMENT_STOPPED');
});
