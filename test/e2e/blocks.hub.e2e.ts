// A supervisor blocks a row. An agent at another desk sees it at once and cannot take its seats, until the supervisor frees one with a reason. Another
// one the supervisor sells although it is blocked.
import { type Page, test } from '@playwright/test';
import { AdminPage } from './support/admin-page.ts';
import { BoardPage } from './support/board-page.ts';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { localDate } from './support/local-date.ts';
import { pressLetter } from './support/press-letter.ts';
import { AGENT, openConsole, SUPERVISOR } from './support/sign-in.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());

const DAY = localDate('America/New_York', 3);

/** Imports a flight of its own, so that nobody else sells its seats. */
const addFlight = (page: Page): Promise<void> => new AdminPage(page).addFlights(`B6,9011,JFK,BUF,${DAY},${DAY},08:15,09:40,320,129.00`);

async function openFlight(page: Page): Promise<FlightPage> {
  const board = new BoardPage(page);
  await board.search({ from: 'JFK', to: 'BUF', date: DAY });
  await board.open(board.rows('B6 9011').first());
  return new FlightPage(page);
}

test('a row that a supervisor blocks is seen at once at another desk and refused there, and its freed seat is sold', async ({
  browser,
  page,
}) => {
  test.slow();
  const supervisors = await browser.newContext();
  const supervisor = await supervisors.newPage();
  await openConsole(supervisor, hub.address, SUPERVISOR, 'T1-01');
  await addFlight(supervisor);
  await openConsole(page, hub.address, AGENT, 'T1-04');
  const sale = await openFlight(page);
  await sale.sees('20C', 'free');
  await expect(page.getByText('economy: 178 free of 178, 0 sold')).toBeAttached();

  await supervisor.keyboard.press('F1');
  const flight = await openFlight(supervisor);
  await flight.seat('20C').focus();
  await pressLetter(supervisor, 'x');
  const dialog = supervisor.getByRole('dialog', { name: 'Blocked seats of B6 9011' });
  const seats = dialog.getByLabel('Seats', { exact: true });
  await expect(seats).toHaveValue('20C');
  await seats.fill('20');
  await expect(dialog.getByText('20A 20B 20C 20D 20E 20F, economy')).toBeVisible();
  await dialog.getByLabel('Remark').fill('wet');
  await dialog.getByLabel('Remark').press('Enter');
  const list = dialog.getByRole('table', { name: 'Blocked seats' });
  await expect(list.getByRole('row')).toHaveCount(7);
  await expect(dialog.getByText('6 not usable')).toBeVisible();

  await sale.sees('20C', 'blocked: INOP, not usable until repaired');
  await expect(page.getByText('economy: 172 free of 172, 0 sold')).toBeAttached();
  await sale.seat('20C').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('20C is blocked: INOP, not usable until repaired.').first()).toBeAttached();
  await sale.seat('20C').hover();
  await expect(page.getByRole('tooltip')).toContainText('not usable until repaired, wet; until repaired');

  await list.getByRole('button', { name: 'Free 20C, INOP' }).click();
  const free = dialog.getByRole('form', { name: 'Free 20C' });
  await free.getByLabel('Reason that INOP ends').fill('dried by the cleaners');
  await free.getByLabel('Reason that INOP ends').press('Enter');
  await expect(list.getByRole('row')).toHaveCount(6);
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await supervisor.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await flight.sees('20C', 'free');

  await sale.pick('20C');
  await sale.hold();
  await sale.fillIn('PETROV/ELENA MRS');
  await sale.payCash('300');
  await sale.sold();
  await flight.sees('20C', 'sold');

  // The supervisor sells a seat that is blocked still: Enter asks for the reason first. The cabin may sell no more by it.
  await flight.seat('20D').focus();
  await supervisor.keyboard.press('Space');
  await flight.sees('20D', 'chosen( for .+)?');
  await supervisor.keyboard.press('Enter');
  await expect(
    supervisor.getByText('20D is blocked: INOP, not usable until repaired. Say why it is sold all the same.').first(),
  ).toBeAttached();
  const reason = supervisor.getByLabel(/^Reason to sell 20D, blocked: INOP/);
  await expect(reason).toBeFocused();
  await reason.fill('a technician on duty');
  await reason.press('Enter');
  await flight.heldLocator();
  await sale.sees('20D', 'held by desk T1-01');
  await expect(page.getByText('economy: 171 free of 173, 1 sold, 1 held')).toBeAttached();
  await supervisors.close();
});
