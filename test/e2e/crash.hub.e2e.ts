// The hub dies during a sale, without a word, and is started again on the same store.
import { type Page, test } from '@playwright/test';
import { almostSold } from './support/almost-sold.ts';
import { expect } from './support/expect.ts';
import { readStore } from './support/read-store.ts';
import { ReservationsPage } from './support/reservations-page.ts';
import { AGENT, unlock } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeEach(async () => {
  hub = await Hub.start();
});
test.afterEach(() => hub.remove());

/** The console finds the hub again by itself, and is locked; with the PIN its agent goes on. */
async function comeBack(page: Page): Promise<void> {
  await hub.startAgain();
  await expect(page.getByText('The hub was started again, so this console is locked.')).toBeVisible();
  await unlock(page, AGENT);
}

/** Exactly one sale of one seat is in the store, paid once. */
async function soldOnce(): Promise<void> {
  const kept = await readStore(hub.storeFile('training'));
  expect(kept.bookings).toEqual([{ state: 'CONFIRMED', total: expect.any(Number), refunded: 0 }]);
  expect(kept).toMatchObject({ claims: 1, counters: [{ held: 0, sold: 1 }], confirmations: 1 });
  expect(kept.tenders).toEqual([{ kind: 'cash', amount: kept.bookings[0]?.total }]);
}

test('a hold outlives a kill, and its sale goes on', async ({ page }) => {
  const { flight, seat, locator } = await almostSold(page, hub.address);
  await hub.killNow();
  await expect(flight.tray).toContainText('No answer from the hub since');
  await comeBack(page);
  await flight.chip(locator).click();
  expect(await flight.heldLocator()).toBe(locator);
  await flight.sees(seat, 'chosen( for .+)?');
  await flight.fillIn('PETROV/ELENA MRS');
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);
  await soldOnce();
});

test('a confirmation whose answer is lost in a kill was done, once', async ({ page }) => {
  // The hub dies when it has answered and before the console has heard it.
  let confirming: number | undefined;
  let killed = false;
  await page.routeWebSocket(/\/socket$/, (console) => {
    const server = console.connectToServer();
    console.onMessage((message) => {
      const { id, method } = JSON.parse(String(message));
      if (method === 'bookings.confirm') confirming ??= id;
      server.send(message);
    });
    server.onMessage((message) => {
      if (killed || confirming === undefined || JSON.parse(String(message)).id !== confirming) console.send(message);
      else {
        killed = true;
        void hub.killNow();
      }
    });
  });
  const { flight, locator } = await almostSold(page, hub.address);
  await flight.payCash();
  await expect(page.getByText(/^Stale since/)).toBeVisible();
  await comeBack(page);
  // It is shown first, with its change still to give, and says nothing of a lock.
  await expect(page.getByText('This sale was made.', { exact: true })).toBeVisible();
  expect(await flight.sold()).toBe(locator);
  await expect(flight.chip(locator)).toHaveCount(0);
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(locator);
  await expect(reservations.booking(locator)).toBeVisible();
  await expect(reservations.action('Cancel and refund')).toBeVisible();
  await soldOnce();
});

test('a confirmation that a kill kept from the hub was not done, and is asked for again', async ({ page }) => {
  let killed = false;
  await page.routeWebSocket(/\/socket$/, (console) => {
    const server = console.connectToServer();
    console.onMessage((message) => {
      if (killed || JSON.parse(String(message)).method !== 'bookings.confirm') server.send(message);
      else {
        killed = true;
        void hub.killNow();
      }
    });
  });
  const { flight, locator } = await almostSold(page, hub.address);
  await flight.payCash();
  await expect(page.getByText(/^Stale since/)).toBeVisible();
  await comeBack(page);
  await expect(flight.panel).toContainText('This sale was not made.');
  await expect(flight.panel).not.toContainText('locked');
  await expect(flight.panel).toContainText('All money is here. Confirm the sale.');
  await flight.confirmPaid();
  expect(await flight.sold()).toBe(locator);
  await soldOnce();
});

test('a confirmation cut off by a kill is done or not done, and nothing in between', async ({ page }) => {
  let killed = false;
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (killed || !String(payload).includes('"bookings.confirm"')) return;
      killed = true;
      void hub.killNow();
    }),
  );
  const { flight, locator } = await almostSold(page, hub.address);
  await flight.payCash();
  await expect(page.getByText(/^Stale since/)).toBeVisible();
  await comeBack(page);
  const reservations = new ReservationsPage(page);
  await reservations.goThere();
  await reservations.find(locator);
  await expect(reservations.booking(locator)).toBeVisible();
  const goOn = reservations.action('Continue to names and payment');
  if (await goOn.isVisible()) {
    await goOn.click();
    await flight.fillIn('PETROV/ELENA MRS');
    // The console kept the cash that was given.
    await flight.confirmPaid();
    expect(await flight.sold()).toBe(locator);
  }
  await soldOnce();
});

test('a card payment under way in a kill is reversed, and its seats stay for another tender', async ({ page }) => {
  const { flight, seat, locator } = await almostSold(page, hub.address);
  await flight.payCard('does not answer');
  await expect(flight.panel).toContainText('The terminal is asking for the card');
  // The hub knows of the card from here on. Before that nothing was asked, and the same card would be asked again.
  await expect(flight.chip(locator)).toContainText('paying');
  await hub.killNow();
  await expect(flight.panel).toContainText('Not known yet whether this sale was made.');
  await comeBack(page);
  await expect(flight.panel).toContainText('This sale was not made.');
  await flight.sees(seat, 'chosen( for .+)?');
  await expect(flight.passengers.getByLabel('Name of adult 1')).not.toHaveValue('');
  await flight.panel.getByText('Cash', { exact: true }).click();
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);
  const kept = await readStore(hub.storeFile('training'));
  expect(kept.bookings).toMatchObject([{ state: 'CONFIRMED' }]);
  expect(kept.payments).toEqual([{ state: 'REVERSED' }]);
});

test('names, contact and money typed for a hold outlive a reload of the page (they were gone)', async ({ page }) => {
  const { flight, locator } = await almostSold(page, hub.address);
  await flight.contact('+1 212 555 0177');
  await flight.panel.getByLabel('Cash given').focus();
  await page.reload();
  await flight.chip(locator).click();
  await expect(flight.passengers.getByLabel('Phone or e-mail')).toHaveValue('+1 212 555 0177');
  await expect(flight.passengers.getByLabel('Name of adult 1')).not.toHaveValue('');
});
