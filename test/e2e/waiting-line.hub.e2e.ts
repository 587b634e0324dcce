// Who has to wait: the holds of a flash sale stand in line, and a desk that asks too often is asked to come again. By keyboard.
import { type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage } from './support/board-page.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { pressLetter } from './support/press-letter.ts';
import { runCommand } from './support/run-command.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

const DAY = localDate('America/New_York', 3);

const addFlight = (page: Page, ...numbers: readonly number[]): Promise<void> =>
  new AdminPage(page).addFlights(...numbers.map((number) => `B6,${number},JFK,BUF,${DAY},${DAY},08:15,09:40,CR2,129.00`));

async function openFlight(page: Page, number: number, adults = 1): Promise<FlightPage> {
  await page.keyboard.press('F1');
  const board = new BoardPage(page);
  await board.search({ from: 'JFK', to: 'BUF', date: DAY, adults });
  await board.open(board.rows(`B6 ${number}`).first());
  const flight = new FlightPage(page);
  await flight.sees('1A', 'free');
  return flight;
}

async function holdTheBest(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Hold the best/ }).focus();
  await pressLetter(page, 's');
}

test('a supervisor opens a flash sale by lot, an agent waits in it, leaves it, comes back and holds; then it is closed', async ({
  browser,
  page,
}) => {
  const supervisor = await (await browser.newContext()).newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await addFlight(supervisor, 9041);
  await openConsole(page, hub.address, AGENT, 'T1-04');
  const flight = await openFlight(page, 9041);
  await openFlight(supervisor, 9041);
  await pressLetter(supervisor, 'Shift+Q');
  const dialog = supervisor.getByRole('dialog', { name: 'Flash sale of B6 9041' });
  // The form begins with the focus, so Enter would open it as it stands.
  await expect(dialog.getByRole('radio', { name: 'In order' })).toBeFocused();
  await supervisor.keyboard.press('ArrowRight');
  await supervisor.keyboard.press('Tab');
  await supervisor.keyboard.type('20');
  await supervisor.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  const band = page.getByRole('status').filter({ hasText: 'Flash sale, by lot.' });
  await expect(band).toContainText('A hold before then takes part.');
  await holdTheBest(page);
  await expect(band).toContainText('This hold is in the lot with nobody else yet.');
  await page.keyboard.press('Escape');
  await expect(flight.panel).toContainText('This request left the line.');
  await holdTheBest(page);
  await expect(band).toContainText('This hold is in the lot with nobody else yet.');
  await expect(supervisor.getByRole('status').filter({ hasText: 'Flash sale' })).toContainText('1 request is in the lot');
  const locator = await flight.heldLocator();
  await expect(flight.tray).toContainText(locator);
  await expect(band).toHaveText('Flash sale, by lot. The lot is drawn. Holds wait in line. Nobody waits now.');

  await pressLetter(supervisor, 'Shift+Q');
  await expect(dialog).toContainText('1 request had its turn.');
  await expect(dialog.getByRole('region', { name: /^Drawn .* among 1 request$/ })).toContainText('T1-04 ruiz');
  // Enter alone leaves it open.
  await expect(dialog.getByRole('button', { name: 'Leave it open' })).toBeFocused();
  await supervisor.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(band).toBeVisible();
  await pressLetter(supervisor, 'Shift+Q');
  await expect(dialog.getByRole('button', { name: 'Leave it open' })).toBeFocused();
  await supervisor.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(band).toBeHidden();
  await expect(flight.panel.getByRole('timer')).toBeVisible();
});

