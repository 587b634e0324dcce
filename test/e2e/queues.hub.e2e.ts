// What waits for somebody: holds that are paid later and a refund that failed. Two desks work them, and none gets what the other has.
import { type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { almostSold } from './support/almost-sold.ts';
import { expectAccessible } from './support/axe.ts';
import { BoardPage } from './support/board-page.ts';
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

const HOUR_MS = 3_600_000;
/** `28NOV 18:00` at the hub's airport, so many hours from now. */
function agentTime(hours: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'America/New_York', day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(Date.now() + hours * HOUR_MS);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('day')}${of('month').slice(0, 3).toUpperCase()} ${of('hour')}:${of('minute')}`;
}

/** Gives the hold on the screen a time limit, by keys. */
async function payLater(page: Page, flight: FlightPage, hours: number): Promise<void> {
  await flight.panel.getByRole('button', { name: /^Pay later/ }).click();
  const dialog = page.getByRole('dialog', { name: /is paid later$/ });
  await dialog.getByLabel(/^Pay by/).fill(agentTime(hours));
  await dialog.getByLabel(/^Pay by/).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(flight.panel).toContainText('pay by');
}

/** The next customer at the same desk, served as far. */
async function almostSoldAgain(page: Page): Promise<{ flight: FlightPage; locator: string }> {
  await page.keyboard.press('F1');
  await new BoardPage(page).openDirect();
  const flight = new FlightPage(page);
  await flight.best();
  const locator = await flight.hold();
  await flight.fillIn('DELACRUZ-VILLANUEVA/MARIA ESPERANZA MRS');
  return { flight, locator };
}

/** From another screen, or from an open booking: F3 leads to the search, which is the other tab. */
async function openQueues(page: Page): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('button', { name: /^Queues/ }).click();
  await expect(page.getByRole('region', { name: 'Queues' })).toBeVisible();
}

const items = (page: Page, queue: string) => page.getByRole('group', { name: queue }).getByRole('button');

test('a time limit and a refund that failed stand in their queues, and two desks that take the next get two', async ({ page, browser }) => {
  const { flight, locator: first } = await almostSold(page, hub.address);
  await payLater(page, flight, 2);
  await expect(flight.chip(first)).toContainText(/1 h 5\d|2 h 00/);
  const { flight: again, locator: second } = await almostSoldAgain(page);
  await payLater(page, again, 3);

  const { flight: sale, locator: refunded } = await almostSoldAgain(page);
  await sale.payCard('approves, refuses to be refunded once');
  expect(await sale.sold()).toBe(refunded);
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(refunded);
  await reservations.action('Cancel and refund').click();
  await reservations.worksheet.getByRole('button', { name: 'Cancel and refund' }).click();
  await expect(page.getByText('HX cancelled').first()).toBeVisible();
  const supervisor = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  const admin = new AdminPage(supervisor);
  await admin.open('Jobs');
  await admin.tryJob(refunded);
  await expect(page.getByText('did not get through and waits for a supervisor')).toBeVisible();

  await openQueues(page);
  await expect(items(page, 'Ticketing time limit')).toHaveText([new RegExp(first), new RegExp(second)]);
  await expect(page.getByRole('group', { name: 'Queues' }).getByRole('button', { name: /^Refund due/ })).toContainText('1');
  await expect(page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: /Reservations/ })).toContainText('3');

  const other = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await openConsole(other, hub.address, OTHER_AGENT, 'T2-11');
  await openQueues(other);
  await items(page, 'Ticketing time limit').first().focus();
  await pressLetter(page, 'n');
  await expect(items(page, 'Ticketing time limit').first()).toContainText('open here');
  await expect(items(other, 'Ticketing time limit').first()).toContainText('desk T1-04');
  await items(other, 'Ticketing time limit').first().focus();
  await pressLetter(other, 'n');
  await expect(items(other, 'Ticketing time limit').nth(1)).toContainText('open here');
  await expectAccessible(page, 'a queue');

  await page.getByLabel('Note').fill('pays at noon');
  await page.getByLabel('Note').press('Control+Enter');
  await expect(items(page, 'Ticketing time limit')).toHaveText([new RegExp(second)]);
  await expect(page.getByText('done today 1, by this desk 1')).toBeVisible();

  await other.getByRole('button', { name: /^Later/ }).click();
  const dialog = other.getByRole('dialog', { name: `${second} later` });
  await dialog.getByLabel(/^Back in the queue at/).fill(agentTime(1));
  await dialog.getByLabel(/^Back in the queue at/).press('Enter');
  await expect(other.getByText('back at their time')).toBeVisible();
  await expect(page.getByText('Nothing waits in this queue')).toBeVisible();

  // The supervisor sees the refund in its queue, and tries it again by one key.
  await openQueues(supervisor);
  await supervisor
    .getByRole('group', { name: 'Queues' })
    .getByRole('button', { name: /^Refund due/ })
    .click();
  await expect(items(supervisor, 'Refund due')).toHaveText([new RegExp(refunded)]);
  await items(supervisor, 'Refund due').first().focus();
  await pressLetter(supervisor, 'y');
  await expect(supervisor.getByText('Nothing waits in this queue')).toBeVisible();

  // Whoever comes to another desk pays there. F3 leads on to what the schedule changed, then to the search.
  await other.keyboard.press('F3');
  await other.keyboard.press('F3');
  const there = new ReservationsPage(other);
  await there.find(first);
  await there.action('Take over').click();
  const pays = new FlightPage(other);
  await pays.payCash();
  expect(await pays.sold()).toBe(first);
  for (const each of [supervisor, other]) await each.context().close();
});
