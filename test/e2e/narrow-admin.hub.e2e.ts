// What only a real layout shows of Admin at 150 % zoom, where a form stands under a list that is longer than the window.
import { type Locator, type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 853, height: 533 } });

/** But for the fraction of a pixel by which a bar may scroll. */
const wholeInSight = (shown: Locator) => expect(shown).toBeInViewport({ ratio: 0.95 });

async function pressEnterOn(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}

test('a key on Add and on Correct leads to the form of aircraft and airports, and back to the row (the form stood out of sight, and nothing seemed to happen)', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  const desk = await openDesk(page, SUPERVISOR, 'T1-09');
  const facts = { equipment: '320', seatMap: null, weightLimit: null, retired: false, reason: 'as planned' };
  for (let at = 0; at < 20; at += 1) await desk.call('aircraft.set', { requestId: `aircraft-${at}`, tail: `N${100 + at}AA`, ...facts });
  const prairie = {
    ...{ name: 'Prairie Regional Airport', city: 'Prairie Town', cityCode: 'QQX', country: 'US', north: 412_500, east: -955_000 },
    ...{ zone: 'America/Chicago', closed: false, from: '2026-01-01', basedOn: 0, reason: 'opens' },
  };
  for (let at = 0; at < 20; at += 1)
    await desk.call('airports.set', { requestId: `airports-${at}`, code: `QQ${String.fromCharCode(65 + at)}`, ...prairie });
  const admin = new AdminPage(page);
  const form = (name: string) => page.getByRole('form', { name });
  const button = (name: string) => page.getByRole('button', { name }).first();

  await admin.open('Aircraft');
  await pressEnterOn(page, button('Add aircraft'));
  await expect(form('Add aircraft').getByLabel('Registration')).toBeFocused();
  await wholeInSight(form('Add aircraft'));
  await page.keyboard.type('n200aa');
  await page.keyboard.press('Tab');
  await page.keyboard.type('320');
  for (const _ of ['seat map', 'weight', 'reason']) await page.keyboard.press('Tab');
  await page.keyboard.type('new in the fleet');
  await page.keyboard.press('Enter');
  // The list is out of sight, so it is said; the next one begins with its registration.
  await wholeInSight(page.getByText('N200AA is added.'));
  await expect(form('Add aircraft').getByLabel('Registration')).toBeFocused();

  await pressEnterOn(page, button('Correct N101AA'));
  await expect(form('Correct N101AA').getByLabel('Type')).toBeFocused();
  await wholeInSight(form('Correct N101AA'));
  await form('Correct N101AA').getByLabel('Reason').fill('a new number');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await wholeInSight(page.getByText('N101AA is corrected.'));
  await expect(button('Correct N101AA')).toBeFocused();
  await wholeInSight(button('Correct N101AA'));
  await expect(form('Add aircraft')).toBeVisible();

  await admin.open('Airports');
  await pressEnterOn(page, button('Add airport'));
  await expect(form('Add airport').getByLabel('Find')).toBeFocused();
  await wholeInSight(form('Add airport'));
  await pressEnterOn(page, button('Correct QQC'));
  await expect(form('Correct QQC').getByLabel('From')).toBeFocused();
  await wholeInSight(form('Correct QQC').getByLabel('From'));
});

test('the tab of Admin that a word opens is in sight (it was past the end of the bar)', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('admin backups');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Backups' })).toHaveAttribute('aria-selected', 'true');
  await wholeInSight(page.getByRole('tab', { name: 'Backups' }));
});
