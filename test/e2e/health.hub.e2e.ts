// The health of the hub, by keyboard: its figures, a limit that is set, an alarm that is acknowledged; all of it outlives a new page and a new hub.
import { type Page, test } from '@playwright/test';
import { FIGURE_NAMES, figureRule } from '../../shared/health/figures.ts';
import { expectAccessible } from './support/axe.ts';
import { openDesk } from './support/desk-calls.ts';
import { expect } from './support/expect.ts';
import { pressLetter } from './support/press-letter.ts';
import { AGENT, OTHER_AGENT, openConsole, SUPERVISOR, unlock } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeEach(async () => {
  hub = await Hub.start();
});
test.afterEach(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const OFF_LINE = 'Consoles off line';
const row = (page: Page, name: string) => page.getByRole('list', { name: 'Figures' }).getByRole('button', { name });
const rail = (page: Page) => page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: /Health/ });
const alarms = (page: Page) => page.getByRole('region', { name: 'Alarms' });

async function openHealth(page: Page): Promise<void> {
  await expect(rail(page)).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByRole('heading', { name: 'Health' })).toBeVisible();
  await expect(row(page, OFF_LINE)).toBeVisible();
  // Once more: to the first of its figures.
  await page.keyboard.press('F8');
  await expect(page.getByRole('list', { name: 'Figures' }).locator(':focus')).toHaveCount(1);
}

/** Walks to a figure by the arrow keys. */
async function walkTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Home');
  for (let steps = 0; steps < 20; steps++) {
    if (await row(page, name).evaluate((button) => button === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${name} was not reached`);
}

/** Somebody signs in at another desk, whose console then loses the hub. */
async function loseConsole(page: Page): Promise<void> {
  const lost = await page.context().newPage();
  await lost.goto(hub.address);
  await openDesk(lost, AGENT, 'T1-09');
  await lost.close();
}

/** However busy the computer is that the test runs on, nothing else is an alarm. */
async function silenceTimes(page: Page): Promise<void> {
  const calm = await page.context().newPage();
  await calm.goto(hub.address);
  const desk = await openDesk(calm, SUPERVISOR, 'T1-08');
  for (const figure of FIGURE_NAMES) {
    const { unit, most } = figureRule(figure);
    if (unit === 'ms') await desk.call('health.setLimit', { requestId: `limit-of-${figure}`, figure, limit: most });
  }
  await desk.call('session.signOut', {});
  await calm.close();
}

test('a supervisor sets a limit, acknowledges the alarm with a note, and finds both after a reload and after a crash of the hub', async ({
  page,
}) => {
  await openConsole(page, hub.address, SUPERVISOR);
  await silenceTimes(page);
  await loseConsole(page);
  await openHealth(page);
  await expectAccessible(page, 'health');

  await walkTo(page, OFF_LINE);
  await pressLetter(page, 'T');
  const limit = page.getByRole('dialog', { name: `Limit: ${OFF_LINE}` });
  await limit.getByLabel('An alarm above').fill('soon');
  await page.keyboard.press('Enter');
  await expect(limit).toContainText('A number, or nothing.');
  await limit.getByLabel('An alarm above').fill('5000');
  await page.keyboard.press('Enter');
  await expect(limit).toContainText('The limit of “Consoles off line” must be between 0 and 1000.');
  await limit.getByLabel('An alarm above').fill('0');
  await page.keyboard.press('Enter');
  await expect(limit).toHaveCount(0);
  await expect(row(page, OFF_LINE)).toHaveAccessibleName(/^Over Consoles off line 1 limit 0 set of 2/);
  await expect(rail(page)).toContainText('1 to see to');
  await expect(alarms(page)).toContainText('Consoles off line 1');

  await walkTo(page, OFF_LINE);
  await pressLetter(page, 'A');
  const acknowledge = page.getByRole('dialog', { name: `Acknowledge: ${OFF_LINE}` });
  await expectAccessible(page, 'acknowledge');
  await page.keyboard.press('Enter');
  await expect(acknowledge).toContainText('Say it for who comes after you.');
  await page.keyboard.type('The switch of gate 9 is being changed');
  await page.keyboard.press('Enter');
  await expect(acknowledge).toHaveCount(0);

  const seen = async () => {
    await expect(row(page, OFF_LINE)).toHaveAccessibleName(/^Over, seen Consoles off line 1 limit 0 set/);
    await expect(alarms(page)).toContainText('The switch of gate 9 is being changed');
    await expect(alarms(page)).toContainText(/acknowledged \d\d:\d\d, Mercy Osei/);
    await expect(alarms(page)).toContainText(/rings \d\d:\d\d/);
    await expect(rail(page)).not.toContainText('to see to');
  };
  await seen();
  await page.reload();
  await openHealth(page);
  await seen();

  await hub.killNow();
  await hub.startAgain();
  await unlock(page, SUPERVISOR);
  await openHealth(page);
  await seen();
});

test('an agent sees the figures and decides nothing; Enter shows a day, C copies the figures', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openConsole(page, hub.address, OTHER_AGENT);
  await openHealth(page);
  await expect(page.getByRole('button', { name: 'Back up now' })).toHaveCount(0);
  await expect(page.getByText('acknowledge, with a note')).toHaveCount(0);
  // For an agent it is no key, so it is the beginning of a command.
  await pressLetter(page, 'A');
  await expect(page.getByRole('combobox')).toHaveValue(/a/i);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await walkTo(page, 'Journal, unsaved');
  await page.keyboard.press('Enter');
  const day = page.getByRole('dialog', { name: 'Journal, unsaved' });
  await expect(day).toContainText(/At worst \d+, never past its limit in /);
  await expectAccessible(page, 'day');
  await page.keyboard.press('Escape');
  await expect(row(page, 'Journal, unsaved')).toBeFocused();
  await pressLetter(page, 'C');
  await expect(page.getByText('The figures are on the clipboard.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Good: Journal, unsaved: \d+, limit 100; entry \d+$/m);
});
