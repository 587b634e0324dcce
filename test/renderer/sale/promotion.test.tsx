import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FlightScreen } from '../../../renderer/flight/flight-screen.tsx';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { forgetQuotes, useQuotes } from '../../../renderer/seats/quote-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { best, quote, seatMapAnswer } from '../seats/seat-map-answer.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole } from '../support/open-console.ts';
import { hold, NOON, settings, signedIn } from '../support/samples.ts';

const CHEAPER = {
  ...{ ...quote, fare: quote.fare - 20_00, promotion: 'WELCOME' },
  trace: [...quote.trace, { label: 'Promotion WELCOME', detail: '\u221220 %', amount: -20_00 }],
};
/** What the hub says to a code. */
let told: 'PROMOTION_UNKNOWN' | 'PROMOTION_OVER' | 'PROMOTION_GONE' | undefined;
let hub: FakeBridge;

beforeEach(() => {
  setServerNow(NOON);
  told = undefined;
  hub = new FakeBridge()
    .answers('flights.seatMap', ({ flightId }) => accept(seatMapAnswer({}, flightId)))
    .answers('pricing.quote', ({ promotion, flightId }) => {
      if (promotion === undefined) return accept(quote);
      if (flightId === 8 || told)
        return refuse(told ?? 'PROMOTION_UNKNOWN', { flight: 'AA 186', code: promotion, from: '2026-12-01', to: '2026-12-31', left: 0 });
      return accept(CHEAPER);
    })
    .gives('settings.get', settings)
    .gives('flights.bestSeats', best)
    .answers('holds.place', () => accept(hold()));
});
afterEach(() => {
  cleanup();
  startOver();
  useSale.setState({ sale: null, opened: null, problem: null, notice: '', parked: {} });
  forgetQuotes();
});

async function open(flightIds = [7]) {
  openConsole(hub, signedIn);
  render(<FlightScreen screen={{ name: 'flight', flightIds, adults: 1, cabin: 'Y' }} />);
  await screen.findByRole('grid');
  await act(async () => undefined);
}
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Promotion' });
const quotesAsked = () => hub.inputsOf('pricing.quote').map(({ promotion }) => promotion);

test('M, the code and Enter: the price is asked with it, and the hold takes it', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Best seats' }));
  await screen.findByRole('button', { name: `Hold ${best.choices[0]?.seats[0]}` });
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('gridcell'));
  await userEvent.keyboard('m');
  await waitFor(() => expect(document.activeElement).toBe(field()));
  await userEvent.keyboard('welcome{Enter}');
  expect(await screen.findByText('Promotion WELCOME')).toBeTruthy();
  expect(quotesAsked().at(-1)).toBe('WELCOME');
  expect(document.activeElement?.getAttribute('role')).toBe('gridcell');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(hub.inputsOf('holds.place')).toMatchObject([{ promotion: 'WELCOME', legs: [{ offer: quote.offer }] }]));
});

test('a code that is taken out again is no longer asked with', async () => {
  await open();
  await userEvent.type(field(), 'WELCOME{Enter}');
  await screen.findByText('Promotion WELCOME');
  await userEvent.clear(field());
  await userEvent.type(field(), '{Enter}');
  await waitFor(() => expect(screen.queryByText('Promotion WELCOME')).toBeNull());
  expect(quotesAsked().at(-1)).toBeUndefined();
});

test.each<[NonNullable<typeof told>, string]>([
  ['PROMOTION_UNKNOWN', 'AA 186 is not sold with promotion WELCOME. Check the code, or sell without it.'],
  ['PROMOTION_OVER', 'Promotion WELCOME is sold from 2026-12-01 to 2026-12-31. Sell without it.'],
  ['PROMOTION_GONE', 'Promotion WELCOME has too few fares left: 0. Sell fewer passengers with it, or sell without it.'],
])('%s is told at the field, and the price without it stays', async (code, words) => {
  told = code;
  await open();
  await userEvent.type(field(), 'WELCOME{Enter}');
  expect(await screen.findByText(words)).toBeTruthy();
  expect(useQuotes.getState().quotes['7Y']?.fare).toBe(quote.fare);
});

test('one flight of two with the promotion is enough', async () => {
  await open([7, 8]);
  await userEvent.type(field(), 'WELCOME{Enter}');
  expect(await screen.findByText('Promotion WELCOME')).toBeTruthy();
  expect(screen.queryByText(/is not sold with promotion/)).toBeNull();
  expect(useQuotes.getState().quotes['8Y']?.fare).toBe(quote.fare);
});

test('what is no code is not asked about', async () => {
  await open();
  await userEvent.type(field(), 'a b');
  expect(await screen.findByText('A code is 3 to 16 letters and digits.')).toBeTruthy();
  await userEvent.type(field(), '{Enter}');
  expect(quotesAsked().every((promotion) => promotion === undefined)).toBe(true);
});

test('the next sale begins without a code', async () => {
  await open();
  await userEvent.type(field(), 'WELCOME{Enter}');
  await screen.findByText('Promotion WELCOME');
  cleanup();
  expect(useQuotes.getState().promotion).toBe('');
});
