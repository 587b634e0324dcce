// What only a real layout shows of flights that are found, changed by hand and booked: nothing is cut or covered at 150 % zoom and at 1280.
import { type Locator, type Page, test } from '@playwright/test';
import { localDay, localTime } from '../../renderer/format/times.ts';
import { HOUR_MS } from '../../shared/instants.ts';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage } from './support/board-page.ts';
import { ChangedDay, DAY, MORNING, NEXT, NOON } from './support/changed-day.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { pressLetter } from './support/press-letter.ts';
import { runCommand } from './support/run-command.ts';
import { OTHER_AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const ZOOMED = { width: 853, height: 533 };

/** QX 9071 goes on from Montreal with the same aircraft; from QX 9077 its passengers change to QX 9079. */
const FILE = `carrier,number,origin,destination,from,departs,arrives,equipment,configuration,base_fare,currency
QX,9071,JFK,YUL,${DAY},09:00,10:30,320,Y150,129.00,USD
QX,9071,YUL,YVR,${DAY},11:05,13:35,320,Y150,201.00,USD
QX,9077,JFK,YUL,${DAY},12:00,13:30,320,Y150,88.00,USD
QX,9079,YUL,YVR,${DAY},16:05,18:35,32N,Y150,88.00,USD
`;

/** Whether all that it holds is drawn within it. */
const fits = (shown: Locator) =>
  expect.poll(() => shown.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);

/** Whether nothing else is drawn over the middle of what has the focus. */
const isCovered = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const { left, right, top, bottom } = activeElement?.getBoundingClientRect() ?? new DOMRect();
    const drawn = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return !activeElement?.contains(drawn);
  });

test('at 150 % zoom both flights of a connection and whole hints of keys are read on the board, and both flights over a sale', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR);
  const admin = new AdminPage(page);
  await admin.open('Import');
  await admin.chooseFile({ name: 'own.csv', text: FILE });
  await admin.applyFlights();
  await page.setViewportSize(ZOOMED);
  await runCommand(page, `JFK YVR ${DAY}`);
  const board = new BoardPage(page);
  const changing = board.rows('QX 9079').filter({ hasText: 'QX 9077' });
  // The second number was cut to its carrier.
  await fits(changing.getByRole('gridcell').nth(2));
  for (const number of ['QX 9077', 'QX 9079']) await expect(changing.getByText(number)).toBeInViewport({ ratio: 1 });
  // What the figures below are was cut.
  await fits(page.getByRole('columnheader').getByText(/^Economy/));
  // The last hints ran out of the window.
  await fits(page.getByRole('main'));

  const flight = new FlightPage(page);
  await board.open(board.rows(/QX 9071/).filter({ hasText: 'on board' }));
  const tabs = page.getByRole('tablist', { name: 'Flights of this itinerary' });
  // The second flight was cut before where it goes.
  await fits(tabs);
  await flight.best();
  await flight.holdButton.click();
  await expect(page.getByRole('timer')).toBeInViewport({ ratio: 1 });
  await fits(tabs);
});

test('a preview of a change by hand at 150 % zoom shows its title, every column and the row with the focus, and a long list of bookings stays within its page', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await ChangedDay.import(page, MORNING);
  const day = new ChangedDay(await openDesk(page, OTHER_AGENT, 'T1-05'));
  for (let sold = 0; sold < 12; sold += 1) await day.sell(MORNING, ['Larsen/Nils'], { email: `larsen${sold}@example.com` });

  await page.setViewportSize(ZOOMED);
  await runCommand(page, `YQ${MORNING.number} ${DAY}`);
  await new FlightPage(page).grid.getByRole('gridcell').first().focus();
  await pressLetter(page, 'Shift+F');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Leaves JFK').fill('11:30');
  await dialog.getByLabel('Reason').fill('waits for a crew');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toBeFocused();
  // It was scrolled out of sight.
  await expect(dialog.getByRole('heading', { name: /^Change YQ/ })).toBeInViewport({ ratio: 1 });
  // The deed stood over the row that the arrows had come to.
  const touched = dialog.getByRole('table', { name: 'Bookings touched' });
  await touched.getByRole('button').first().focus();
  for (let row = 1; row < 12; row += 1) {
    await page.keyboard.press('ArrowDown');
    expect(await isCovered(page), `row ${row + 1}`).toBe(false);
  }
  for (let row = 11; row > 0; row -= 1) {
    await page.keyboard.press('ArrowUp');
    expect(await isCovered(page), `row ${row}, upwards`).toBe(false);
  }
  await dialog.getByText(/^Flights \(/).click();
  // What happens to the flight was the column that was cut.
  await fits(dialog.getByRole('region', { name: 'Flights', exact: true }));
  for (const _ of ['preview', 'form']) await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // Words for screen readers in a long list made the page as long as the list: it could be scrolled away whole.
  await ChangedDay.change(page, NEXT);
  for (const _ of ['find', 'queues', 'changes']) await page.keyboard.press('F3');
  await page.getByRole('group', { name: 'Bookings' }).getByRole('button').first().focus();
  await pressLetter(page, 'r');
  await expect(page.getByText('12 selected, 12 passengers')).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});

