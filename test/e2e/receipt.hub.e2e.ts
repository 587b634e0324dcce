// The receipt as the paper shows it.
import { test } from '@playwright/test';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { AGENT, openConsole } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

/** Within the margins of each paper, in CSS pixels: 210 less 32 mm, 80 less 8 mm. */
const PAPERS = [
  { paper: 'A4', width: 673 },
  { paper: '80 mm', width: 272 },
];

test('nothing of a receipt with long names and two flights runs over the edge of its paper (on a roll the seats did)', async ({ page }) => {
  await openConsole(page, hub.address, AGENT);
  await new BoardPage(page).openWithStop({ from: 'BUF', to: 'LAX', date: '+2', adults: 2 });
  const flight = new FlightPage(page);
  await flight.best();
  await page.getByRole('tab').last().click();
  await flight.best();
  await flight.hold();
  await flight.name('papadopoulos-konstantinidou/alexandra maria evangelia mrs', 'van der westhuizen-bezuidenhout/johannes mr');
  await flight.contact('+1 212 555 0148');
  await flight.payCash();
  await flight.sold();
  for (const { paper, width } of PAPERS) {
    await page.getByText(paper, { exact: true }).click();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width, height: 900 });
    const receipt = page.locator('body > .receipt');
    await expect(receipt).toContainText('Connection');
    await page.screenshot({ path: `test-results/screens/receipt-${width}.png`, fullPage: true });
    const over = await receipt.evaluate((article, edge) => {
      const from = article.getBoundingClientRect().left;
      return [...article.querySelectorAll('td, p, svg')].filter((part) => part.getBoundingClientRect().right - from > edge + 1).length;
    }, width);
    expect(over, paper).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});
