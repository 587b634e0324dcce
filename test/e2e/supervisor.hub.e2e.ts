// What a supervisor does: schedule, users, settings. Prices are in pricing.hub.e2e.ts.
import { test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { openConsole, SUPERVISOR, signInAs } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('a schedule file is previewed, applied, and its flight found and sold', async ({ page }) => {
  const zone = 'America/New_York';
  // The training days end on the third local day. Late in the evening of New York that is a day later farther east.
  const [first, last] = [localDate(zone, 4), localDate(zone, 6)];
  const text = [
    'carrier,number,origin,destination,from,to,departs,arrives,equipment,base_fare',
    `B6,9011,JFK,BUF,${first},${last},08:15,09:40,320,129.00`,
    `B6,9013,JFK,QQQ,${first},${last},09:15,10:40,320,129.00`,
    '',
  ].join('\n');
  await openConsole(page, hub.address, SUPERVISOR);
  const admin = new AdminPage(page);
  await admin.open('Import');
  await admin.chooseFile({ name: 'winter.csv', text });
  await expect(page.getByText('Applying adds 3 flights')).toBeVisible();
  for (const [word, count] of Object.entries({ 'dated flights': 3, added: 3, changed: 0, dropped: 0, 'records refused': 1 }))
    await expect(admin.count(word)).toHaveText(String(count));
  await expect(page.getByRole('region', { name: 'Problems' }).getByRole('listitem').filter({ hasText: 'line 3' })).toContainText(
    'no airport is called',
  );
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Apply the schedule' }).click();
  await expect(page.getByText('winter.csv is applied.')).toBeVisible();

  // The same file again holds nothing new.
  await page.getByRole('button', { name: 'Import another file' }).click();
  await admin.chooseFile({ name: 'again.csv', text });
  await expect(page.getByText('applying changes nothing')).toBeVisible();
  await expect(admin.count('unchanged')).toHaveText('3');
  await page.getByRole('button', { name: 'Put the preview away' }).click();

  await page.keyboard.press('F1');
  const board = new BoardPage(page);
  await board.search({ from: 'JFK', to: 'BUF', date: first });
  await board.open(board.rows('B6 9011').first());
  const flight = new FlightPage(page);
  await flight.best();
  await flight.hold();
  await flight.panel.getByRole('button', { name: 'Release' }).click();
  await expect(flight.panel).toContainText('Hold ended');
});

test('an SSIM file is read too', async ({ page }) => {
  const agentDate = (date: string) =>
    new Date(date)
      .toLocaleDateString('en-GB', { day: '2-digit', month: 'short', year: '2-digit', timeZone: 'UTC' })
      .replaceAll(' ', '')
      .toUpperCase();
  const [first, last] = [agentDate(localDate('UTC', 2)), agentDate(localDate('UTC', 9))];
  const line = (parts: Readonly<Record<number, string>>) => {
    const record = Array<string>(200).fill(' ');
    for (const [place, value] of Object.entries(parts)) record.splice(Number(place) - 1, value.length, ...value);
    return record.join('');
  };
  const text = [
    line({ 1: '1AIRLINE STANDARD SCHEDULE DATA SET', 195: '000001' }),
    line({ 1: '2LB6', 15: first, 22: last, 195: '000002' }),
    line({
      1: '3 B6 90210101J',
      15: first,
      22: last,
      29: '1234567',
      37: 'JFK',
      40: '10001000-0500',
      52: ' ',
      55: 'BOS',
      58: '11101110-0500',
      73: '320',
      195: '000003',
    }),
    line({ 1: '5 B6', 188: '000003E000004' }),
    '',
  ].join('\n');
  await openConsole(page, hub.address, SUPERVISOR);
  const admin = new AdminPage(page);
  await admin.open('Import');
  await admin.chooseFile({ name: 'winter.ssim', text });
  await expect(page.getByText('SSIM chapter 7', { exact: true })).toBeVisible();
  await expect(admin.count('dated flights')).toHaveText('8');
  await page.getByRole('button', { name: 'Put the preview away' }).click();
});

test('a new hold takes the hold time that was set', async ({ page }) => {
  await openConsole(page, hub.address, SUPERVISOR);
  await new AdminPage(page).setHoldMinutes(12);
  await page.keyboard.press('F1');
  await new BoardPage(page).openDirect();
  const flight = new FlightPage(page);
  await flight.best();
  await flight.hold();
  await expect(flight.panel).toContainText('left of 12:00');
  await flight.panel.getByRole('button', { name: 'Release' }).click();
});

test('a user who was made signs in, and an agent does not see Admin', async ({ browser, page }) => {
  await openConsole(page, hub.address, SUPERVISOR);
  await new AdminPage(page).makeUser({ user: 'novak', display: 'Eva Novak', pin: '4711' });

  const agents = await browser.newContext();
  const agent = await agents.newPage();
  await agent.goto(hub.address);
  await signInAs(agent, 'novak', '4711', 'T1-06');
  await expect(agent.getByRole('button', { name: /E\. Novak agent/ })).toBeVisible();
  const screens = agent.getByRole('navigation', { name: 'Screens' });
  await expect(screens.getByRole('button', { name: 'Reservations' })).toBeVisible();
  await expect(screens.getByRole('button', { name: 'Admin' })).toHaveCount(0);
  await agent.keyboard.press('F7');
  await expect(agent.getByRole('heading', { level: 1, name: /^Board/ })).toBeAttached();
  await agents.close();
});
