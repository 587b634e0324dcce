import { expect, it } from 'vitest';
import { nextScheduleGeneration } from '../../../main/store/tables/schedule-generation.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import { ANA, openTestHub, type TestHub, value } from '../support/test-hub.ts';

/** The board as it is shown, and what is said of the same flights where nothing is kept. */
async function bothWays(test: TestHub, flights: readonly { readonly number: number; readonly service_day: number }[]) {
  const date = dateOfDay(flights[0]?.service_day ?? 0);
  const shown = value(await test.hub.ask('flights.board', { from: 'JFK', date }, ANA)).flights;
  const found = [];
  for (const { number } of flights) found.push(...value(await test.hub.ask('flights.find', { carrier: 'B6', number, date }, ANA)).flights);
  return { shown, found };
}

it('a board that was shown before shows what has changed since: a hold, a policy, a new schedule, a flight that was added', async () => {
  const test = await openTestHub();
  const flights = [await test.addFlight(), await test.addFlight({ seat_map: '777-300er', equipment: '77W' })];
  const id = flights[0]?.id ?? 0;
  const steps: readonly [what: string, step: () => Promise<unknown>][] = [
    ['nothing', async () => {}],
    ['a hold', async () => value(await test.hold(id, ['20A', '20B']))],
    ['another policy', () => test.price(id, 'fixed')],
    [
      'a new schedule',
      async () => {
        await test.db.change("UPDATE flights SET equipment = '321', seat_map = 'a321', base_fare = 7700 WHERE id = ?").run(id);
        await nextScheduleGeneration(test.db);
      },
    ],
    ['an added flight', async () => void flights.push(await test.addFlight())],
  ];
  let before = '';
  for (const [what, step] of steps) {
    await step();
    const { shown, found } = await bothWays(test, flights);
    expect(shown, what).toEqual(found);
    expect(JSON.stringify(shown), what).not.toBe(before);
    before = JSON.stringify(shown);
  }
});

it('does not read the flights of a board again while schedule and strategies stay as they are', async () => {
  const test = await openTestHub();
  const flights = [await test.addFlight(), await test.addFlight()];
  const before = await bothWays(test, flights);
  // Past the commands, so that nobody counts the change.
  await test.db.change("UPDATE flights SET equipment = '999'").run();
  const after = await bothWays(test, flights);
  expect(after.shown).toEqual(before.shown);
  expect(after.found).not.toEqual(before.found);
});
