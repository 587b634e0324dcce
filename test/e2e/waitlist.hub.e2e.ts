// A cabin is full and two parties wait. What comes free is offered to the first, and after its no to the second, which pays.
import { type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { expectAccessible } from './support/axe.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { AGENT, OTHER_AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
// Nothing moves, so that no colour is caught between two.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const DAY = localDate('America/New_York', 3);

/** Imports a flight of its own, so that nothing else is on its route. */
const addFlight = (page: Page): Promise<void> => new AdminPage(page).addFlights(`B6,9011,JFK,BUF,${DAY},${DAY},08:15,09:40,320,129.00`);

async function openFlight(page: Page): Promise<FlightPage> {
  const board = new BoardPage(page);
  await board.search({ from: 'JFK', to: 'BUF', date: DAY });
  await board.open(board.rows('B6 9011').first());
  return new FlightPage(page);
}

/** Lets economy sell one seat and no more, as a supervisor decides it in the room of prices. */
async function authoriseOne(page: Page): Promise<void> {
  await page.keyboard.press('F5');
  const filter = page.getByRole('textbox', { name: 'Filter flights' });
  await filter.fill('JFK-BUF');
  await filter.press('Enter');
  // Before that the flight beside the list is another one.
  await expect(page.getByRole('table', { name: 'Flights' }).locator('button[aria-pressed="true"]')).toBeFocused();
  await page.getByRole('region', { name: 'Overbooking advice' }).getByRole('button', { name: /^Edit/ }).click();
  const form = page.getByRole('form', { name: 'Authorised seats' });
  await form.getByLabel('Seats or percent').fill('1');
  await form.getByLabel('Reason').fill('a small test');
  await form.getByLabel('Reason').press('Enter');
  await expect(form).toHaveCount(0);
}

/** From the full cabin to its list, by keys alone but for the names. */
async function wait(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Add a party to a waitlist' });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Phone').fill('+1 646 555 0117');
  await dialog.getByLabel('Phone').press('Enter');
  await expect(dialog).toHaveCount(0);
  // The party that has just joined has the focus, so that the next letter acts on it.
  await expect(page.getByRole('table', { name: /^Queue of B6 9011/ }).getByRole('button', { name })).toBeFocused();
}

test('a full cabin leads to its waitlist; a cancellation offers the seat to the first, a no to the second, who pays', async ({
  browser,
  page,
}) => {
  const [sellers, supervisors] = await Promise.all([browser.newContext(), browser.newContext()]);
  const [seller, supervisor] = await Promise.all([sellers.newPage(), supervisors.newPage()]);
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await addFlight(supervisor);

  await openConsole(seller, hub.address, OTHER_AGENT, 'T1-05');
  const sale = await openFlight(seller);
  await sale.best();
  await sale.hold();
  await sale.fillIn('PETROV/ELENA MRS');
  await sale.payCash('300');
  const locator = await sale.sold();
  await authoriseOne(supervisor);

  await openConsole(page, hub.address, AGENT, 'T1-04');
  await page.keyboard.press('F4');
  await expect(page.getByText('Nobody waits')).toBeVisible();
  await pressLetter(page, 'a');
  await expect(page.getByRole('dialog', { name: 'Add a party to a waitlist' })).toBeVisible();
  await expectAccessible(page, 'add a party');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  const flight = await openFlight(page);
  await expect(flight.panel).toContainText('No seat is left for sale in economy');
  await flight.panel.getByRole('button', { name: /^Waitlist/ }).click();
  await wait(page, 'HAGEN/NILS MR');
  const queue = page.getByRole('table', { name: /^Queue of B6 9011/ });
  await pressLetter(page, 'a');
  await wait(page, 'CHEN/MEI LIN MS');
  await expect(queue.getByRole('row', { name: /HAGEN/ })).toContainText('No seat free');
  await expectAccessible(page, 'waitlist');

  const reservations = new ReservationsPage(seller);
  await reservations.goThere();
  await reservations.find(locator);
  await expect(reservations.booking(locator)).toBeVisible();
  await pressLetter(seller, 'x');
  await expect(reservations.worksheet).toBeVisible();
  await reservations.worksheet.getByRole('button', { name: 'Cancel and refund' }).click();

  // The desk that waits sees the offer at once, in the list and in its tray.
  await expect(queue.getByRole('row', { name: /HAGEN/ })).toContainText(/Offered \d+[A-Z]/);
  await expect(flight.tray.getByRole('button')).not.toHaveCount(0);
  await queue.getByRole('button', { name: 'HAGEN/NILS MR' }).focus();
  await pressLetter(page, 'n');
  await page.getByRole('alertdialog').getByRole('button', { name: 'No, to the next' }).click();
  await expect(queue.getByRole('row', { name: /CHEN/ })).toContainText(/Offered \d+[A-Z]/);
  await expect(queue.getByRole('row', { name: /HAGEN/ })).toHaveCount(0);

  // No channel is on, so that the desk calls; two Enters write one call down.
  await queue.getByRole('button', { name: 'CHEN/MEI LIN MS' }).focus();
  await pressLetter(page, 't');
  await expect(page.getByText('No message reaches this party.')).toBeVisible();
  await pressLetter(page, 'Shift+T');
  await expect(page.getByRole('dialog', { name: 'Call to CHEN, +1 646 555 0117' }).getByRole('button', { name: 'Reached' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'History' }).getByText('called: calls back')).toHaveCount(1);

  await queue.getByRole('button', { name: 'CHEN/MEI LIN MS' }).focus();
  await pressLetter(page, 'y');
  await expect(flight.panel.getByRole('timer')).toBeVisible();
  await expect(flight.passengers.getByLabel('Phone or e-mail')).toHaveValue('+1 646 555 0117');
  await flight.name('CHEN/MEI LIN MS');
  await flight.payCash('300');
  await flight.sold();
  await page.keyboard.press('F4');
  await expect(page.getByRole('table', { name: 'Last 24 h' }).getByRole('row', { name: /CHEN/ })).toContainText(/KL, \d+[A-Z]/);
  await expect(page.getByRole('table', { name: 'Last 24 h' }).getByRole('row', { name: /HAGEN/ })).toContainText('UC, said no');
  await Promise.all([sellers.close(), supervisors.close()]);
});
