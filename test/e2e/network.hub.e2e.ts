// Whole consoles behind a network that fails: they say that the hub is lost, come back by themselves, and show the hub's truth.
import { type Page, test } from '@playwright/test';
import { seededRandom } from '../../main/seeded-random.ts';
import { IDLE_LOCK_MS } from '../../shared/bounds.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { DeskConsole, Unanswered } from '../crash/desk-console.ts';
import { sale, value } from '../main/support/test-hub.ts';
import { CLEAR, FaultProxy } from '../network/fault-proxy.ts';
import { BoardPage, JFK_LAX } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { readStore } from './support/read-store.ts';
import { AGENT, OTHER_AGENT, openConsole, SUPERVISOR, unlock } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

// One after the other, on the same consoles: what a fault left behind meets the next one.
test.describe.configure({ mode: 'serial' });

const CUT_MS = 30 * SECOND_MS;
const LATE = { latencyMs: 2 * SECOND_MS, lossPercent: 0 };
const LOSES = { latencyMs: 20, lossPercent: 5 };
/** Silence, a question that nobody answers, a new connection: longer than any wait for an element. */
const FOUND_DEAD_MS = 40 * SECOND_MS;
const adult = { type: 'ADT', infant: false, assistance: false } as const;

interface Frame {
  readonly method: string;
  readonly input: { readonly requestId?: string; readonly flightId?: number };
}

let hub: Hub;
let proxy: FaultProxy;
/** Sells, at T1-04. */
let seller: Page;
/** Has the seats of the same flight on its screen, at T1-05. */
let watcher: Page;
/** Has the list that the flight stands in on its screen, at T1-07, and its like on a line that never fails, at T1-08. */
let lister: Page;
let near: Page;
/** Nobody touched it for as long as a console stays open; at T1-06. */
let locked: Page;
/** What the consoles of the flight sent, as it stands on the line. */
const sent: Frame[] = [];
let requests = 0;

test.beforeAll(async ({ browser }) => {
  hub = await Hub.start();
  proxy = await FaultProxy.open(() => Number(new URL(hub.address).port), seededRandom(20_261_128));
  // Each with a key and a clock of its own.
  const newPage = async () => (await browser.newContext()).newPage();
  [seller, watcher, locked] = [await newPage(), await newPage(), await newPage()];
  [lister, near] = [await newPage(), await newPage()];
  for (const page of [seller, watcher])
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(JSON.parse(String(payload)))));
  await locked.clock.install();
  await Promise.all([
    openConsole(seller, proxy.address, AGENT),
    openConsole(watcher, proxy.address, OTHER_AGENT, 'T1-05'),
    openConsole(locked, proxy.address, SUPERVISOR, 'T1-06'),
    openConsole(lister, proxy.address, OTHER_AGENT, 'T1-07'),
    openConsole(near, hub.address, OTHER_AGENT, 'T1-08'),
  ]);
  await new BoardPage(watcher).openDirect();
  for (const page of [lister, near]) await new BoardPage(page).search(JFK_LAX);
  await locked.clock.fastForward(IDLE_LOCK_MS);
  await expect(locked.getByRole('form', { name: 'Unlock' })).toBeVisible();
});
test.afterAll(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
  await proxy.close();
  await hub.remove();
});

const consoles = (): readonly Page[] => [seller, watcher, lister];
const lost = (page: Page) => page.getByText(/^Stale since/);
const flightId = (): number => sent.find(({ method }) => method === 'flights.seatMap')?.input.flightId ?? 0;
const asked = (method: string): string[] => sent.filter((frame) => frame.method === method).map(({ input }) => input.requestId ?? '');

/** Each console says that the hub is lost. */
async function sayLost(): Promise<void> {
  for (const page of consoles()) await expect(lost(page)).toBeVisible({ timeout: FOUND_DEAD_MS });
  await expect(new FlightPage(seller).tray).toContainText('No answer from the hub since');
}

/** Nobody touches them. */
async function comeBack(): Promise<void> {
  for (const page of consoles()) await expect(lost(page)).toHaveCount(0, { timeout: FOUND_DEAD_MS });
}

const requestId = (): string => `near-desk-${++requests}`;

/** A desk over a line that is whole. */
async function nearHub<Result>(ask: (near: DeskConsole) => Promise<Result>): Promise<Result> {
  const near = await DeskConsole.signIn(hub.address, SUPERVISOR, 'T1-09', { sent() {}, answered() {}, heard() {} });
  try {
    return await ask(near);
  } finally {
    await near.close();
  }
}

