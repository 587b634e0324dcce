// The focus is never lost to the page, where no key does anything: a whole sale and every action of Admin, by keyboard alone.
import { test } from '@playwright/test';
import { expect } from './support/expect.ts';
import { FlightPage } from './support/flight-page.ts';
import { KeyboardWalk } from './support/keyboard-walk.ts';
import { Hub } from './support/start-hub.ts';

let hub: Hub;
test.beforeAll(async () => {
  hub = await Hub.start();
});
test.afterAll(() => hub.remove());
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a whole sale, its booking and the lock never leave the focus to the page', async ({ page }) => {
  // Nothing comes out of a printer here.
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await page.goto(hub.address);
  const walk = new KeyboardWalk(page);
  const flight = new FlightPage(page);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const field = (label: string) => page.getByLabel(label, { exact: true });

  await expect(field('Name')).toBeFocused();
  await walk.step('a training user by digit', ['1'], field('PIN'));
  await walk.type('1204');
  await walk.step('sign-in', ['Enter'], page.getByRole('grid', { name: 'Departures of JFK' }));
  await walk.step('lock', ['Alt+l'], page.getByRole('form', { name: 'Unlock' }));
  await walk.type('1204');
  await walk.step('unlock', ['Enter'], page.getByRole('grid', { name: 'Departures of JFK' }));
  await walk.step('command bar', ['/'], page.getByRole('combobox', { name: /^Go to/ }));
  await walk.type('JFK LAX +2');
  const found = page.getByRole('grid', { name: 'JFK to LAX' });
  await walk.step('search', ['Enter'], found);
  await expect(found).toBeFocused();
  await walk.step('direct only', ['d'], page.getByText(/^\d+ to \d+ of \d+, cheapest first$/));
  await walk.step('pin', ['Space'], page.getByRole('region', { name: 'Compare' }));
  await walk.step('take out the pins', ['Escape'], found);
  await walk.step('open the seats', ['Enter'], flight.grid.getByRole('gridcell').first());
  await walk.step('one adult more', ['a'], page.getByText('Adult 2'));
  await walk.step('best seats', ['b'], flight.holdButton);
  await walk.step('clear', ['Escape'], button('Undo'));
  await walk.step('undo', ['u', 'ArrowUp'], flight.holdButton);
  await walk.step(
    'list view',
    ['l', 'ArrowUp'],
    page.getByRole('group', { name: 'Seats as a list' }).or(page.getByLabel('Seats as a list')),
  );
  await walk.step('grid again', ['l', 'ArrowUp'], flight.grid.getByRole('gridcell').first());
  await walk.tabTo(flight.holdButton);
  await walk.step('hold', ['Enter'], field('Name of adult 1'));
  const locator = await flight.heldLocator();
  await walk.tabTo(button(/^Extend/));
  await walk.step('extend', ['Enter'], page.locator('button:disabled', { hasText: 'Extend' }));
  await walk.step('back to the screen by its key', ['F2'], field('Name of adult 1'));
  await walk.tabTo(field('Name of adult 1'));
  await walk.type('petrov/elena mrs');
  await walk.step('first name', ['Enter'], field('Name of adult 2'));
  await walk.type('petrov/ivan mr');
  await walk.step('second name', ['Enter'], field('Phone or e-mail'));
  await walk.type('2125550148');
  await walk.step('contact', ['Enter'], field('Cash given'));
  await walk.type('5');
  await walk.step('a first tender', ['Enter'], button(/^Take back/));
  await walk.tabTo(button(/^Take back/));
  await walk.step('taken back', ['Enter'], flight.panel.getByText('still to pay'));
  await walk.tabTo(field('Cash given'));
  await walk.step('card', ['k'], field('Training terminal').or(button(/Training terminal/)));
  await walk.type('10');
  await walk.tabTo(button(/Training terminal/));
  await walk.step('answers of the training terminal', ['Enter'], page.getByRole('listbox'));
  await walk.step('an answer chosen', ['ArrowDown', 'Enter'], flight.panel.getByText('declines', { exact: true }).first());
  await walk.step('back in the amount', ['Shift+Tab', 'Shift+Tab'], field('Amount'));
  await walk.step('a card to ask', ['Enter'], page.getByText('asked at the end'));
  await walk.step('cash', ['c'], field('Cash given'));
  await walk.type('5000');
  await walk.step('the card is declined', ['Enter'], page.getByText(/The card was declined/));
  await walk.step('cash instead', ['c'], field('Cash given'));
  await walk.type('5000');
  await walk.step('sold', ['Enter'], page.getByRole('region', { name: 'Locator' }));
  await walk.step('change given', ['y', 'ArrowUp'], page.getByRole('heading', { name: 'Paid' }));
  await walk.step('receipt', ['p', 'ArrowUp'], page.getByText('Print the receipt again'));
  await walk.step('last sales', ['Alt+0'], page.getByRole('dialog', { name: 'Last sales of this desk' }));
  await walk.step('last sales closed', ['Escape'], page.getByRole('region', { name: 'Locator' }));
  await walk.step('next customer', ['n', 'ArrowUp'], found);

  await walk.step('reservations', ['F3'], field('Locator, name, flight, phone or e-mail'));
  await walk.type(locator);
  await walk.step('the booking', ['Enter'], page.getByRole('heading', { level: 1, name: locator }));
  await walk.step('refund quote', ['x', 'ArrowUp'], button('Keep it'));
  await walk.step('kept', ['Escape'], page.getByRole('heading', { name: 'Refund', exact: true }));
  await expect(button(/^Cancel and refund/)).toBeFocused();
  await walk.step('quote again', ['x', 'ArrowUp'], button('Keep it'));
  await expect(page.getByRole('region', { name: 'Refund worksheet' }).getByRole('button', { name: 'Cancel and refund' })).toBeEnabled();
  await walk.step('cancelled', ['Control+Enter'], page.getByText('HX cancelled').first());
  await walk.step('sold again', ['r', 'ArrowUp'], flight.grid.getByRole('gridcell').first());
  await walk.step('best seats again', ['b'], flight.holdButton);
  await walk.step('held again', ['Enter'], field('Name of adult 1'));
  await walk.step('released', ['Shift+F9'], flight.panel.getByText('Hold ended'));
  await walk.step('keys', ['F1', '?'], page.getByRole('dialog', { name: 'Keys' }));
  await walk.step('keys closed', ['Escape'], found);
});