test('the head of a booking at 1280 reads the rule of its refund whole beside a long name (it was cut before what the rule is)', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  const leaves = Date.now() + 2 * HOUR_MS;
  const [date, time] = [localDay(leaves, 'America/New_York'), localTime(leaves, 'America/New_York')];
  const arrives = localTime(leaves + HOUR_MS, 'America/New_York');
  const next = localDay(leaves + HOUR_MS, 'America/New_York') === date ? '' : '+1';
  const admin = new AdminPage(page);
  await admin.addFlights(`QX,9501,JFK,BUF,${date},${date},${time},${arrives}${next},320,129.00`);
  const desk = await openDesk(page, OTHER_AGENT, 'T1-05');
  const [found] = (await desk.call('flights.find', { carrier: 'QX', number: 9501, date })).flights;
  const held = await desk.call('holds.place', {
    ...{ requestId: 'narrow-hold', legs: [{ flightId: found?.flightId ?? 0, cabin: 'Y', seats: 'best' }], exitRowConfirmed: false },
    passengers: [{ type: 'ADT', infant: false, assistance: false }],
  });
  await desk.call('bookings.confirm', {
    ...{ requestId: 'narrow-sale', bookingId: held.bookingId },
    passengers: [{ type: 'ADT', surname: 'Larsen', given: 'Nils', title: 'MR', birthDate: null, with: null }],
    contact: { phone: '+1 646 555 0117', email: '', askedBy: 'Reisebuero Habsburg-Lothringen und Partner, Wien' },
    tenders: [{ kind: 'cash', amount: held.total, given: held.total }],
  });
  await runCommand(page, held.locator);
  const rule = page.getByText('0 %, at most 6 h before departure', { exact: true });
  await expect(rule).toBeVisible();
  await fits(rule.locator('..'));
});

test('who loses a seat is read by name at 1280 (it was cut after eight letters)', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  const day = new ChangedDay(await openDesk(page, OTHER_AGENT, 'T1-05'));
  await day.sell(NEXT, ['Larsen/Nils', 'Larsen/Ida'], { email: 'larsen@example.com' });
  await new AdminPage(page).open('Fleet');
  await page.getByRole('textbox', { name: 'Type, carrier or configuration' }).fill('320 y178');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell', { name: /^2 D, / })).toBeVisible();
  await pressLetter(page, 'e');
  await expect(page.getByText('draft v1, row 1')).toBeVisible();
  // The best seats are in the first two rows.
  for (const _ of [1, 2]) await page.keyboard.press('Shift+Delete');
  const losers = page.getByRole('table', { name: 'Who loses a seat' });
  const name = losers.getByRole('cell', { name: 'LARSEN/NILS MR' });
  await expect(name.first()).toBeVisible();
  await fits(name.first());
});

test('the head of a cancelled booking at 1280 reads why all goes back beside a long address (it was cut before who cancelled)', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await ChangedDay.import(page, NEXT, NOON);
  const day = new ChangedDay(await openDesk(page, OTHER_AGENT, 'T1-05'));
  const locator = await day.sell(NEXT, ['Larsen/Nils'], { email: 'maria-magdalena-josephina@a-long-domain-name.example.com' });
  await ChangedDay.change(page, NOON);
  await runCommand(page, locator);
  const rule = page.getByText('100 %, cancelled by YQ', { exact: true });
  await expect(rule).toBeVisible();
  await fits(rule.locator('..'));
});
