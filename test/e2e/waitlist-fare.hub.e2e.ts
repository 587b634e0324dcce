// A party waits until the fare falls to its limit. Nobody gives a seat back: a supervisor publishes other prices, and the desk sees its offer.
import { test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { publishClasses } from './support/classes-by-hand.ts';
import { expect } from './support/expect.ts';
import { pressLetter } from './support/press-letter.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('a party with a fare limit says that the fare is above it, and is offered its seat when a policy is published that fits', async ({
  browser,
  page,
}) => {
  await openConsole(page, hub.address, AGENT, 'T1-04');
  await new BoardPage(page).openDirect();
  await pressLetter(page, 'q');
  const dialog = page.getByRole('dialog', { name: 'Add a party to a waitlist' });
  await dialog.getByLabel('Name').fill('FISCHER/ANNA MS');
  await dialog.getByLabel('Phone').fill('+1 646 555 0117');
  await dialog.getByLabel('Fare limit, per adult').fill('200');
  // Two Enters, one party.
  await dialog.getByLabel('Fare limit, per adult').press('Enter');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const row = page.getByRole('table', { name: /^Queue of / }).getByRole('row', { name: /FISCHER/ });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Fare is above the limit');
  await expect(row).toContainText('up to 200.00 USD');

  const supervisor = await (await browser.newContext()).newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await publishClasses(supervisor);
  await expect(row).toContainText(/Offered \d+[A-Z]/);
  await supervisor.context().close();
});
