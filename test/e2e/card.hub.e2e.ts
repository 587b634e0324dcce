// Cards on the terminal of the training mode.
import { test } from '@playwright/test';
import { almostSold } from './support/almost-sold.ts';
import { expect } from './support/expect.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

for (const answer of ['approves', 'declines once, then approves']) {
  test(`a card that ${answer} pays the sale`, async ({ page }) => {
    const { flight, locator } = await almostSold(page, hub.address);
    await flight.payCard(answer);
    expect(await flight.sold()).toBe(locator);
    await expect(page.getByRole('region', { name: 'Paid' }).getByRole('row', { name: /^Card approved \d{6}/ })).toBeVisible();
  });
}

test('a card that is declined keeps the seats, says so, and the customer pays another way (the seats went back to sale at once)', async ({
  page,
}) => {
  const { flight, seat, locator } = await almostSold(page, hub.address);
  await flight.payCard('declines');
  await expect(flight.panel).toContainText('The card was declined: the bank refused the card.');
  await expect(flight.panel).toContainText('Seats kept, ');
  await expect(flight.panel.getByRole('button', { name: 'Release' })).toBeInViewport({ ratio: 1 });
  await expect(flight.chip(locator)).toBeVisible();
  await flight.sees(seat, 'chosen( for .+)?');
  await expect(flight.panel.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('c');
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);
});

test('a terminal that does not answer is given up, and the customer pays another way', async ({ page }) => {
  const { flight, locator } = await almostSold(page, hub.address);
  await flight.payCard('does not answer');
  await expect(flight.panel).toContainText('to pay by card');
  // The hub knows of the card from here on.
  await expect(flight.chip(locator)).toContainText('paying');
  // In a narrow window too it is still to be paid (it said that nothing was).
  await page.setViewportSize({ width: 853, height: 533 });
  await expect(page.locator('.hold-line')).toContainText('USD to pay by card');
  await expect(page.locator('.hold-line .amount')).not.toHaveText('0.00');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Shift+F9');
  await expect(flight.panel).toContainText('The terminal was given up.');
  await expect(flight.panel.locator(':focus')).toHaveCount(1);
  // The amount, which has the focus, stands above the buttons (they lay over it).
  const [amount, buttons] = [await flight.panel.locator(':focus').boundingBox(), await flight.panel.locator('.acts').boundingBox()];
  expect((amount?.y ?? 0) + (amount?.height ?? 0)).toBeLessThanOrEqual(buttons?.y ?? 0);
  await page.keyboard.press('c');
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);
});
