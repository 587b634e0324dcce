// A supervisor closes a booking class by hand; an open seat grid of an agent shows the price of the next one at once.
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

/** The letter of the class that the agent is asked to sell. */
const classOf = async (flight: FlightPage): Promise<string> => /Class (\w)/.exec((await flight.price.textContent()) ?? '')?.[1] ?? '';

test('C closes a class by keyboard alone, once; an open seat grid shows the next class at once, the history tells it, and U takes it back', async ({
  browser,
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await publishClasses(page);
  const agents = await browser.newContext();
  const agent = await agents.newPage();
  await openConsole(agent, hub.address, AGENT, 'T1-05');
  await new BoardPage(agent).openDirect();
  const there = new FlightPage(agent);
  await expect(there.price).toContainText(/Class \w/);
  const before = await classOf(there);

  await page.getByRole('tab', { name: 'Flights' }).click();
  const list = page.getByRole('table', { name: 'Flights' });
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('textbox', { name: 'Filter flights' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Booking classes' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Class' })).toBeFocused();
  await page.keyboard.type(before);
  await expect(page.getByRole('radio', { name: 'Close' })).toBeChecked();
  // The days of the route, as agents write them: the flight of the agent is among them.
  for (const key of ['Tab', 'Tab', 'ArrowRight', 'Tab']) await page.keyboard.press(key);
  await page.keyboard.type('+0');
  await page.keyboard.press('Tab');
  await page.keyboard.type('+2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A congress in LA');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'A class by hand' })).toHaveCount(0);

  await expect(there.price).not.toContainText(`Class ${before}`);
  await expect(there.price).toContainText(/Class \w/);
  await expect(list.getByRole('row').nth(1)).toContainText(`${before}C`);
  await expect(list.getByRole('row').nth(1)).toContainText('override');

  await page.keyboard.press('u');
  await expect(there.price).toContainText(`Class ${before}`);
  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('table', { name: 'Versions' });
  await expect(history.getByRole('row', { name: new RegExp(`^${before} closed .*A congress in LA`) })).toHaveCount(1);
  await expect(history.getByRole('row', { name: new RegExp(`^${before} given back`) })).toHaveCount(1);
  await agents.close();
});
