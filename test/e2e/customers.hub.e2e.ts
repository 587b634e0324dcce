// A passenger asks that a record is kept: the next sale is filled by one key. On request it is erased, and the bookings stand.
import { type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { BoardPage } from './support/board-page.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { OTHER_AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function heldSeat(page: Page): Promise<{ flight: FlightPage; locator: string }> {
  await page.keyboard.press('F1');
  await new BoardPage(page).openDirect();
  const flight = new FlightPage(page);
  await flight.best();
  return { flight, locator: await flight.hold() };
}

test('a sale keeps a passenger, the next one is filled by one key, the record is erased and both bookings stand', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR);
  const first = await heldSeat(page);
  await first.flight.fillIn('QUARTERMAIN/ZOE MS');
  await first.flight.passengers.getByLabel('Name of adult 1').focus();
  await page.keyboard.press('Shift+F10');
  await expect(first.flight.passengers.getByRole('checkbox', { name: 'Keep a record of Zoe' })).toBeChecked();
  await first.flight.payCash();
  expect(await first.flight.sold()).toBe(first.locator);
  await page.getByRole('button', { name: 'Next customer' }).click();
  await expect(page.getByRole('region', { name: 'Locator' })).toBeHidden();

  const second = await heldSeat(page);
  await second.flight.name('quarter');
  await expect(second.flight.passengers.getByRole('button', { name: /from the record of QUARTERMAIN\/ZOE MS/ })).toBeVisible();
  await page.keyboard.press('F10');
  await expect(second.flight.passengers.getByLabel('Name of adult 1')).toHaveValue('QUARTERMAIN/ZOE MS');
  await expect(second.flight.passengers.getByLabel('Phone or e-mail')).toHaveValue('+1 212 555 0148');
  await expect(second.flight.passengers.getByText('from the record')).toBeVisible();
  await second.flight.payCash();
  expect(await second.flight.sold()).toBe(second.locator);

  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find('QUARTERMAIN');
  await page.getByRole('table', { name: 'Customers' }).getByRole('button', { name: 'QUARTERMAIN/ZOE MS' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'QUARTERMAIN/ZOE MS' })).toBeVisible();
  const bookings = page.getByRole('table', { name: 'Bookings' });
  await expect(bookings.getByRole('button', { name: first.locator })).toBeVisible();
  await expect(bookings.getByRole('button', { name: second.locator })).toBeVisible();
  await expectAccessible(page, 'customer');

  // A document is added to the record.
  const until = new Date().getUTCFullYear() + 5;
  await page.getByRole('button', { name: 'Change the record' }).focus();
  await pressLetter(page, 'e');
  const dialog = page.getByRole('dialog', { name: 'Change the record' });
  await dialog.getByLabel('Birth date').fill('17MAY1980');
  await dialog.getByRole('button', { name: /Document/ }).click();
  await page.getByRole('option', { name: 'Passport' }).click();
  await dialog.getByLabel('Number').fill('x123 4567');
  await dialog.getByLabel('Issued by').fill('usa');
  await dialog.getByLabel('Valid until').fill(`31MAY${until}`);
  await dialog.getByRole('button', { name: 'Change the record' }).click();
  await expect(page.getByText(`Passport X1234567, USA, until 31 May ${until}`)).toBeVisible();

  await page.getByRole('button', { name: 'Erase the record' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText(/The record is erased.*2 bookings keep contact and birth date: flights are to come/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Find another customer' }).click();
  await reservations.find('QUARTERMAIN');
  await expect(reservations.found.getByRole('button', { name: first.locator })).toBeVisible();
  await expect(reservations.found.getByRole('button', { name: second.locator })).toBeVisible();
  await expect(page.getByText('record kept')).toBeHidden();
  await reservations.openFound(first.locator);
  await expect(page.getByText('HK confirmed').first()).toBeVisible();
});

test('a long address leaves room for a long name in the list of customers, at 150 % too (the name was cut to a few letters)', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR);
  const { call } = await openDesk(page, OTHER_AGENT, 'T1-05');
  const name = { surname: 'Wolfeschlegelsteinhausenbergerdorff', given: 'Hubert Blaine', title: 'MR' as const };
  const email = 'hubert.wolfeschlegelsteinhausenbergerdorff@a-very-long-domain.example.com';
  await call('customers.keep', {
    requestId: 'long-name-1',
    record: { ...name, birthDate: null, phone: '+1 212 555 0148', email, document: null },
  });
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find('WOLFESCHLEGELSTEINHAUSENBERGERDORFF');
  const found = page.getByRole('table', { name: 'Customers' }).getByRole('button', { name: /^WOLFE/ });
  // A name that only one record has opens it.
  await expect(found.or(page.getByRole('heading', { level: 1, name: /^WOLFE/ }))).toBeVisible();
  await page.setViewportSize({ width: 853, height: 533 });
  expect(await found.evaluate((button) => button.getBoundingClientRect().width)).toBeGreaterThan(250);
  await expect(found).toHaveCSS('text-overflow', 'ellipsis');
});
