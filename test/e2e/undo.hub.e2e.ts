// A slip that is seen at once: the last sale or cancellation of a desk is taken back whole by one key.
import { test } from '@playwright/test';
import { almostSold } from './support/almost-sold.ts';
import { expect } from './support/expect.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a cancellation is undone by Ctrl Z within its minute, and the agent is told what becomes of the money', async ({ page }) => {
  const { flight, locator } = await almostSold(page, hub.address);
  await flight.payCard('approves');
  expect(await flight.sold()).toBe(locator);
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();

  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(locator);
  await reservations.action('Cancel and refund').click();
  await reservations.worksheet.getByRole('button', { name: 'Cancel and refund' }).click();
  await expect(page.getByText('HX cancelled').first()).toBeVisible();
  await expect(page.getByText(`${locator} cancelled`)).toBeVisible();

  // In the actions of the booking, where no text is typed.
  await reservations.action('Sell these flights again').focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('HK confirmed').first()).toBeVisible();
  await expect(page.getByText(/The card keeps paying/).first()).toBeVisible();
  await expect(page.getByText('Cancellation undone', { exact: false }).first()).toBeVisible();
  await expect(undo).toBeHidden();
});

test('what is said of a sale that was undone hides no next step, in no window (it lay over the button that holds the seats again)', async ({
  page,
}) => {
  const { flight, locator } = await almostSold(page, hub.address);
  await flight.payCash('5000');
  expect(await flight.sold()).toBe(locator);
  await page.getByRole('button', { name: 'Undo' }).click();
  const said = page.locator('.toast', { hasText: `The sale of ${locator} is undone.` });
  await expect(said).toBeVisible();
  const again = page.getByRole('button', { name: /^Hold \d+[A-Z] again/ });
  for (const [width, height] of [
    [1280, 800],
    [1024, 768],
    [853, 533],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(again).toBeInViewport({ ratio: 1 });
    const [step, toast] = [await again.boundingBox(), await said.boundingBox()];
    if (!step || !toast) throw new Error('one of them is not drawn');
    const apart = toast.x + toast.width <= step.x || toast.y + toast.height <= step.y;
    expect(apart, `in a window of ${width} x ${height}`).toBe(true);
  }
});
