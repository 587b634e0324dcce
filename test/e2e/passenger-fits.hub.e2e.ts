// The largest parties stand whole on the page before the passenger, at every size of it, and can be read in both themes.
import { mkdirSync } from 'node:fs';
import { type Page, test, type WebSocketRoute } from '@playwright/test';
import type { ShownChange, ShownSale } from '../../shared/methods/passenger.ts';
import { axeFindings } from './support/axe.ts';
import { expect } from './support/expect.ts';
import { AGENT, openConsole } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

const DEPARTS = Date.UTC(2026, 10, 29, 19, 30);
const HOUR = 3_600_000;
const LETTERS = [...'ABCDEFHJK'];
const seats = (row: number, count = 9) => LETTERS.slice(0, count).map((letter) => `${row}${letter}`);
const leg = (flight: string, from: string, to: string, hours: number, row: number, count = 9): ShownSale['flights'][number] => ({
  ...{ flight, origin: from, destination: to, originZone: 'America/New_York', destinationZone: 'America/Los_Angeles' },
  ...{ departsAt: DEPARTS + hours * HOUR, arrivesAt: DEPARTS + (hours + 6) * HOUR, cabin: 'W', seats: seats(row, count) },
});
const cities = { JFK: 'New York', LAX: 'Los Angeles', ORD: 'Chicago', SFO: 'San Francisco' };
const SURNAMES = ['Muñoz de la Fuente', 'Petrov', 'Sze-To', 'O’Brien', 'Papadopoulou', 'Smith', 'van der Westhuizen', 'Ng', 'Ruiz'];
const adults = SURNAMES.map((surname) => ({ surname, given: 'María del Carmen', infant: false }));
const infants = SURNAMES.map((surname) => ({ surname, given: 'Alexandra', infant: true }));
const rows = Array.from({ length: 30 }, (_, at) => ({ row: at + 10, layout: 'ABC DEF HJK' }));

const sale: ShownSale = {
  ...{ what: 'sale', language: 'es', stage: 'sold', locator: 'K7QF2M', cities, currency: 'USD' },
  flights: [leg('AA 2336', 'JFK', 'LAX', 0, 17), leg('AA 185', 'LAX', 'JFK', 96, 22)],
  plan: { flight: 0, rows },
  names: [...adults, ...infants],
  fares: [0, 1].flatMap((flight) => [
    { flight, count: 9, each: 43_250 },
    { flight, count: 9, each: 4_325 },
  ]),
  ...{
    total: 856_350,
    given: [
      { kind: 'card', amount: 400_000 },
      { kind: 'cash', amount: 460_000 },
    ],
    due: 0,
    change: 3_650,
  },
};
const change: ShownChange = {
  ...{ what: 'change', language: 'es', stage: 'offered', kind: 'change', locator: 'K7QF2M', made: null, cities, currency: 'USD' },
  flights: [leg('AA 2336', 'JFK', 'LAX', 24, 17), leg('AA 185', 'LAX', 'JFK', 96, 22)],
  before: [leg('AA 300', 'JFK', 'LAX', 0, 31)],
  plan: { flight: 0, rows },
  names: [...adults, ...infants].map((name, place) => (place === 4 ? { ...name, becomes: 'leaves' } : name)),
  lines: [
    { what: 'price', amount: 856_350 },
    { what: 'paid', amount: -800_000 },
    { what: 'kept', amount: 67_500 },
  ],
  ...{ total: 123_850, given: [{ kind: 'card', amount: 23_850 }], due: 100_000, change: null, back: [], ways: [] },
};
const pair = { names: adults.slice(0, 2) };
const way = (row: number, total: number, chosen: boolean): ShownChange['ways'][number] => ({
  ...{ flights: [leg('AA 1657', 'JFK', 'ORD', 3, row, 2), leg('AA 2711', 'ORD', 'LAX', 9, row, 2)], total, chosen },
});
const ways: ShownChange = {
  ...change,
  ...{ ...pair, kind: 'ways', plan: null, lines: [], total: 0, given: [], due: null },
  ...{ flights: [], before: [leg('AA 300', 'JFK', 'LAX', 0, 31, 2)] },
  ways: [way(12, 0, true), way(14, 11_016, false), way(15, -6_000, false)],
};
const cancelled: ShownChange = {
  ...change,
  ...{ kind: 'cancel', stage: 'done', flights: [], before: sale.flights, plan: null, given: [], due: null, total: -428_175 },
  lines: [
    { what: 'paid', amount: -856_350 },
    { what: 'kept', amount: 428_175 },
  ],
  back: [
    { kind: 'card', amount: 400_000 },
    { kind: 'cash', amount: 28_175 },
  ],
};
const VIEWS = {
  sale,
  'sale of one': {
    ...sale,
    language: 'en',
    names: adults.slice(0, 1),
    flights: [leg('AA 2336', 'JFK', 'LAX', 0, 17, 1)],
    fares: [{ flight: 0, count: 1, each: 43_250 }],
  },
  change,
  'change for two': {
    ...change,
    ...pair,
    language: 'en',
    flights: [leg('AA 2336', 'JFK', 'LAX', 24, 17, 2)],
    before: [leg('AA 300', 'JFK', 'LAX', 0, 31, 2)],
  },
  ways,
  'ways for nine': { ...ways, names: [...adults, ...infants] },
  cancelled,
  'cancelled for two': { ...cancelled, ...pair, language: 'en' },
} satisfies Record<string, ShownSale | ShownChange>;

