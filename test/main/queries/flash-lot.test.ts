import { expect, test } from 'vitest';
import { drawLot, sealOf } from '../../../main/rules/draw-lot.ts';
import { FLASH_NAMED_MAX } from '../../../shared/bounds.ts';
import { MERCY, openTestHub, value } from '../support/test-hub.ts';

const SEED = 'a'.repeat(64);

test('a supervisor reads who took part in a lot and in which order, once it is drawn and while the sale is open', async () => {
  const { hub, addFlight } = await openTestHub();
  const { id: flightId } = await addFlight();
  const lot = async () => value(await hub.ask('flashSale.lot', { flightId }, MERCY)).lot;
  expect(await lot()).toBeNull();
  const begin = { flightId, mode: 'lot' as const, seconds: 30, seed: SEED };
  const { number } = value(await hub.change('flashSale.begin', begin, MERCY, 'flash-0001'));
  // The seed is nobody's to know before the lot is drawn.
  expect(await lot()).toBeNull();

  const entrants = Array.from({ length: FLASH_NAMED_MAX + 10 }, (_, place) => `T3-${place} agent${place}`);
  value(await hub.change('flashSale.draw', { number, entrants }, MERCY, null));
  const order = drawLot(SEED, entrants.length).map((place) => entrants[place]);
  expect(await lot()).toMatchObject({ entrants: entrants.length, seed: SEED, seal: sealOf(SEED), first: order.slice(0, FLASH_NAMED_MAX) });

  value(await hub.change('flashSale.end', { flightId }, MERCY, 'flash-0002'));
  expect(await lot()).toBeNull();
});
