import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useChange } from '../../../renderer/reservations/change/change-store.ts';
import { ACTED } from '../support/acted.ts';
import { LOCATOR, sold } from '../support/samples.ts';
import { begin, counter, offerShown, openChangeCounter, press, take } from './change-counter.tsx';

openChangeCounter();

const NAME = /^Name, infant of /;
const BORN = /^Birth date, infant of /;

describe('an infant is added', () => {
  test('by I, name and birth date, Enter: no seat is held, and the offer asks for its price', async () => {
    counter.offered = { total: 0, lines: [{ label: 'AA 185, infant added', detail: 'lap of 14A', amount: 0 }] };
    await begin('i');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(NAME)));
    await press('smith/mia');
    screen.getByLabelText(BORN).focus();
    await press('12mar26{Enter}');
    await offerShown(1);
    expect(counter.hub.inputsOf('holds.place')).toEqual([]);
    expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({
      kind: 'infant',
      infants: [{ type: 'INF', surname: 'Smith', given: 'Mia', title: '', birthDate: '2026-03-12', with: 0 }],
    });
    await take(/^Change/);
    expect(await screen.findByText(`${LOCATOR} is changed, nothing to pay.`)).toBeTruthy();
  });

  test('and while its name is missing the screen says whose, and nothing is asked', async () => {
    await begin('i');
    await screen.findByLabelText(NAME);
    await press('{Enter}');
    await screen.findByText(/^The infant of passenger 1: /);
    expect(counter.hub.inputsOf('bookings.changeQuote')).toEqual([]);
  });

  test('and taken off its adult alone: the adult stays', async () => {
    const [adult] = sold().party;
    const [passenger] = sold().passengers;
    if (!adult || !passenger) throw new Error('the sample has a passenger');
    const infant = { ...passenger, type: 'INF' as const, name: 'SMITH/MIA', title: '', birthDate: '2026-03-12', with: 0 };
    await begin('{Shift>}x{/Shift}', sold({ party: [{ ...adult, infant: true }], passengers: [passenger, infant] }));
    const row = await screen.findByRole('button', { name: /^SMITH\/MIA.* travels$/ });
    row.focus();
    await press(`1${ACTED}`);
    await screen.findByRole('button', { name: /^SMITH\/MIA.* leaves$/ });
    await press('{Enter}');
    await offerShown(1);
    expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({ kind: 'leave', passengers: [], laps: [1] });
  });

  test('on the lap that a digit chooses, for each adult without one', async () => {
    const [adult, child] = sold().party;
    if (!adult || !child) throw new Error('the sample has two passengers');
    await begin(
      'i',
      sold({
        party: [
          { ...adult, infant: true },
          { ...adult, passenger: 2 },
        ],
      }),
    );
    await screen.findByLabelText(NAME);
    expect(useChange.getState().joins.map(({ infant }) => infant)).toEqual([false, true]);
    screen.getByRole('button', { name: /with an infant$/ }).focus();
    await press(`1${ACTED}`);
    expect(screen.queryByLabelText(NAME)).toBeNull();
  });
});
