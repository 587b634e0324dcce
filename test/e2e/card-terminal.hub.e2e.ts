// A card terminal that fails again and again: the frame of every console says so, cash sells meanwhile, and after its rest one card tries it.
import { test } from '@playwright/test';
import { PAYMENT_ANSWER_MS_MAX, TERMINAL_FAILURES_MAX, TERMINAL_REST_MS } from '../../shared/bounds.ts';
import { almostSold } from './support/almost-sold.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { OTHER_AGENT, openConsole } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

test('a terminal that fails five times in a row rests: every frame says so, a card is refused at once, cash sells, and a card after the rest ends it', async ({
  page,
  browser,
}) => {
  const { flight, locator } = await almostSold(page, hub.address);
  const other = await (await browser.newContext()).newPage();
  await openConsole(other, hub.address, OTHER_AGENT, 'T1-05');
  const trouble = (at: typeof page) => at.getByText(`The card terminal failed ${TERMINAL_FAILURES_MAX} times in a row`);
  for (let failures = 0; failures < TERMINAL_FAILURES_MAX; failures++) {
    await expect(trouble(page)).toHaveCount(0);
    await flight.payCard('does not answer');
    await expect.poll(() => hub.endLongWaits()).toContain(PAYMENT_ANSWER_MS_MAX);
    await expect(flight.chip(locator)).not.toContainText('paying');
    await expect(flight.panel).toContainText('The terminal did not answer.');
  }
  for (const at of [page, other]) {
    await expect(trouble(at)).toBeVisible();
    await expect(at.getByText('Cash and vouchers sell meanwhile.')).toBeVisible();
  }
  await expect(flight.panel.getByRole('button', { name: 'Release' })).toBeInViewport({ ratio: 1 });

  await flight.payCard('approves');
  await expect(flight.panel).toContainText('so it is not asked until');
  await expect(flight.panel.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('c');
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);

  await hub.moveTime(TERMINAL_REST_MS);
  await page.keyboard.press('F1');
  await new BoardPage(page).openDirect();
  await flight.best();
  const next = await flight.hold();
  await flight.fillIn('ROY/DEV MR');
  await flight.payCard('approves');
  expect(await flight.sold()).toBe(next);
  for (const at of [page, other]) await expect(trouble(at)).toHaveCount(0);
  await other.context().close();
});
