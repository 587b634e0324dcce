// Sold at the counter, changed by the next file: the preview says for whom, every screen marks it, the money is all there, and many get another flight at once.
import { test } from '@playwright/test';
import { MINUTE_MS } from '../../shared/instants.ts';
import { expectAccessible } from './support/axe.ts';
import { calendarOf } from './support/calendar-of.ts';
import { ChangedDay, DAY, EVENING, MORNING, NEXT } from './support/changed-day.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { HubWithMail } from './support/hub-with-mail.ts';
import { pressLetter } from './support/press-letter.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { runCommand } from './support/run-command.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';

let mailed: HubWithMail;
test.beforeAll(async () => {
  mailed = await HubWithMail.start();
});
test.afterAll(() => mailed.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('flights sold at the counter are moved and cancelled by a file: preview, marks, refund, other flights for all, and what their passengers read', async ({
  page,
  browser,
}) => {
  await openConsole(page, mailed.hub.address, SUPERVISOR, 'T1-01');
  await ChangedDay.import(page, MORNING, NEXT, EVENING);
  const supervisor = await openDesk(page, SUPERVISOR, 'T1-09');
  await mailed.turnMailOn(supervisor);

  // One seat on each of two flights is sold at the counter, and one more is held.
  const counter = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await openConsole(counter, mailed.hub.address, AGENT);
  const flight = new FlightPage(counter);
  const holdOn = async (number: number): Promise<string> => {
    await runCommand(counter, `YQ${number} ${DAY}`);
    await expect(counter.getByRole('heading', { level: 1 })).toContainText(`YQ ${number}`);
    await flight.best();
    return flight.hold();
  };
  const sell = async (number: number, name: string, address: string): Promise<string> => {
    await holdOn(number);
    await flight.name(name);
    await flight.contact(address);
    await flight.payCash('500');
    const locator = await flight.sold();
    await pressLetter(counter, 'y');
    await expect(counter.getByRole('region', { name: 'Paid' })).not.toContainText('Give back');
    return locator;
  };
  const gone = await sell(MORNING.number, 'PETROV/ELENA MRS', 'petrov@example.com');
  const late = await sell(EVENING.number, 'STEIN/RAHEL MS', 'stein@example.com');
  const held = await holdOn(EVENING.number);
  const other = await new ChangedDay(supervisor).sell(MORNING, ['Larsen/Nils'], { email: 'larsen@example.com' });
  const [asSold] = calendarOf(await mailed.mailTo('stein@example.com', `${late} confirmed`));

  // The preview says what the file means for each of them, before anything is done.
  await ChangedDay.preview(page, NEXT, { ...EVENING, times: ['19:35', '21:00'] });
  const touched = page.getByRole('table', { name: 'Bookings touched' });
  const row = (locator: string) => touched.getByRole('row').filter({ has: page.getByRole('button', { name: locator }) });
  await expect(touched.getByRole('row')).toHaveCount(5);
  for (const locator of [gone, other]) await expect(row(locator)).toContainText('cancelled by YQ');
  await expect(row(late)).toContainText('35 min later');
  await expect(row(held)).toContainText('on hold');
  await expectAccessible(page, 'the bookings that an import touches');
  await expect(flight.chip(held)).not.toContainText('TK');
  const sent = mailed.box.mails.length;
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Apply the schedule' }).click();
  await expect(page.getByText('own.csv is applied.')).toBeVisible();

  // The hold in the tray is marked at once, the moved booking says what was sold and what is now, and its calendar moves.
  await expect(flight.chip(held)).toContainText('TK 35 min later');
  const reservations = new ReservationsPage(counter);
  await reservations.goThere();
  await reservations.find(late);
  await expect(reservations.booking(late)).toBeVisible();
  const booking = counter.getByRole('region', { name: `Booking ${late}` });
  await expect(booking).toContainText('TK 35 min later');
  await expect(booking).toContainText(/19:35\s*JFK/);
  await expect(booking).toContainText(/As sold: .* JFK 19:00 to BUF 20:25/);
  await expect(counter.getByRole('complementary', { name: 'Actions and history' })).toContainText(/YQ 329 of .* now, 35 min later/);
  await expectAccessible(counter, 'a booking whose flight was moved');
  const [moved] = calendarOf(await mailed.mailTo('stein@example.com', 'Your flight has changed', sent));
  expect(moved).toMatchObject({ uid: asSold?.uid, startsAt: (asSold?.startsAt ?? 0) + 35 * MINUTE_MS, status: 'CONFIRMED' });
  expect(moved?.sequence).toBeGreaterThan(asSold?.sequence ?? Number.POSITIVE_INFINITY);

  // Of the cancelled flight all goes back without a fee, on the screen and on the receipt.
  await reservations.find(gone);
  await expect(reservations.booking(gone)).toBeVisible();
  await expect(counter.getByRole('region', { name: `Booking ${gone}` })).toContainText('HX cancelled by YQ');
  await expect(reservations.action('Cancel and refund')).toContainText('cancelled by YQ: 100 %, no fee');
  await expect(counter.locator('.receipt')).toContainText('All goes back, without a fee: cancelled by YQ.');
  await expectAccessible(counter, 'a booking whose flight was cancelled');
  expect(calendarOf(await mailed.mailTo('petrov@example.com', 'Flight cancelled', sent))).toMatchObject([{ status: 'CANCELLED' }]);

  // The queue names both. R keeps the best way for each, and Ctrl Enter, also pressed twice, gives it to them.
  for (const _ of ['find', 'queues']) await counter.keyboard.press('F3');
  await expect(counter.getByRole('group', { name: 'Schedule change' }).getByRole('button')).toHaveCount(2);
  await expect(counter.getByRole('group', { name: 'Schedule change' })).toContainText('YQ 317: HX cancelled by YQ');
  await counter.keyboard.press('F3');
  const list = counter.getByRole('group', { name: 'Bookings' });
  await list.getByRole('button', { name: gone }).focus();
  await pressLetter(counter, 'r');
  await expect(counter.getByText('2 selected, 2 passengers')).toBeVisible();
  const before = mailed.box.mails.length;
  await counter.keyboard.press('Control+Enter');
  await counter.keyboard.press('Control+Enter');
  for (const locator of [gone, other]) await expect(list.getByRole('button', { name: locator })).toContainText('accepted');
  await mailed.mailTo('larsen@example.com', `Your new flights, ${other}`, before);
  const given = calendarOf(await mailed.mailTo('petrov@example.com', `Your new flights, ${gone}`, before));
  expect(given.map(({ uid, status }) => [uid.split('@')[0], status])).toEqual([
    [`${gone}-2`, 'CONFIRMED'],
    [`${gone}-1`, 'CANCELLED'],
  ]);
  await runCommand(counter, gone);
  await expect(counter.getByRole('region', { name: `Booking ${gone}` })).toContainText('YQ 325');
  await expect(counter.getByText('HX cancelled by YQ')).toHaveCount(0);
  await counter.context().close();
});
