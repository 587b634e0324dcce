import { expect, test } from 'vitest';
import { QUOTE_OFFER_MS } from '../../../shared/bounds.ts';
import { ANA, JONAS, openTestHub, value } from '../support/test-hub.ts';

/** A flight for 100.00, quoted to Ana's desk while it was empty; then half of it was sold, and it costs 125.00. */
async function quotedThenDearer() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const quote = (actor = ANA) => store.hub.ask('pricing.quote', { flightId: flight.id, cabin: 'Y' }, actor);
  const { offer, fare } = value(await quote());
  expect(fare).toBe(100_00);
  value(await store.hold(flight.id, ['18A'], {}, JONAS));
  await store.db.change('UPDATE cabin_counters SET sold = 88 WHERE flight_id = ?').run(flight.id);
  const hold = async (with_: string | undefined, actor = ANA) => {
    const leg = { flightId: flight.id, cabin: 'Y', seats: ['15A'], ...(with_ === undefined ? {} : { offer: with_ }) } as const;
    return value(await store.hold(flight.id, ['15A'], { legs: [{ ...leg, seats: ['15A'] }] }, actor));
  };
  return { ...store, flight, offer, quote, hold };
}

type Written = [until: number, fare: number, priced: unknown];
/** An offer whose text says something else, under the mark of the real one. */
function forged(offer: string, change: (written: Written) => Written): string {
  const [body = '', mark] = offer.split('.');
  const written = JSON.parse(Buffer.from(body, 'base64url').toString()) as Written;
  return `${Buffer.from(JSON.stringify(change(written))).toString('base64url')}.${mark}`;
}

test('a price that was read out is kept at its desk, although seats were sold meanwhile', async () => {
  const { hold, offer } = await quotedThenDearer();
  const held = await hold(offer);
  expect(held.total).toBe(100_00);
  const [leg] = held.legs;
  expect(leg?.trace.reduce((sum, { amount }) => sum + amount, 0)).toBe(100_00);
  expect(leg?.priced?.cabin).toEqual([178, 0, 0]);
});

test('without the quote the price of now is charged', async () => {
  const { hold } = await quotedThenDearer();
  expect((await hold(undefined)).total).toBe(125_00);
});

test.each([
  ['at another desk', async ({ hold, offer }) => hold(offer, JONAS)],
  [
    'after its time',
    async ({ hold, offer, clock }) => {
      clock.advance(QUOTE_OFFER_MS);
      return hold(offer);
    },
  ],
  ['that a console made up', async ({ hold, offer }) => hold(forged(offer, ([until, , priced]) => [until, 1_00, priced]))],
  ['with a longer time', async ({ hold, offer }) => hold(forged(offer, ([until, fare, priced]) => [until + 1, fare, priced]))],
  ['that is no offer', async ({ hold }) => hold('x')],
] as [string, (with_: Awaited<ReturnType<typeof quotedThenDearer>>) => Promise<{ total: number }>][])(
  'a quote %s is worth nothing',
  async (_, held) => {
    expect((await held(await quotedThenDearer())).total).toBe(125_00);
  },
);

test('a quote ends when a supervisor prices the flight by another policy', async () => {
  const { price, flight, hold, quote } = await quotedThenDearer();
  await price(flight.id, 'fixed');
  const { offer } = value(await quote());
  await price(flight.id, 'demand');
  expect((await hold(offer)).total).toBe(125_00);
});

test('a price that has fallen is charged, and not the dearer quote', async () => {
  const { db, flight, hold, quote } = await quotedThenDearer();
  const { offer, fare } = value(await quote());
  expect(fare).toBe(125_00);
  await db.change('UPDATE cabin_counters SET sold = 0 WHERE flight_id = ?').run(flight.id);
  expect((await hold(offer)).total).toBe(100_00);
});
