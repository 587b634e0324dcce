// The page that stands before the passenger follows the sale that the agent of its desk makes by keyboard, and keeps nothing of it.
import { type Page, test } from '@playwright/test';
import { axeFindings } from './support/axe.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { pressLetter } from './support/press-letter.ts';
import { AGENT, OTHER_AGENT, openConsole, unlock } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

const DESK = 'T1-04';

/** The agent's console, and the screen that it opened by its key. */
async function openBoth(page: Page): Promise<{ console: FlightPage; passenger: Page }> {
  await openConsole(page, hub.address, AGENT, DESK);
  const popup = page.waitForEvent('popup');
  await page.keyboard.press('Alt+p');
  const passenger = await popup;
  await expect(passenger.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await page.bringToFront();
  await new BoardPage(page).openDirect();
  return { console: new FlightPage(page), passenger };
}

test('follows a sale by keyboard: seat, name letter by letter, price, cash and change; then it is gone', async ({ page }) => {
  const { console, passenger } = await openBoth(page);
  const people = passenger.getByRole('list');
  await expect(passenger.getByRole('heading', { level: 1 })).toContainText('JFK');
  await expect(people).toContainText('No seat yet');

  await console.grid.getByRole('gridcell', { name: /free/ }).first().focus();
  await page.keyboard.press('b');
  await expect(console.grid.getByRole('gridcell', { selected: true })).toHaveCount(1);
  const [seat = ''] = await console.chosenSeats();
  await expect(people).toContainText(seat);
  await expect(passenger.locator('.plan .own')).toHaveCount(1);
  await expect(passenger.getByText('One adult')).toBeVisible();
  await page.keyboard.press('Enter');
  await console.heldLocator();
  await expect(passenger.getByText('To pay')).toBeVisible();

  // The passenger says that the name is spelt otherwise, and sees it corrected.
  await expect(page.getByLabel('Name of adult 1')).toBeFocused();
  for (const [typed, shown] of [
    ['petr', 'Petr'],
    ['of', 'Petrof'],
  ] as const) {
    await page.keyboard.type(typed);
    await expect(people).toContainText(shown);
  }
  await page.keyboard.press('Backspace');
  await expect(people).not.toContainText('Petrof');
  await page.keyboard.type('v/elena mrs');
  await expect(people).toContainText('Petrov Elena');
  await page.keyboard.press('Enter');
  await page.keyboard.type('+1 212 555 0148');
  await expect(passenger.getByText('555 0148')).toHaveCount(0);
  await page.keyboard.press('Enter');

  const due = Number((await passenger.locator('.big b').innerText()).replace(/[^\d.]/g, ''));
  const given = Math.ceil(due / 100) * 100 + 100;
  await page.keyboard.type(String(given));
  await page.keyboard.press('Enter');
  const locator = await console.sold();
  await expect(passenger.getByText('Paid. Thank you.')).toContainText(locator);
  await expect(passenger.locator('.big')).toHaveText(`Your change ${(given - due).toFixed(2)} USD`);

  // The next customer begins, and sees nothing of the one before.
  await pressLetter(page, 'y');
  await expect(page.getByRole('region', { name: 'Paid' })).not.toContainText('Give back');
  await pressLetter(page, 'n');
  await expect(passenger.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  for (const gone of ['Petrov', locator, 'change', seat]) await expect(passenger.locator('body')).not.toContainText(gone);
  // The page itself has kept nothing, and takes no keys.
  await expect(passenger.locator('input, button, a, textarea, select')).toHaveCount(0);
  expect(await passenger.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('another desk shows nothing of it, and a screen of this desk that is opened later shows it', async ({ page, browser }) => {
  const { console, passenger } = await openBoth(page);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await openConsole(other, hub.address, OTHER_AGENT, 'T1-05');
  await other.goto(`${hub.address}/passenger`);
  await expect(other.getByRole('heading', { name: 'Welcome' })).toBeVisible();

  await console.best();
  await console.hold();
  await console.name('SMITH/JOHN MR');
  await expect(passenger.getByRole('list')).toContainText('SMITH');
  await passenger.reload();
  await expect(passenger.getByRole('list')).toContainText('SMITH');
  await expect(other.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  expect(await other.locator('body').innerText()).not.toContain('SMITH');
  await elsewhere.close();
});

test('shows nothing any more once the console locks, and the sale again once it is open', async ({ page }) => {
  const { console, passenger } = await openBoth(page);
  const [seat = ''] = await console.freeSeats();
  await console.pick(seat);
  await console.hold();
  await console.name('SMITH/JOHN MR');
  await expect(passenger.getByRole('list')).toContainText('SMITH');
  await page.keyboard.press('Alt+l');
  await expect(passenger.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await unlock(page, AGENT);
  await expect(passenger.getByRole('list')).toContainText('SMITH');
  // Another screen of the console is none of the passenger's business.
  await page.keyboard.press('F1');
  await expect(passenger.getByRole('heading', { name: 'Welcome' })).toBeVisible();
});

test('speaks the language of the booking, in both themes, within the screen, without problems of access', async ({ page }) => {
  const { console, passenger } = await openBoth(page);
  await console.best();
  await console.hold();
  await console.name('MUÑOZ DE LA FUENTE/MARÍA DEL CARMEN MRS');
  await page.getByRole('button', { name: /Messages in/ }).click();
  await page.getByRole('option', { name: /^(Spanish|Español)/ }).click();
  await expect(passenger.getByText('A pagar')).toBeVisible();
  await expect(passenger.locator('html')).toHaveAttribute('lang', 'es');
  for (const colorScheme of ['light', 'dark'] as const) {
    await passenger.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of [
      { width: 1280, height: 800 },
      { width: 1920, height: 1080 },
      { width: 853, height: 533 },
      { width: 800, height: 1280 },
    ]) {
      await passenger.setViewportSize(size);
      const over = await passenger.evaluate(() => {
        const page = document.documentElement;
        const hidden = [...document.querySelectorAll('.sale *')].filter((part) => {
          const { top, left, right, bottom } = part.getBoundingClientRect();
          return top < 0 || left < 0 || right > innerWidth + 1 || bottom > innerHeight + 1;
        });
        return [page.scrollWidth > innerWidth, page.scrollHeight > innerHeight, hidden.map((part) => part.className)];
      });
      expect(over, JSON.stringify(size)).toEqual([false, false, []]);
    }
    expect(await axeFindings(passenger)).toEqual([]);
  }
});