/** Another desk sells the best seat of the flight while the consoles hear late of it, or not at all. */
const soldElsewhere = (): Promise<void> =>
  nearHub(async (near) => {
    const legs = [{ flightId: flightId(), cabin: 'Y' as const, seats: 'best' as const }];
    const hold = value(await near.call('holds.place', { requestId: requestId(), legs, passengers: [adult], exitRowConfirmed: false }));
    value(await near.call('bookings.confirm', { requestId: requestId(), ...sale(hold) }));
  });

/** Sells until the hub goes away. Gives the seats that were acknowledged. */
async function sellUntilGone(): Promise<string[]> {
  const seats: string[] = [];
  await nearHub(async (near) => {
    for (;;) {
      const legs = [{ flightId: flightId(), cabin: 'Y' as const, seats: 'best' as const }];
      const hold = await near.call('holds.place', { requestId: requestId(), legs, passengers: [adult], exitRowConfirmed: false });
      const sold = hold.ok ? await near.call('bookings.confirm', { requestId: requestId(), ...sale(hold.value) }) : hold;
      if (sold.ok) seats.push(...(sold.value.legs[0]?.seats ?? []));
    }
  }).catch((error) => {
    if (!(error instanceof Unanswered)) throw error;
  });
  return seats;
}

/** The seats of the flight that are not free, as the console says it: `12C sold`. */
async function takenOn(page: Page): Promise<string[]> {
  const cells = new FlightPage(page).grid.getByRole('gridcell', { name: /, (sold|held by .+)$/ });
  const labels = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''));
  return labels.map((label) => label.replace(/^(\d+) ([A-Z]), .*, (sold|held by .+)$/, '$1$2 $3')).sort();
}

/** What is free, sold and held in the cabins of each itinerary of a list, as it stands there. Marks of what moved just now are left out. */
async function listed(page: Page): Promise<Map<string, string>> {
  const rows = await new BoardPage(page).list.getByRole('row').allInnerTexts();
  const all = (row: string, what: RegExp): string => row.match(what)?.join(', ') ?? '';
  return new Map(rows.map((row) => [all(row, /\b[A-Z0-9]{2} \d+\b/g), all(row, /\w+: \d+ free of \d+, \d+ sold, \d+ held/g)]));
}

/** Itineraries of which the two lists say otherwise. A list that was asked for anew may have another order, and only what is in view is drawn. */
async function otherwise(): Promise<string[]> {
  const [behind, truth] = [await listed(lister), await listed(near)];
  const both = [...behind].filter(([flights, loads]) => loads !== '' && truth.has(flights));
  expect(both.length).toBeGreaterThan(5);
  return both
    .filter(([flights, loads]) => truth.get(flights) !== loads)
    .map(([flights, loads]) => `${flights}: ${loads}, truly ${truth.get(flights)}`);
}

/** What the consoles show that were only looked at is what the hub knows, and the one that is locked shows nothing. */
async function showTruth(): Promise<void> {
  const { taken } = value(await nearHub((near) => near.call('flights.seatMap', { flightId: flightId() })));
  const truth = taken.map((each) => `${each.seat} ${each.state === 'sold' ? 'sold' : `held by desk ${each.desk}`}`).sort();
  expect(truth.length).toBeGreaterThan(0);
  await expect.poll(() => takenOn(watcher)).toEqual(truth);
  await expect.poll(otherwise).toEqual([]);
  const { bookings, confirmations } = await readStore(hub.storeFile('training'));
  expect(bookings.filter(({ state }) => state === 'CONFIRMED')).toHaveLength(confirmations);
  await isLocked();
}

/** The console that was left alone shows nothing but its lock, and no key leads behind it. */
async function isLocked(): Promise<void> {
  const form = locked.getByRole('form', { name: 'Unlock' });
  await expect(form).toBeVisible();
  for (const key of ['Escape', 'Enter', 'F1', 'F3']) await locked.keyboard.press(key);
  await expect(form).toBeVisible();
}

/** The seller begins a sale of one seat, as far as the hold. */
async function holdOne(): Promise<{ readonly flight: FlightPage; readonly locator: string }> {
  await seller.keyboard.press('F1');
  await new BoardPage(seller).openDirect();
  const flight = new FlightPage(seller);
  await flight.best();
  return { flight, locator: await flight.hold() };
}

const sales = async (): Promise<number> => (await readStore(hub.storeFile('training'))).confirmations;

