import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { useSession } from '../../../renderer/client/session-store.ts';
import { useDrafts } from '../../../renderer/pricing/draft-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { sessionEnded } from '../../../renderer/stores/session-actions.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';
import { hubState, NOON } from '../support/samples.ts';

let hub: FakeBridge;
const user = userEvent.setup();
const screenNow = () => useNavigation.getState().screen;
const rules = () => within(screen.getByRole('list', { name: 'Rules' })).getAllByRole('listitem');
const rule = (name: RegExp) => screen.getByRole('button', { name });

beforeEach(() => {
  localStorage.clear();
  setServerNow(NOON);
  hub = new FakeBridge()
    .gives('session.state', hubState())
    .gives('holds.ofDesk', { holds: [] })
    .gives('flights.board', { flights: [] })
    .gives('flights.places', { places: [] });
});
afterEach(() => {
  cleanup();
  act(() => sessionEnded(''));
  startOver();
});

function show(session = OSEI) {
  openConsole(hub, session);
  useSession.setState({ entered: true });
  go({ name: 'pricing', tab: 'policy' });
  return render(<App />);
}

test('F5 opens the room, and on it goes to its first field', async () => {
  show();
  go({ name: 'reservations' });
  await user.keyboard('{F5}');
  expect(screenNow().name).toBe('pricing');
  expect(await screen.findByRole('heading', { name: 'Pricing' })).toBeTruthy();
  expect(screen.getByText('Network')).toBeTruthy();
});

test('a rule is edited by the keyboard alone: the price follows, Esc takes it back, Enter keeps it', async () => {
  show();
  await user.click(rule(/^2 ?Load/));
  expect(screen.getByText('0 % +0, 100 % +50 %')).toBeTruthy();
  const knot = screen.getAllByLabelText<HTMLInputElement>('On top')[1] as HTMLInputElement;
  await user.clear(knot);
  await user.type(knot, '+100');
  // 60 of 100 seats taken: 60 % on top of 100.00 now.
  expect(screen.getByText('One adult pays').closest('.pr-sum')?.textContent).toContain('160.00');
  await user.keyboard('{Escape}');
  expect(screen.getByText('One adult pays').closest('.pr-sum')?.textContent).toContain('130.00');
  await user.click(rule(/^2 ?Load/));
  const again = screen.getAllByLabelText<HTMLInputElement>('On top')[1] as HTMLInputElement;
  await user.clear(again);
  await user.type(again, '80{Enter}');
  expect(screen.queryByLabelText('Taken')).toBeNull();
  expect(screen.getByText('Draft, 1 change')).toBeTruthy();
});

test('what cannot be read says why, and the rule keeps what it had', async () => {
  show();
  await user.click(rule(/^2 ?Load/));
  const knot = screen.getAllByLabelText<HTMLInputElement>('On top')[1] as HTMLInputElement;
  await user.clear(knot);
  await user.type(knot, '9999');
  expect(screen.getByText('From \u221299 to +900.')).toBeTruthy();
  // 999 was too large already: 99 was the last that could be read.
  expect(useDrafts.getState().drafts.network?.rules[1]).toMatchObject({ knots: [{ change: 0 }, { change: 99 }] });
});

test('a rule is added, moved and taken out by keys, and U brings it back', async () => {
  show();
  act(() => rule(/^2 ?Load/).focus());
  await user.keyboard(`a${ACTED}`);
  await user.click(await screen.findByRole('menuitem', { name: /^Charge/ }));
  expect(rules()).toHaveLength(4);
  act(() => rule(/^3 ?Charge/).focus());
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(rule(/^2 ?Charge/)).toBeTruthy();
  await user.keyboard('{Delete}');
  expect(rules()).toHaveLength(3);
  await user.keyboard(`u${ACTED}`);
  expect(rule(/^2 ?Charge/)).toBeTruthy();
});

test('a draft survives another screen, a lock, a sign-out and a reload, and is lost only by Discard', async () => {
  show();
  await user.click(screen.getByRole('button', { name: 'Begin from a template' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Load tiers' }));
  expect(screen.getByText('Draft, 1 change')).toBeTruthy();
  act(() => go({ name: 'reservations' }));
  act(() => useSession.setState({ locked: true }));
  act(() => sessionEnded(''));
  expect(useDrafts.getState().drafts).toEqual({});
  act(() => openConsole(hub, RUIZ));
  expect(useDrafts.getState().drafts).toEqual({});
  act(() => openConsole(hub, OSEI));
  act(() => useSession.setState({ entered: true, locked: false }));
  act(() => go({ name: 'pricing', tab: 'policy' }));
  expect(await screen.findByText('Draft, 1 change')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(screen.queryByText('Draft, 1 change')).toBeNull();
  expect(localStorage.getItem('aisle.policy-drafts.osei')).toBe('{}');
});

test('an agent sees the rules and changes none', async () => {
  show(RUIZ);
  await user.click(rule(/^2 ?Load/));
  expect(screen.queryByLabelText('Taken')).toBeNull();
  expect(screen.queryByRole('button', { name: /Add a rule/ })).toBeNull();
});

test('the scope is typed: a route, and what is wrong with what is none', async () => {
  show();
  const field = screen.getByLabelText('Flights to price');
  await user.type(field, 'jfk jfk{Enter}');
  expect(await screen.findByText(/JFK and JFK are the same place/)).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'jfk lax{Enter}');
  expect(await screen.findByText('Route JFK\u2013LAX')).toBeTruthy();
  expect(screenNow()).toMatchObject({ name: 'pricing', scope: { kind: 'route', origin: 'JFK', destination: 'LAX' } });
});
