// A supervisor closes a booking class by hand and gives it back; an agent sells the next class meanwhile, and sees the change at once.
import { test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { decideOnQ, publishClasses } from './support/classes-by-hand.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('C closes a class by keyboard alone, once; a seat grid shows the next class, and the class again at once when it is given back', async ({
  browser,
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await publishClasses(page);
  await page.getByRole('tab', { name: 'Flights' }).click();
  const first = page.getByRole('table', { name: 'Flights' }).getByRole('row').nth(1);
  await expect(first).toContainText('Q9');
  // With a column of classes the curve still has room to be read.
  expect((await first.locator('.fl-curve').boundingBox())?.width).toBeGreaterThan(64);
  await decideOnQ(page, 'A congress in LA');
  await expect(first).toContainText('QC');
  await expect(first).toContainText('override');

  const agents = await browser.newContext();
  const agent = await agents.newPage();
  await openConsole(agent, hub.address, AGENT, 'T1-05');
  await new BoardPage(agent).openDirect();
  const there = new FlightPage(agent);
  await expect(there.price).toContainText('Class M');
  await expect(there.price).toContainText('Q closed by hand');

  await decideOnQ(page, 'The congress is over');
  await expect(there.price).toContainText('Class Q');
  await expect(first).toContainText('Q9');
  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('table', { name: 'Versions' });
  await expect(history.getByRole('row', { name: /^Q closed .*A congress in LA/ })).toHaveCount(1);
  await expect(history.getByRole('row', { name: /^Q given back .*The congress is over/ })).toHaveCount(1);
  await agents.close();
});