test('a sale on a line that takes two seconds each way', async () => {
  await new BoardPage(seller).openDirect();
  expect(new Set(sent.filter(({ method }) => method === 'flights.seatMap').map(({ input }) => input.flightId)).size).toBe(1);
  proxy.line = LATE;
  const before = await sales();
  const flight = new FlightPage(seller);
  await flight.best();
  // A nervous finger: one hold.
  await flight.holdButton.dblclick();
  const locator = await flight.heldLocator();
  await flight.fillIn('PETROV/ELENA MRS');
  await soldElsewhere();
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);
  expect(await sales()).toBe(before + 2);
  expect(asked('holds.place')).toHaveLength(1);
  for (const page of consoles()) await expect(lost(page)).toHaveCount(0);
  proxy.line = CLEAR;
  await showTruth();
});

test('a sale on a line that loses five of a hundred pieces', async () => {
  proxy.line = LOSES;
  const { flight, locator } = await holdOne();
  await flight.fillIn('PETROV/ELENA MRS');
  await soldElsewhere();
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);
  proxy.line = CLEAR;
  await showTruth();
});

test('an answer that is lost with the connection: the payment is asked again under its number, and taken once', async () => {
  const { flight, locator } = await holdOne();
  await flight.fillIn('PETROV/ELENA MRS');
  const before = await sales();
  const askedBefore = asked('bookings.confirm').length;
  proxy.line = LATE;
  await flight.payCash();
  // The hub has done it, and its answer is on the way for two seconds more.
  await expect.poll(sales, { intervals: [50] }).toBe(before + 1);
  proxy.cut();
  await sayLost();
  proxy.line = CLEAR;
  proxy.mend();
  await comeBack();
  expect(await flight.sold()).toBe(locator);
  const again = asked('bookings.confirm').slice(askedBefore);
  expect(again.length).toBeGreaterThan(1);
  expect(new Set(again).size).toBe(1);
  expect(await sales()).toBe(before + 1);
  await showTruth();
});

test('half a minute without a network', async () => {
  const { flight, locator } = await holdOne();
  await flight.fillIn('PETROV/ELENA MRS');
  const before = await sales();
  proxy.cut();
  const over = new Promise((done) => setTimeout(done, CUT_MS));
  await flight.payCash();
  await sayLost();
  await soldElsewhere();
  // Longer than a call waits for a connection: the console gives it up and says so.
  await over;
  await isLocked();
  expect(await sales()).toBe(before + 1);
  proxy.mend();
  await comeBack();
  await flight.confirmPaid();
  expect(await flight.sold()).toBe(locator);
  expect(await sales()).toBe(before + 2);
  await showTruth();
});

test('a connection that is dead and says nothing', async () => {
  await seller.keyboard.press('F1');
  await new BoardPage(seller).openDirect();
  const flight = new FlightPage(seller);
  await flight.best();
  const before = asked('holds.place').length;
  proxy.pullCables();
  await flight.holdButton.click();
  await soldElsewhere();
  const connections = proxy.connections;
  // Nobody is told: each console finds out by the silence, and connects anew. The hold is asked again, and there is one.
  const locator = await flight.heldLocator();
  expect(new Set(asked('holds.place').slice(before)).size).toBe(1);
  expect(asked('holds.place').length).toBeGreaterThan(before + 1);
  await expect(flight.tray.getByRole('button', { name: /^Hold|[A-Z2-9]{6}/ })).toHaveCount(1);
  await expect.poll(() => proxy.connections, { timeout: FOUND_DEAD_MS }).toBeGreaterThanOrEqual(connections + 4);
  await comeBack();
  await flight.fillIn('PETROV/ELENA MRS');
  await flight.payCash();
  expect(await flight.sold()).toBe(locator);
  await showTruth();
});

test('a hub that is killed while its desks sell, and started again', async () => {
  const { flight, locator } = await holdOne();
  await flight.fillIn('PETROV/ELENA MRS');
  const load = sellUntilGone();
  await flight.payCash();
  await hub.killNow();
  const acknowledged = await load;
  await sayLost();
  await hub.startAgain();
  for (const page of consoles()) await expect(page.getByText('The hub was started again, so this console is locked.')).toBeVisible();
  await isLocked();
  await unlock(seller, AGENT);
  for (const page of [watcher, lister, near]) await unlock(page, OTHER_AGENT);
  // Done or not done, and nothing in between.
  const notMade = flight.panel.getByText('This sale was not made.');
  await expect(notMade.or(seller.getByRole('region', { name: 'Locator' })).first()).toBeVisible();
  if (await notMade.isVisible()) await flight.confirmPaid();
  expect(await flight.sold()).toBe(locator);
  await showTruth();
  const sold = await takenOn(watcher);
  expect(acknowledged.filter((seat) => !sold.includes(`${seat} sold`))).toEqual([]);
});