/** 1280x800 and 1920x1080 as they are, 1280x800 at 150 %, and a screen that stands upright. */
const SIZES = [
  [1280, 800],
  [1920, 1080],
  [853, 533],
  [800, 1280],
] as const;

/** What cannot be seen whole: what is outside of the window, and what lies under something else of the page. */
const hiddenOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (!document.querySelector('.sale')) return ['nothing is shown'];
    const outside = [...document.querySelectorAll('.sale *')].filter((part) => {
      const { top, left, right, bottom } = part.getBoundingClientRect();
      return top < -1 || left < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
    });
    const boxes = [...document.querySelectorAll('.sale > *')].map((part) => {
      const own = part.getBoundingClientRect();
      // What flows out of its own place lies under the next.
      const bottom = Math.max(own.bottom, ...[...part.querySelectorAll('*')].map((each) => each.getBoundingClientRect().bottom));
      return { part, top: own.top, left: own.left, right: own.right, bottom };
    });
    const under = boxes.filter((one) =>
      boxes.some(
        (other) => other !== one && one.bottom > other.top + 1 && one.top < other.top && one.left < other.right && other.left < one.right,
      ),
    );
    return [
      ...outside.map((part) => `outside: ${part.className || part.tagName}`),
      ...under.map(({ part }) => `over another: ${part.className}`),
    ];
  });

test('nobody of nine passengers with nine infants is out of sight, whatever is done for them', async ({ page }) => {
  let shown: ShownSale | ShownChange | undefined;
  let socket: WebSocketRoute | undefined;
  await openConsole(page, hub.address, AGENT, 'T1-04');
  const screen = await page.context().newPage();
  await screen.routeWebSocket(/\/socket$/, (route) => {
    socket = route;
    const server = route.connectToServer();
    let asked: number | undefined;
    route.onMessage((message) => {
      const { id, method } = JSON.parse(String(message));
      if (method === 'passenger.follow') asked = id;
      server.send(message);
    });
    server.onMessage((message) => {
      const heard = JSON.parse(String(message));
      // Whoever asks anew is told the same.
      if (heard.id !== undefined && heard.id === asked && shown) heard.value.view = shown;
      route.send(JSON.stringify(heard));
    });
  });
  await screen.goto(`${hub.address}/passenger`);
  await expect(screen.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  const folder = process.env.SCREENS;
  if (folder) mkdirSync(folder, { recursive: true });
  for (const [name, view] of Object.entries(VIEWS)) {
    shown = view;
    socket?.send(JSON.stringify({ notice: true, type: 'passenger.shown', view }));
    await screen.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    for (const [width, height] of SIZES) {
      await screen.setViewportSize({ width, height });
      await expect(screen.locator('.people li')).toHaveCount(view.names.length);
      expect.soft(await hiddenOf(screen), `${name}, ${width}x${height}`).toEqual([]);
      if (folder) await screen.screenshot({ path: `${folder}/${name} ${width}.png` });
    }
    // One of each kind of page is enough: the rest has the same parts.
    const isLooked = view === VIEWS.sale || view === VIEWS.change || view === VIEWS['ways for nine'];
    for (const colorScheme of isLooked ? (['light', 'dark'] as const) : []) {
      await screen.emulateMedia({ colorScheme });
      expect.soft(await axeFindings(screen), `${name}, ${colorScheme}`).toEqual([]);
    }
    if (folder) await screen.screenshot({ path: `${folder}/${name} dark.png` });
  }
});
