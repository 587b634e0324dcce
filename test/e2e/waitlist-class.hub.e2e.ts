// A party waits for a booking class that a supervisor closed; when the class is given back, the desk sees its offer at once.
import { test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { decideOnQ, publishClasses } from './support/classes-by-hand.ts';
import { expect } from './support/expect.ts';
import { pressLetter } from './support/press-letter.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('a party waits for class Q while it is closed by hand, says why, and is offered seats when the class is given back', async ({
  browser,
  page,
}) => {
  const supervisors = await browser.newContext();
  const supervisor = await supervisors.newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await publishClasses(supervisor);
  await supervisor.getByRole('tab', { name: 'Flights' }).click();
  await decideOnQ(supervisor, 'A congress in LA');

  await openConsole(page, hub.address, AGENT, 'T1-04');
  await new BoardPage(page).openDirect();
  await pressLetter(page, 'q');
  const dialog = page.getByRole('dialog', { name: 'Add a party to a waitlist' });
  await dialog.getByLabel('Name').fill('HAGEN/NILS MR');
  await dialog.getByLabel('Phone').fill('+1 646 555 0117');
  await dialog.getByLabel('Booking class').fill('z');
  await dialog.getByLabel('Booking class').press('Enter');
  await expect(dialog).toContainText('has no class Z');
  await dialog.getByLabel('Booking class').fill('q');
  await dialog.getByLabel('Booking class').press('Enter');
  await expect(dialog).toHaveCount(0);
  const row = page.getByRole('table', { name: /^Queue of / }).getByRole('row', { name: /HAGEN/ });
  await expect(row).toContainText('class Q');
  await expect(row).toContainText('Class Q is closed');
  await expect(row).toContainText('by a supervisor');
  await expect(page.getByRole('region', { name: 'Flights' })).toContainText('Next HAGEN, 1: class Q is closed');

  await decideOnQ(supervisor, 'The congress is over');
  await expect(row).toContainText(/Offered \d+[A-Z]/);
  await supervisors.close();
});
