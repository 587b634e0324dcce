import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { BoardScreen } from '../../../renderer/board/board-screen.tsx';
import { forgetBoard } from '../../../renderer/board/board-store.ts';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON, signedIn } from '../support/samples.ts';
import { DEPARTURES, DIRECT, FOUND, found, LATE, VIA } from './board-samples.ts';

type Listed = Parameters<typeof found>[0];

let hub: FakeBridge;
/** Gives the list that is asked for now. */
let answer: (list: Listed | 'refused') => Promise<void>;
const user = userEvent.setup();
const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1);
const screenNow = () => useNavigation.getState().screen;
const note = () => screen.queryByText(/^Not opened: another list came/);

beforeEach(async () => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  setServerNow(NOON);
  hub = new FakeBridge()
    .gives('flights.places', { places: [] })
    .gives('flights.board', { flights: DEPARTURES })
    .gives('flights.search', FOUND);
  connect(hub, atOnce);
  const { token: _, ...session } = signedIn;
  useSession.setState({ state: hubState(), session, locked: false });
});
afterEach(() => {
  cleanup();
  forgetBoard();
  startOver();
  useSession.setState({ state: null, session: null, locked: false });
  vi.restoreAllMocks();
});

async function openSearch(): Promise<void> {
  render(<BoardScreen screen={{ name: 'board', from: 'JFK', to: 'LAX', date: '2026-11-21' }} />);
  await screen.findByText('VX 407');
  hub.answers(
    'flights.search',
    () =>
      new Promise((resolve) => {
        answer = (list) => act(async () => resolve(list === 'refused' ? refuse('HUB_BUSY') : accept(found(list))));
      }),
  );
}

describe('Enter after a quick D was lost', () => {
  it('waits for the list and opens the row that was chosen, when the list still shows it', async () => {
    await openSearch();
    await user.keyboard('{ArrowDown}d{Enter}');
    expect(screenNow().name).toBe('board');
    await answer([DIRECT, LATE]);
    expect(screenNow()).toMatchObject({ name: 'flight', flightIds: [7] });
  });

  it('opens no row that nobody has seen: it says so, and Enter again opens it', async () => {
    await openSearch();
    expect(rows()[0]?.textContent).toContain('DL 465');
    await user.keyboard('d{Enter}');
    await answer([DIRECT, LATE]);
    expect(screenNow().name).toBe('board');
    expect(note()).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(screenNow()).toMatchObject({ name: 'flight', flightIds: [7] });
  });

  it.each([
    ['another order was asked for with S', `s{Enter}`],
    ['the letter had acted already', `d${ACTED}{Enter}`],
  ])('is not lost when %s', async (_, keys) => {
    await openSearch();
    await user.keyboard(keys);
    await answer([DIRECT]);
    expect(screenNow().name).toBe('board');
    expect(note()).toBeTruthy();
  });

  it.each([
    ['the agent moves on in the list', '{ArrowDown}'],
    ['the agent asks for another list', `d${ACTED}`],
  ])('is over when %s', async (_, keys) => {
    await openSearch();
    await user.keyboard(`d{Enter}${keys}`);
    await answer([VIA, DIRECT, LATE]);
    expect(screenNow().name).toBe('board');
  });

  it('is over when the agent types elsewhere or the console is locked', async () => {
    await openSearch();
    await user.keyboard('d{Enter}');
    screen.getByRole('textbox', { name: 'Leaves' }).focus();
    await answer([VIA, DIRECT]);
    expect(screenNow().name).toBe('board');
    screen.getByRole('grid').focus();
    await user.keyboard('d{Enter}');
    act(() => useSession.setState({ locked: true }));
    await answer([VIA, DIRECT]);
    expect(screenNow().name).toBe('board');
  });

  it('is over when the screen was left', async () => {
    await openSearch();
    await user.keyboard('d{Enter}');
    cleanup();
    await answer([VIA, DIRECT]);
    expect(screenNow().name).toBe('board');
  });

  it('opens the chosen row of the list that stays, when the hub refuses another order', async () => {
    await openSearch();
    await user.keyboard('s{Enter}');
    await answer('refused');
    expect(screenNow().name).toBe('board');
    await user.keyboard('{Enter}');
    expect(screenNow()).toMatchObject({ name: 'flight', flightIds: [8, 9] });
  });
});

it('Enter after a quick S on departures opened the first row of an order that nobody had seen', async () => {
  render(<BoardScreen screen={{ name: 'board' }} />);
  await screen.findByText('AA 1');
  await user.keyboard('{ArrowDown}');
  // One right after the other, so that the letter still waits when Enter comes.
  screen.getByRole('grid').focus();
  fireEvent.keyDown(screen.getByRole('grid'), { key: 's' });
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
  expect(screenNow().name).toBe('board');
  expect(note()).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(screenNow().name).toBe('flight');
});

test('Enter did nothing while the first list was being read: the date that was typed meanwhile is looked for', async () => {
  hub.answers('flights.board', () => new Promise(() => {}));
  render(<BoardScreen screen={{ name: 'board' }} />);
  await user.clear(screen.getByRole('textbox', { name: 'Date, local' }));
  await user.type(screen.getByRole('textbox', { name: 'Date, local' }), '+2{Enter}');
  expect(hub.inputsOf('flights.board').map(({ date }) => date)).toEqual(['2026-11-21', '2026-11-23']);
});
