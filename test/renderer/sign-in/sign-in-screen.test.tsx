import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { readToken } from '../../../renderer/client/token.ts';
import { SignInScreen } from '../../../renderer/sign-in/sign-in-screen.tsx';
import { sessionEnded } from '../../../renderer/stores/session-actions.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, refused, signedIn } from '../support/samples.ts';

describe('sign-in', () => {
  let hub: FakeBridge;
  const user = userEvent.setup();
  const show = (state = hubState()) => render(<SignInScreen state={state} desk="T1-04" />);
  const name = () => screen.getByLabelText<HTMLInputElement>('Name');
  const pin = () => screen.getByLabelText<HTMLInputElement>('PIN');

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    hub = new FakeBridge()
      .gives('session.signIn', signedIn)
      .gives('session.state', hubState({ session: { ...signedIn, locked: false, restored: false } }))
      .gives('holds.ofDesk', { holds: [] });
    connect(hub, atOnce);
  });
  afterEach(() => {
    cleanup();
    sessionEnded('');
  });

  it('signs in by name, PIN and Enter alone', async () => {
    show();
    expect(document.activeElement).toBe(name());
    await user.keyboard('Ruiz');
    await user.click(pin());
    await user.keyboard('12x04{Enter}');
    expect(hub.inputsOf('session.signIn')).toEqual([{ requestId: expect.any(String), user: 'ruiz', pin: '1204' }]);
    expect(useSession.getState()).toMatchObject({ session: { user: 'ruiz', desk: 'T1-04' }, locked: false, restored: false });
    expect(readToken()).toBe(signedIn.token);
    expect(document.title).toBe('Sign in · Aisle');
  });

  it('lets a number choose a training user, and puts the focus on the PIN', async () => {
    show();
    await user.keyboard('3');
    expect(name().value).toBe('osei');
    expect(document.activeElement).toBe(pin());
    await user.keyboard('3307');
    expect(name().value).toBe('osei'); // digits of the PIN choose nobody
    expect(pin().value).toBe('3307');
    expect(screen.getByRole('button', { name: /Mercy Osei/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('takes PINs of 4 to 12 digits, a box for each', async () => {
    show();
    await user.click(pin());
    expect(document.querySelectorAll('.box')).toHaveLength(4);
    await user.keyboard('1234567890123');
    expect(pin().value).toBe('123456789012');
    expect(document.querySelectorAll('.box')).toHaveLength(12);
    expect(pin().type).toBe('password');
  });

  it.each([
    ['no name', '', '1204', 'Type your user name.'],
    ['a short PIN', 'ruiz', '120', 'A PIN has at least 4 digits.'],
  ])('says that %s is missing without asking the hub', async (_, typedName, typedPin, said) => {
    show();
    if (typedName) await user.type(name(), typedName);
    await user.type(pin(), `${typedPin}{Enter}`);
    expect(screen.getByText(said)).toBeTruthy();
    expect(hub.inputsOf('session.signIn')).toEqual([]);
  });

  it('shows the refusal with its next step, clears the PIN and keeps the name', async () => {
    hub.answers('session.signIn', () => refused('SIGN_IN_REFUSED'));
    show();
    await user.type(name(), 'ruiz');
    await user.type(pin(), '9999{Enter}');
    expect(within(screen.getByRole('form')).getByRole('alert').textContent).toBe(
      'Name or PIN is wrong. 4 tries are left before the name is locked.',
    );
    expect(pin().value).toBe('');
    expect(name().value).toBe('ruiz');
    expect(document.activeElement).toBe(pin());
  });

  it('says which desk this is, and asks nobody for it', () => {
    show(hubState({ mode: 'live', trainingUsers: [], desk: 'T1-04' }));
    expect(screen.getByRole('button', { name: /Sign in at desk T1-04/ })).toBeTruthy();
    expect(screen.queryAllByRole('textbox').map((field) => field.getAttribute('name'))).toEqual(['user']);
    expect(screen.queryByText('Practise at another desk')).toBeNull();
  });

  it('shows no users and no PINs outside training', () => {
    show(hubState({ mode: 'live', trainingUsers: [] }));
    expect(screen.queryByText('Training users')).toBeNull();
    expect(document.querySelector('.watermark')).toBeNull();
  });
});
