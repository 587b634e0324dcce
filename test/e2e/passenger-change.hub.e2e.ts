// The page before the passenger follows a change and a cancellation that the agent has open, and nothing of one booking stays when another is opened.
import { type Page, test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { ChangePage } from './support/change-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { AGENT, openConsole, unlock } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

/** Sells one seat in cash. The screen of the next customer is shown then. */
async function sell(page: Page, name: string): Promise<string> {
  await page.keyboard.press('F1');
  await new BoardPage(page).openDirect();
  const flight = new FlightPage(page);
  await flight.best();
  const locator = await flight.hold();
  await flight.name(name);
  await flight.contact('+1 212 555 0148');
  await flight.payCash('9000');
  expect(await flight.sold()).toBe(locator);
  await pressLetter(page, 'y');
  return locator;
}

test('a change, its payment and a cancellation, each until another booking is opened or the console locks', async ({ page }) => {
  await openConsole(page, hub.address, AGENT, 'T1-04');
  const popup = page.waitForEvent('popup');
  await page.keyboard.press('Alt+p');
  const passenger = await popup;
  await page.bringToFront();
  const body = passenger.locator('body');
  const idle = passenger.getByRole('heading', { name: 'Welcome' });
  const petrov = await sell(page, 'PETROV/ELENA MRS');
  const smith = await sell(page, 'SMITH/JOHN MR');
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(petrov);
  await expect(reservations.booking(petrov)).toBeVisible();
  // It may be somebody's on the phone.
  await expect(idle).toBeVisible();

  const change = new ChangePage(page);
  await change.begin('j');
  await expect(passenger.getByRole('heading', { name: 'Change of your booking' })).toBeVisible();
  await expect(body).toContainText(petrov);
  await expect(passenger.getByRole('list').last()).toContainText(/petrov elena/i);
  await change.row('Cabins', /Business|First|Premium/).click();
  await change.next(/Hold the seats and ask/).click();
  await expect(change.offer.getByRole('heading', { name: /^Offer \d/ })).toBeVisible();
  await expect(passenger.getByText('Instead of')).toBeVisible();
  await expect(body).toContainText('New price');
  await expect(passenger.locator('.big')).toContainText('To pay');
  await expect(passenger.locator('.plan .own')).toHaveCount(1);
  await expect(passenger.locator('input, button, a, textarea, select')).toHaveCount(0);

  await page.keyboard.press('Alt+l');
  await expect(idle).toBeVisible();
  expect(await body.innerText()).not.toContain(petrov);
  await unlock(page, AGENT);
  await expect(body).toContainText('New price');

  await change.payByCard('approves');
  await expect(passenger.getByRole('heading', { name: 'Your booking is changed.' })).toBeVisible();
  await expect(body).toContainText('Paid. Thank you.');
  await pressLetter(page, 'y');
  await expect(idle).toBeVisible();

  // What goes back, before and after it is confirmed.
  await pressLetter(page, 'x');
  await expect(passenger.getByRole('heading', { name: 'Cancellation' })).toBeVisible();
  await expect(body).toContainText(petrov);
  await expect(passenger.locator('.big')).toContainText('You get back');
  // Another booking is opened meanwhile: nothing of the first one is there.
  await reservations.find(smith);
  await expect(reservations.booking(smith)).toBeVisible();
  await expect(idle).toBeVisible();
  await pressLetter(page, 'x');
  await expect(body).toContainText(smith);
  for (const gone of [petrov, /petrov/i]) await expect(body).not.toContainText(gone);
  await expect(reservations.worksheet.getByRole('button', { name: /^Cancel and refund/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(passenger.getByRole('heading', { name: 'Your booking is cancelled.' })).toBeVisible();
  await expect(body).toContainText('Back in cash');
  await page.keyboard.press('F1');
  await expect(idle).toBeVisible();
});
