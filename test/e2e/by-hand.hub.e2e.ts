// A supervisor schedules a flight and retimes it by hand, by keyboard: who is booked on it is listed first, then marked, and gets all of the money back.
import { test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { pressLetter } from './support/press-letter.ts';
import { OTHER_AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const DAY = localDate('America/New_York', 3);

test('a flight is scheduled, sold and retimed beyond the limit by hand: the booking is listed, marked, and gets all back', async ({
  page,
}) => {
  test.slow();
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: 'Schedule a flight' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Flight', { exact: true })).toBeFocused();
  // Each field follows the one before it.
  for (const text of ['yq 417', 'jfk', 'buf', DAY, '', '', '0845', '1010', '320', '', '129.00', 'usd', 'qz 4417']) {
    if (text) {
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('a congress in Buffalo');
  await page.keyboard.press('Enter');
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText(`YQ 417 of ${DAY}: JFK – BUF scheduled, one flight, also sold as QZ 4417`);
  await expectAccessible(page, 'the preview of a new flight');
  // Enter alone applies nothing.
  await page.keyboard.press('Enter');
  await expect(preview).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(`YQ 417 of ${DAY}: JFK – BUF scheduled, one flight, also sold as QZ 4417.`)).toBeVisible();

  const desk = await openDesk(page, OTHER_AGENT, 'T1-05');
  const [found] = (await desk.call('flights.find', { carrier: 'YQ', number: 417, date: DAY })).flights;
  const held = await desk.call('holds.place', {
    ...{ requestId: 'by-hand-hold', legs: [{ flightId: found?.flightId ?? 0, cabin: 'Y', seats: 'best' }], exitRowConfirmed: false },
    passengers: [{ type: 'ADT', infant: false, assistance: false }],
  });
  await desk.call('bookings.confirm', {
    ...{ requestId: 'by-hand-sale', bookingId: held.bookingId },
    passengers: [{ type: 'ADT', surname: 'Larsen', given: 'Nils', title: 'MR', birthDate: null, with: null }],
    contact: { phone: '', email: 'larsen@example.com', askedBy: 'Agency' },
    tenders: [{ kind: 'cash', amount: held.total, given: held.total }],
  });

  // The flight by the number of the other carrier, then Shift F.
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`QZ4417 ${DAY}`);
  await page.keyboard.press('Enter');
  await new FlightPage(page).grid.getByRole('gridcell').first().focus();
  await pressLetter(page, 'Shift+F');
  await expect(dialog.getByLabel('Leaves JFK')).toBeFocused();
  await expect(dialog.getByRole('region', { name: 'Changed by hand before' })).toContainText('a congress in Buffalo');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('25:00');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('A local time, such as 11:30, or 00:30+1 for the day after.')).toBeVisible();
  await dialog.getByLabel('Leaves JFK').press('Control+a');
  await page.keyboard.type('1030');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('waits for a crew');
  await expectAccessible(page, 'a change by hand');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(preview).toContainText('JFK – BUF leaves 10:30 instead of 08:45, arrives 11:55 instead of 10:10');
  await expect(preview.getByRole('row', { name: held.locator })).toContainText('1 h 45 later, beyond the limit');
  await expectAccessible(page, 'the preview of a change by hand');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('10:30').first()).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type(held.locator);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/1 h 45 later, beyond the limit; by hand: waits for a crew/)).toBeVisible();
  await expect(page.getByText('TK').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Cancel and refund/ })).toContainText('moved by YQ: 100 %, no fee');
});
