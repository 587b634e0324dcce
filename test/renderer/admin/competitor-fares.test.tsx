import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CompetitorFares } from '../../../renderer/admin/competitor-fares.tsx';
import { sampleFares } from '../../../renderer/admin/sample-fares.ts';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { FARES_FILE_BYTES_MAX } from '../../../shared/bounds.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';

const READ_AT = Date.UTC(2026, 10, 26, 9);
const FARE = { flightId: 7, fare: 104_00, currency: 'USD', readAt: READ_AT };
const SHOWN = { ...FARE, line: 2, flight: 'B6 323', origin: 'JFK', destination: 'LAX', date: '2026-11-28' };
const PREVIEW = {
  ...{ lines: 3, known: 1, problemsMore: 0 },
  fares: [{ ...SHOWN, before: { fare: 99_00, readAt: READ_AT - 86_400_000 } }],
  problems: [{ line: 4, problem: 'name a flight or a route, and not both' }],
};

let hub: FakeBridge;
beforeEach(() => {
  hub = new FakeBridge().gives('pricing.readFares', PREVIEW).gives('pricing.setFares', { set: 1, left: 0 });
  connect(hub);
  render(<CompetitorFares today="2026-11-26" />);
});
afterEach(cleanup);

async function choose(text: string): Promise<void> {
  const input = document.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no field for a file');
  await userEvent.upload(input, new File([text], 'competitors.csv'));
}
const setButton = () => screen.findByRole('button', { name: /^Set fares of/ });

test('a file is looked at before anything is set: flights with what is known of them, and refused lines with the reason', async () => {
  await choose(sampleFares('2026-11-26'));
  expect((await setButton()).textContent).toBe('Set fares of 1 flight');
  expect(atob(hub.inputsOf('pricing.readFares')[0]?.bytes ?? '')).toMatch(/^flight,route,date,fare,currency,read\r\nB6323,,2026-11-27,/);
  const row = within(screen.getByRole('table', { name: 'Fares of the file' })).getAllByRole('row')[1];
  expect(row?.textContent).toBe('B6 323JFK–LAXSat 28 Nov104.00 USD2026-11-26 09:00Z99.00, 2026-11-25 09:00Z2');
  expect(screen.getByRole('list', { name: 'Refused lines' }).textContent).toBe(' line 4 name a flight or a route, and not both');
  expect(screen.getByText(/^3 lines: 1 flight gets another fare, 1 has it or a later one already, 1 line is refused\.$/)).toBeTruthy();
  expect(hub.inputsOf('pricing.setFares')).toEqual([]);
});

test('Enter on the button sets them once, however often it is pressed', async () => {
  await choose('x');
  (await setButton()).focus();
  await userEvent.keyboard('{Enter}{Enter}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Choose a file of fares' })).toBeTruthy());
  expect(hub.inputsOf('pricing.setFares')).toEqual([{ requestId: expect.any(String), fares: [FARE] }]);
});

test('a try that was refused is made again under the same request id', async () => {
  let tries = 0;
  hub.answers('pricing.setFares', () => (++tries === 1 ? refuse('NOT_DONE', { reference: 'f1' }) : accept({ set: 1, left: 0 })));
  await choose('x');
  await userEvent.click(await setButton());
  expect((await screen.findByRole('alert')).textContent).toContain('Something is wrong inside Aisle');
  await userEvent.click(await setButton());
  await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
  const [first, second] = hub.inputsOf('pricing.setFares');
  expect(first?.requestId).toBe(second?.requestId);
});

test('what is known already cannot be set again', async () => {
  hub.gives('pricing.readFares', { ...PREVIEW, lines: 1, fares: [], problems: [] });
  await choose('x');
  expect((await setButton()).hasAttribute('disabled')).toBe(true);
});

test('a file that is none says so and sends nothing when it is too large', async () => {
  hub.answers('pricing.readFares', () => refuse('FARES_UNREADABLE', { problem: 'its first line does not name currency' }));
  await choose('x');
  expect((await screen.findByRole('alert')).textContent).toContain('its first line does not name currency');
  await choose('x'.repeat(FARES_FILE_BYTES_MAX + 1));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('it is larger than 256 KiB'));
  expect(hub.inputsOf('pricing.readFares')).toHaveLength(1);
});