test('a hold waits on when another flight is opened: its flight shows its place and asks before a second one, and it is told when it is made', async ({
  browser,
  page,
}) => {
  const supervisor = await (await browser.newContext()).newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await addFlight(supervisor, 9045, 9046);
  const { call } = await openDesk(supervisor, SUPERVISOR, 'T1-02');
  const { flights } = await call('flights.find', { carrier: 'B6', number: 9045, date: DAY });
  const flightId = flights[0]?.flightId ?? 0;
  await call('flashSale.open', { requestId: 'lot-of-9045', flightId, mode: 'lot', seconds: 40 });

  await openConsole(page, hub.address, AGENT, 'T1-08');
  const flight = await openFlight(page, 9045);
  const band = page.getByRole('status').filter({ hasText: 'Flash sale, by lot.' });
  await holdTheBest(page);
  await expect(band).toContainText('This hold is in the lot with nobody else yet.');
  await openFlight(page, 9046);
  await expect(page.getByText('The hold of B6 9045 goes on. What comes of it is said here.')).toBeVisible();
  await openFlight(page, 9045);
  await expect(band).toContainText('A hold of this desk is in the lot with nobody else yet.');
  await expect(page.getByRole('button', { name: 'Leave the line' })).toBeVisible();
  await holdTheBest(page);
  await expect(page.getByText('A hold of B6 9045 waits at this desk already. Hold again to ask for a second one.').first()).toBeVisible();
  await openFlight(page, 9046);
  const told = page.getByText(/^Held \w+ on B6 9045, locator \w{6}, for the customer before\. It is in the tray\.$/);
  await expect(told).toBeVisible({ timeout: 60_000 });
  await expect(flight.tray).toContainText(/locator (\w{6})/.exec((await told.textContent()) ?? '')?.[1] ?? 'no locator');
  expect((await call('flights.seatMap', { flightId })).flight.cabins[0]?.held).toBe(1);
});

test('a desk that holds more often than it may reads why, and the same hold is placed by itself a moment later', async ({
  browser,
  page,
}) => {
  const supervisor = await (await browser.newContext()).newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await addFlight(supervisor, 9042);
  const { call } = await openDesk(supervisor, SUPERVISOR, 'T1-02');
  await call('settings.set', { requestId: 'six-a-minute', name: 'holdsPerMinute', value: 6 });
  await call('settings.set', { requestId: 'six-a-second', name: 'holdsPerSecond', value: 6 });

  await openConsole(page, hub.address, AGENT, 'T1-05');
  const flight = await openFlight(page, 9042);
  await holdTheBest(page);
  for (let held = 1; held < 6; held++) {
    await flight.heldLocator();
    await page.keyboard.press('Shift+F9');
    await flight.panel.getByRole('button', { name: /^Hold .* again/ }).click();
  }
  await flight.heldLocator();
  await page.keyboard.press('Shift+F9');
  const again = flight.panel.getByRole('button', { name: /^Hold .* again/ });
  await again.click();
  const bar = page.getByRole('status').filter({ hasText: 'This desk places more than 6 holds a minute.' });
  await expect(bar).toContainText(/It is sent again by itself in \d+ s\./);
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(flight.panel).toContainText('Nothing was done.');
  await flight.holdButton.or(again).click();
  await expect(bar).toBeVisible();
  // An Enter while it waits asks for nothing more.
  await page.keyboard.press('Enter');
  const locator = await flight.heldLocator();
  await expect(bar).toBeHidden();
  await expect(flight.tray).toContainText(locator);
  expect(
    (
      await call('flights.seatMap', {
        flightId: (await call('flights.find', { carrier: 'B6', number: 9042, date: DAY })).flights[0]?.flightId ?? 0,
      })
    ).flight.cabins[0]?.held,
  ).toBe(1);
});

test('two together, any seats: one key holds them side by side', async ({ browser, page }) => {
  const supervisor = await (await browser.newContext()).newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await addFlight(supervisor, 9043);
  await openConsole(page, hub.address, AGENT, 'T1-06');
  const flight = await openFlight(page, 9043, 2);
  await page.getByRole('button', { name: /^Hold 2 together/ }).focus();
  await pressLetter(page, 's');
  const locator = await flight.heldLocator();
  await expect(flight.tray).toContainText(locator);
  await expect(flight.tray).toContainText('1A 1B');
});

test('two together in one line of the command bar: they are held as soon as the flight is there, and once', async ({ browser, page }) => {
  const supervisor = await (await browser.newContext()).newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await addFlight(supervisor, 9044);
  await openConsole(page, hub.address, AGENT, 'T1-07');
  const flight = new FlightPage(page);
  await runCommand(page, `B6 9044 ${DAY} 2 together`);
  await page.keyboard.press('Enter');
  const locator = await flight.heldLocator();
  await expect(flight.tray).toContainText(locator);
  await expect(flight.tray).toContainText('1A 1B');
  // Back to the line that was typed, and to the flight again: nobody is held twice.
  await page.keyboard.press('Shift+F9');
  await expect(flight.panel).toContainText('Hold ended');
  await page.keyboard.press('F1');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(flight.panel).toContainText('Hold ended');
  await flight.sees('1A', 'free');
});
