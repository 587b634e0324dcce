import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BoardScreen } from '../../../renderer/board/board-screen.tsx';
import { forgetBoard } from '../../../renderer/board/board-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { hearSettings } from '../../../renderer/stores/settings-in-force.ts';
import { SETTING_DEFAULTS } from '../../../shared/setting-rules.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { NOON } from '../support/samples.ts';
import { DEPARTURES } from './board-samples.ts';

let hub: FakeBridge;
const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1);

beforeEach(async () => {
  // The list draws what its height shows; a page without layout has none of its own.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  setServerNow(NOON);
  hub = new FakeBridge().gives('flights.places', { places: [] }).gives('flights.board', { flights: DEPARTURES });
  openConsole(hub, RUIZ);
  render(<BoardScreen screen={{ name: 'board' }} />);
  await screen.findByText('AA 1');
});
afterEach(() => {
  cleanup();
  forgetBoard();
  startOver();
  vi.restoreAllMocks();
});

test('the board says of each flight whether it is still sold: one half an hour before departure looked like any other', () => {
  const sales = rows().map((row) => within(row).getAllByRole('gridcell')[5]?.textContent);
  expect(sales).toEqual(['departed', 'closed', 'open']);
  expect(rows()[1]?.className).toContain('over');
  expect(rows()[1]?.textContent).not.toContain('100.00');
});

test('the board follows the close of sales that a supervisor sets', async () => {
  hub.gives('settings.get', { ...SETTING_DEFAULTS, closeMinutes: 29 });
  const data = { subject: 'close of sales', before: '30', after: '29' };
  await act(async () => hearSettings([{ event: 101, at: NOON, type: 'setting.changed', user: 'osei', desk: 'T1-01', data }]));
  expect(rows()[1]?.textContent).toContain('closing');
});
