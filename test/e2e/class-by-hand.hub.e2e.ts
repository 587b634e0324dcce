// A supervisor closes a booking class by hand and gives it back; an agent sells the next class meanwhile, and sees the change at once.
import { expect, type Page, test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { FlightPage } from './support/flight-page.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

/** Prices the route by booking classes. A price that moves far is typed, as the screen asks. */
async function publishClasses(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pricing JFK LAX\n');
  await page.getByRole('button', { name: 'Begin from a template' }).click();
  await page.getByRole('menuitem', { name: 'Nested booking classes' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Classes from today on');
  await page.keyboard.press('Control+Enter');
  const slip = page.getByRole('region', { name: 'Is this a slip?' });
  const done = page.getByText(/^v\d+ is in force\. Holds keep their price\.$/);
  await expect(slip.or(done).first()).toBeVisible();
  if (await slip.isVisible()) {
    const [price = ''] = /^\S+/.exec(await slip.getByText(/confirms it$/).innerText()) ?? [];
    await slip.getByLabel('Type the price').fill(price);
    await page.keyboard.press('Enter');
  }
  await expect(done).toBeVisible();
}

/** Decides about Q for the route on the days of the store, from the list of flights, by the keyboard alone. */
async function decideOnQ(page: Page, reason: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Filter flights' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Flights' }).locator('button[aria-pressed="true"]')).toBeFocused();
  await expect(page.getByRole('table', { name: 'Booking classes' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Class' })).toBeFocused();
  await page.keyboard.type('q');
  for (const key of ['Tab', 'Tab', 'ArrowRight', 'Tab']) await page.keyboard.press(key);
  await page.keyboard.type('+0');
  await page.keyboard.press('Tab');
  await page.keyboard.type('+2');
  await page.keyboard.press('Tab');
  await page.keyboard.type(reason);
  // Twice the key, one decision.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'A class by hand' })).toHaveCount(0);
}

test('C closes a class by keyboard alone, once; a seat grid shows the next class, and the class again at once when it is given back', async ({
  browser,
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await publishClasses(page);
  await page.getByRole('tab', { name: 'Flights' }).click();
  const first = page.getByRole('table', { name: 'Flights' }).getByRole('row').nth(1);
  await expect(first).toContainText('Q9');
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
