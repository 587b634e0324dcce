import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { CalendarFile } from '../../../renderer/pricing/calendar-file.tsx';
import { CALENDAR_BYTES_MAX } from '../../../shared/bounds.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';

const RULE = { rule: 'holiday', days: [] } as const;
let hub: FakeBridge;
const written = vi.fn();

beforeEach(() => {
  hub = new FakeBridge();
  connect(hub);
  written.mockClear();
  render(<CalendarFile rule={RULE} onWrite={written} />);
});
afterEach(cleanup);

async function choose(text: string, name = 'holidays.csv'): Promise<void> {
  const input = document.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no field for a file');
  await userEvent.upload(input, new File([text], name));
}

test('the days of a file stand in the rule, and what was added is said', async () => {
  hub.answers('pricing.readCalendar', ({ bytes }) => {
    const [, line = ''] = atob(bytes).split('\n');
    const [date = '', name = ''] = line.split(',');
    return accept({
      ...{ format: 'csv', name: null, days: [{ date, name }], past: 3, later: 0 },
      ...{ from: '2026-11-25', to: '2029-11-26' },
    });
  });
  await choose('date,name\n2026-12-25,Christmas');
  await waitFor(() =>
    expect(written).toHaveBeenCalledWith({ rule: 'holiday', days: [{ date: '2026-12-25', name: 'Christmas', change: 100 }] }),
  );
  expect(await screen.findByText('Added 1 day, Fri 25 Dec 2026, 3 past left out.')).toBeTruthy();
});

test('a file that is no calendar changes nothing, and the reason is said', async () => {
  hub.answers('pricing.readCalendar', () => refuse('CALENDAR_UNREADABLE', { problem: 'it is empty' }));
  await choose('', 'holidays.ics');
  expect(await screen.findByText(/The holidays cannot be read from this file: it is empty\. Choose an ICS file/)).toBeTruthy();
  expect(written).not.toHaveBeenCalled();
});

test('a file that is too large is not sent', async () => {
  await choose('x'.repeat(CALENDAR_BYTES_MAX + 1), 'holidays.ics');
  expect(await screen.findByText('The file is larger than 512 KiB.')).toBeTruthy();
  expect(hub.inputsOf('pricing.readCalendar')).toEqual([]);
});
