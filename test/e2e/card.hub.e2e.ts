// Cards on the terminal of the training mode.
import { expect, test } from '@playwright/test';
import { almostSold } from './support/almost-sold.ts';
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

test('a card that is declined released the seats: now they stay, and the customer pays another way', async ({ page }) => {
  const { flight, locator } = await almostSold(page, hub.address);
  await flight.payCard('declines');
  await expect(flight.panel).toContainText('The card was declined: the bank refused the card.');
  await expect(flight.chip(locator)).toHaveCount(1);
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);
});
