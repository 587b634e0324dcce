import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { asDeskName } from '../../../renderer/sign-in/desk-name.ts';
import { SignInScreen } from '../../../renderer/sign-in/sign-in-screen.tsx';
import { sessionEnded } from '../../../renderer/stores/session-actions.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, signedIn } from '../support/samples.ts';

const KNOWN = ['T1-04', 'T1-09', 'T2-11'];

let hub: FakeBridge;
const user = userEvent.setup();
const show = () => render(<SignInScreen state={hubState()} />);
const desk = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Desk' });
const pin = () => screen.getByLabelText<HTMLInputElement>('PIN');

async function signInAt(typed: string): Promise<void> {
  await user.type(screen.getByLabelText('Name'), 'ruiz');
  await user.clear(desk());
  await user.type(desk(), typed);
  await user.type(pin(), '1204{Enter}');
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  hub = new FakeBridge()
    .answers('session.signIn', (given) =>
      given.onlyKnownDesk && !KNOWN.includes(given.desk) ? refuse('DESK_NEW', { desk: given.desk, known: KNOWN }) : accept(signedIn),
    )
    .gives('session.state', hubState({ session: { ...signedIn, locked: false, restored: false } }))
    .gives('holds.ofDesk', { holds: [] })
    .gives('desks.list', { desks: KNOWN });
  connect(hub, atOnce);
});
afterEach(() => {
  cleanup();
  sessionEnded('');
});

it('a mistyped desk became a desk without a word: it is said to be new, and Enter again opens it', async () => {
  show();
  await signInAt('t1-90');
  expect(screen.getByRole('alert').textContent).toContain('T1-90 is a new desk: nobody has signed in there yet.');
  expect(pin().value).toBe('1204');
  expect(screen.getByRole('button', { name: /Open new desk T1-90/ })).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(hub.inputsOf('session.signIn').map(({ desk: at, onlyKnownDesk }) => [at, onlyKnownDesk])).toEqual([
    ['T1-90', true],
    ['T1-90', false],
  ]);
});

it('the right desk is chosen from the list that comes with it, and the PIN is not typed again', async () => {
  show();
  await signInAt('t1-90');
  await user.click(screen.getByRole('button', { name: /Show the desks/ }));
  await user.click(screen.getByRole('option', { name: 'T1-09' }));
  expect(desk().value).toBe('T1-09');
  expect(screen.getByRole('alert').textContent).toBe('');
  await user.click(screen.getByRole('button', { name: /Sign in at desk T1-09/ }));
  expect(hub.inputsOf('session.signIn').at(-1)).toMatchObject({ desk: 'T1-09', onlyKnownDesk: true });
});

it('a changed name is asked about again', async () => {
  show();
  await signInAt('t1-90');
  await user.clear(desk());
  await user.type(desk(), 't1-91{Enter}');
  expect(hub.inputsOf('session.signIn').at(-1)).toMatchObject({ desk: 'T1-91', onlyKnownDesk: true });
});

it('before the first sign-in offers the desk of the hub alone; after it the desks of the hub, and says which is new', async () => {
  const page = show();
  await user.click(screen.getByRole('button', { name: /Show the desks/ }));
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['T1-04']);
  await user.keyboard('{Escape}');
  await signInAt('t1-09');
  await act(async () => undefined);
  expect(hub.callersOf('desks.list')).toEqual(['console']);
  page.unmount();
  show();
  expect(desk().value).toBe('T1-09');
  await user.click(screen.getByRole('button', { name: /Show the desks/ }));
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(KNOWN);
  await user.keyboard('{Escape}');
  expect(screen.queryByText('New desk')).toBeNull();
  await user.clear(desk());
  await user.type(desk(), 't3');
  expect(screen.getByText('New desk')).toBeTruthy();
});

it.each([
  ['t1-09', 'T1-09'],
  [' T1 - 09', 'T1-09'],
  ['t1 09', 'T1-09'],
  ['t1_09', 'T1-09'],
  ['gate 7', 'GATE-7'],
  ['-7', '7'],
  ['d\u00e9sk', 'DSK'],
])('writes the desk %s as %s', (typed, name) => {
  expect(asDeskName(typed)).toBe(name);
  // As it is typed, sign by sign.
  expect([...typed].reduce((text, sign) => asDeskName(text + sign), '')).toBe(name);
});
