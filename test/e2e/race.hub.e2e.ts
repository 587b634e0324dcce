// Two desks and one seat.
import { type Page, test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { AGENT, OTHER_AGENT, openConsole } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

const DESKS = ['T1-04', 'T1-05'] as const;
let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

/** Both desks on the same flight, each with its own console. */
async function bothOnOneFlight(one: Page, two: Page): Promise<[FlightPage, FlightPage]> {
  await openConsole(one, hub.address, AGENT, DESKS[0]);
  await openConsole(two, hub.address, OTHER_AGENT, DESKS[1]);
  for (const page of [one, two]) await new BoardPage(page).openDirect();
  return [new FlightPage(one), new FlightPage(two)];
}

/** Says who has the seat, offers others, and these can be held. */
async function goesOnWithNextBest(page: Page, flight: FlightPage, seat: string, winner: string): Promise<void> {
  await flight.sees(seat, `held by desk ${winner}`);
  await expect(page.getByText(new RegExp(`${seat} .*desk ${winner}`)).first()).toBeVisible();
  await page
    .getByRole('button', { name: /^Take \d/ })
    .first()
    .click();
  await expect(flight.holdButton).toBeVisible();
  expect(await flight.chosenSeats()).not.toContain(seat);
  await flight.hold();
}

test('of two desks that hold the same seat at once exactly one gets it', async ({ browser }) => {
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [one, two] = await Promise.all([contexts[0].newPage(), contexts[1].newPage()]);
  const flights = await bothOnOneFlight(one, two);
  const [seat = ''] = await flights[0].freeSeats();
  for (const flight of flights) await flight.pick(seat);

  // By key, since the button of the slower one may change its words under the pointer.
  await Promise.all([one, two].map((page) => page.keyboard.press('Enter')));
  const holders = () => Promise.all([one, two].map((page) => page.getByRole('timer').count()));
  await expect.poll(async () => (await holders()).join()).toMatch(/^(1,0|0,1)$/);
  const first = (await holders()).indexOf(1);
  const [winner, loser] = first === 0 ? [one, two] : [two, one];
  await expect(new FlightPage(winner).tray.getByRole('button', { name: `${seat} ` })).toHaveCount(1);
  await goesOnWithNextBest(loser, new FlightPage(loser), seat, DESKS[first] ?? '');
  for (const context of contexts) await context.close();
});

test('a desk that has not heard yet is refused, told who has the seat, and offered the next best', async ({ browser }) => {
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [one, two] = await Promise.all([contexts[0].newPage(), contexts[1].newPage()]);
  // The second console goes on asking, but hears no event: as on a slow line.
  let deaf = false;
  await two.routeWebSocket(/\/socket$/, (console) => {
    const hub = console.connectToServer();
    console.onMessage((message) => hub.send(message));
    hub.onMessage((message) => {
      if (!deaf || 'id' in JSON.parse(String(message))) console.send(message);
    });
  });
  const [winner, loser] = await bothOnOneFlight(one, two);
  const [, seat = ''] = await winner.freeSeats();
  await winner.pick(seat);
  await loser.pick(seat);
  deaf = true;
  await winner.hold();
  await loser.sees(seat, 'chosen( for .+)?');
  await loser.holdButton.click();
  await expect(loser.panel.getByRole('alert').filter({ hasText: `is held by desk ${DESKS[0]} until` })).toContainText('Next best: ');
  deaf = false;
  await two
    .getByRole('button', { name: /^Take \d/ })
    .first()
    .click();
  await loser.hold();
  for (const context of contexts) await context.close();
});

test('a chosen seat that another desk takes is seen to go, and the next best is offered', async ({ browser }) => {
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [one, two] = await Promise.all([contexts[0].newPage(), contexts[1].newPage()]);
  const [taker, watcher] = await bothOnOneFlight(one, two);
  const [, , seat = ''] = await taker.freeSeats();
  await watcher.pick(seat);
  await taker.pick(seat);
  const locator = await taker.hold();
  await goesOnWithNextBest(two, watcher, seat, DESKS[0]);
  // Given back, it is free on the other screen too.
  await taker.panel.getByRole('button', { name: 'Release' }).click();
  await expect(taker.chip(locator)).toHaveCount(0);
  await watcher.sees(seat, 'free(, next best)?');
  for (const context of contexts) await context.close();
});
