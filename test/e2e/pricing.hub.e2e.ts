// The room of prices: a supervisor drafts, tests, publishes and goes back; agents see it at once, and holds keep what they were given.
import { type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { runCommand } from './support/run-command.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
// Nothing moves, so that no colour is caught between two.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** By the keyboard alone: the command bar, then the rule of the load, whose first knot gets this change: what an empty flight costs. */
async function draftKnot(page: Page, change: string, reason: string): Promise<void> {
  await runCommand(page, 'pricing JFK LAX');
  const rules = page.getByRole('list', { name: 'Rules' });
  await expect(rules.getByRole('button', { name: /Load/ })).toBeVisible();
  await page.getByRole('button', { name: /^1 ?Base fare/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('On top').first().fill(change);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
}

/** What one passenger would pay now, as the screen shows it. */
const sumOf = async (flight: FlightPage): Promise<string> =>
  (await flight.price.getByRole('row', { name: /One passenger/ }).textContent()) ?? '';

test('a supervisor drafts, tests and publishes; an open seat grid shows the new price live, a standing hold keeps the old one; and back in one step', async ({
  browser,
  page,
}) => {
  const agents = await browser.newContext();
  const agent = await agents.newPage();
  await openConsole(agent, hub.address, AGENT, 'T1-05');
  await new BoardPage(agent).openDirect();
  const there = new FlightPage(agent);
  await expect(there.price).toContainText('Base fare');
  await expect(there.price.getByRole('button', { name: 'Price this flight' })).toHaveCount(0);
  const before = await sumOf(there);

  // A hold of another desk, before anything is published.
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await new BoardPage(page).openDirect();
  const here = new FlightPage(page);
  await here.best();
  await here.hold();
  const kept = await here.panel.getByRole('row', { name: /1 fare/ }).innerText();

  // A draft, by keys alone. It stays while What-if is looked at.
  await draftKnot(page, '+30', 'Flights above 80 % sell out two days early');
  await expect(page.getByText('draft, 1 change')).toBeVisible();
  await expectAccessible(page, 'draft of a policy');
  await page.getByRole('tab', { name: 'What-if' }).click();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 120_000 });
  await page.getByRole('tab', { name: 'Policy' }).click();
  await expect(page.getByText('draft, 1 change')).toBeVisible();

  // Twice the key, one publish.
  await page.getByRole('textbox', { name: 'Reason' }).focus();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^v\d+ is in force\. Holds keep their price\.$/)).toBeVisible();
  await expect(page.getByText('draft, 1 change')).toHaveCount(0);
  await expect(there.price.getByRole('row', { name: /One passenger/ })).not.toHaveText(before);
  const raised = await sumOf(there);
  await agent.getByRole('button', { name: 'Why this price, in words' }).click();
  await expect(agent.getByRole('dialog')).toContainText(/^.*base [\d,.]+, \d+ % sold times 1\.\d+/);
  await expect(agent.getByRole('dialog')).toContainText('by osei');
  await agent.keyboard.press('Escape');

  // The hold keeps what it was given.
  await page.keyboard.press('F2');
  await expect(here.panel.getByRole('row', { name: /1 fare/ })).toHaveText(kept, { useInnerText: true });

  // A second version, then back to the first in one step.
  await draftKnot(page, '+20', 'The game week is over');
  await page.keyboard.press('Control+Enter');
  await expect(there.price.getByRole('row', { name: /One passenger/ })).not.toHaveText(raised);
  await page.getByRole('tab', { name: 'History' }).click();
  const versions = page.getByRole('table', { name: 'Versions' });
  await expect(versions.getByRole('row', { name: /Route JFK–LAX/ })).toHaveCount(2);
  await versions
    .getByRole('row', { name: /Flights above 80/ })
    .getByRole('button')
    .focus();
  await page.keyboard.press('Control+Enter');
  await expect(versions.getByRole('row', { name: /Route JFK–LAX/ })).toHaveCount(3);
  await expect(there.price.getByRole('row', { name: /One passenger/ })).toHaveText(raised);
  await agents.close();
});

test('a price that jumps must be typed, and what somebody else published meanwhile is settled side by side', async ({ browser, page }) => {
  await openConsole(page, hub.address, SUPERVISOR, 'T1-01');
  await draftKnot(page, '+300', 'A slip of the hand');
  await page.keyboard.press('Control+Enter');
  const slip = page.getByRole('region', { name: 'Is this a slip?' });
  await expect(slip).toBeVisible();
  await expectAccessible(page, 'a slip is asked about');
  const [price = ''] = /^\S+/.exec(await slip.getByText(/confirms it$/).innerText()) ?? [];
  await slip.getByLabel('Type the price').fill('1');
  await page.keyboard.press('Enter');
  await expect(slip).toContainText(`${price} confirms it.`);

  // Meanwhile the same supervisor publishes another top at another desk.
  const others = await browser.newContext();
  const other = await others.newPage();
  await openConsole(other, hub.address, SUPERVISOR, 'T2-03');
  await draftKnot(other, '+45', 'Game week');
  await other.keyboard.press('Control+Enter');
  await expect(other.getByText(/is in force\. Holds keep their price/)).toBeVisible();
  await others.close();

  const both = page.getByRole('region', { name: 'Another publish came in between' });
  await slip.getByRole('button', { name: 'Back to the rules' }).click();
  await expect(both).toContainText('1 to settle');
  await expect(page.getByRole('button', { name: 'Publish' })).toBeDisabled();
  await both.getByRole('button', { name: 'Theirs' }).click();
  await expect(both).toHaveCount(0);
  await expect(page.getByText('Nothing is changed')).toBeVisible();
});
