// Money that does not go back at once: what a supervisor sees of it and can do.
import { test } from '@playwright/test';
import { PAYMENT_ANSWER_MS_MAX } from '../../shared/bounds.ts';
import { AdminPage } from './support/admin-page.ts';
import { almostSold } from './support/almost-sold.ts';
import { expectAccessible } from './support/axe.ts';
import { expect } from './support/expect.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
// Nothing moves, so that no colour is caught between two.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a refund that the bank refuses is a dead letter, seen live by the supervisor and tried again by one key', async ({
  page,
  browser,
}) => {
  const supervisor = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  const admin = new AdminPage(supervisor);
  await admin.open('Jobs');
  await expect(supervisor.getByText('No money is due')).toBeVisible();
  await expectAccessible(supervisor, 'no jobs');

  const { flight, locator } = await almostSold(page, hub.address);
  await flight.payCard('approves, refuses to be refunded once');
  expect(await flight.sold()).toBe(locator);
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(locator);
  await reservations.action('Cancel and refund').click();
  await reservations.worksheet.getByRole('button', { name: 'Cancel and refund' }).click();
  await expect(page.getByText('HX cancelled').first()).toBeVisible();
  await admin.tryJob(locator);
  await expect(page.getByText('did not get through and waits for a supervisor')).toBeVisible();

  const row = supervisor.getByRole('table', { name: 'Jobs' }).getByRole('row', { name: locator });
  await expect(row).toContainText('dead letter');
  await expect(row).toContainText('the card is closed');
  await expect(supervisor.getByRole('region', { name: 'Money due' })).toContainText('1 dead letter');
  await expectAccessible(supervisor, 'a dead letter');
  await admin.tryJob(locator);
  await expect(supervisor.getByText('No money is due')).toBeVisible();
  await expect(page.getByText('given back to the card')).toBeVisible();
  await supervisor.context().close();
});

test('of a terminal that does not answer, the agent reads that the charge is being reversed', async ({ page }) => {
  const { flight } = await almostSold(page, hub.address);
  await flight.payCard('does not answer');
  await expect.poll(() => hub.endLongWaits()).toEqual([PAYMENT_ANSWER_MS_MAX]);
  await expect(flight.panel).toContainText('The terminal did not answer. The charge is being reversed.');
  await expect(flight.panel).not.toContainText('nothing was charged');
});
