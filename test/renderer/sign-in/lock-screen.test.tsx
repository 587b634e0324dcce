import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { Frame } from '../../../renderer/frame/frame.tsx';
import { LockScreen } from '../../../renderer/sign-in/lock-screen.tsx';
import { go, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { lock, refreshState, sessionEnded } from '../../../renderer/stores/session-actions.ts';
import { wireStores } from '../../../renderer/stores/wire-stores.ts';
import { IDLE_LOCK_MS } from '../../../shared/bounds.ts';
import { accept } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, refused, signedIn } from '../support/samples.ts';

const STATE = hubState({ session: { ...signedIn, locked: false, restored: false } });

function Console() {
  const { session, locked } = useSession();
  if (!session) return <p>nobody</p>;
  return (
    <>
      <Frame key={session.user} state={STATE}>
        <h1>Names</h1>
        <input aria-label="Surname" defaultValue="Smith" />
      </Frame>
      {locked ? <LockScreen state={STATE} /> : null}
    </>
  );
}

describe('lock', () => {
  let hub: FakeBridge;
  let stop: () => void;
  const user = userEvent.setup();

  beforeEach(async () => {
    hub = new FakeBridge()
      .gives('session.state', STATE)
      .gives('session.lock', {})
      .gives('session.signOut', {})
      .answers('session.signIn', (given) => (given.pin === '1204' ? accept({ ...signedIn, user: given.user }) : refused('SIGN_IN_REFUSED')))
      .gives('holds.ofDesk', { holds: [] });
    connect(hub, atOnce);
    stop = wireStores();
    await refreshState();
    render(<Console />);
  });
  afterEach(() => {
    cleanup();
    stop();
    sessionEnded('');
    vi.useRealTimers();
  });
  const pin = () => screen.getByLabelText(/^PIN/);

  it('hides the console, keeps its state, and gives the focus back to the field', async () => {
    const field = screen.getByLabelText('Surname');
    await user.type(field, 'son');
    await act(async () => lock());
    expect(document.querySelector('.frame')?.hasAttribute('inert')).toBe(true);
    expect(hub.inputsOf('session.lock')).toHaveLength(1);
    await user.type(pin(), '1204{Enter}');
    expect(document.querySelector('.frame')?.hasAttribute('inert')).toBe(false);
    expect(screen.getByLabelText<HTMLInputElement>('Surname').value).toBe('Smithson');
    expect(document.activeElement).toBe(field);
  });

  it('says so when it is locked because the hub was started again', async () => {
    hub.gives('session.state', hubState({ session: { ...signedIn, locked: true, restored: true } }));
    await act(async () => refreshState());
    expect(screen.getByText(/^The hub was started again, so this console is locked/).textContent).toContain(
      'Enter the PIN of Ana Ruiz, agent',
    );
    hub.gives('session.state', STATE);
    await user.type(pin(), '1204{Enter}');
    expect(useSession.getState()).toMatchObject({ locked: false, restored: false });
    await act(async () => lock());
    expect(screen.getByText(/^Locked by/)).toBeTruthy();
  });

  it('asks in the name of the person who gives the PIN, and of the console when it locks', async () => {
    await act(async () => lock());
    await user.type(pin(), '1204{Enter}');
    expect(hub.callersOf('session.signIn')).toEqual(['person']);
    expect(hub.callersOf('session.lock')).toEqual(['console']);
  });

  it('refuses a wrong PIN and stays locked', async () => {
    await act(async () => lock());
    await user.type(pin(), '0000{Enter}');
    expect(screen.getByText('Name or PIN is wrong.')).toBeTruthy();
    expect(useSession.getState().locked).toBe(true);
  });

  it('lets somebody else sign in at the same desk, with nothing left of the one before', async () => {
    act(() => go({ name: 'reservations', find: 'SMITH/J' }));
    await act(async () => lock());
    await user.click(screen.getByRole('button', { name: 'Somebody else signs in' }));
    await user.type(screen.getByLabelText('Name'), 'osei');
    await user.type(pin(), '1204{Enter}');
    expect(useSession.getState()).toMatchObject({ session: { user: 'osei', desk: 'T1-04' }, locked: false, restored: false });
    expect(useNavigation.getState().screen).toEqual({ name: 'board' });
    expect(screen.getByLabelText<HTMLInputElement>('Surname').value).toBe('Smith');
  });

  it('locks when the hub says so, and ends when the session went elsewhere', async () => {
    act(() => hub.tell({ notice: true, type: 'session.locked' }));
    expect(screen.getByRole('button', { name: /Unlock/ })).toBeTruthy();
    act(() => hub.tell({ notice: true, type: 'session.ended' }));
    expect(screen.getByText('nobody')).toBeTruthy();
    expect(useSession.getState().ended).toMatch(/another console/);
  });

  it('locks a console that nobody has touched for a while', async () => {
    cleanup();
    vi.useFakeTimers();
    render(<Console />);
    await act(() => vi.advanceTimersByTimeAsync(IDLE_LOCK_MS - 2_000));
    act(() => void window.dispatchEvent(new Event('pointermove')));
    await act(() => vi.advanceTimersByTimeAsync(IDLE_LOCK_MS - 2_000));
    expect(useSession.getState().locked).toBe(false);
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    expect(useSession.getState().locked).toBe(true);
    expect(hub.inputsOf('session.lock')).toHaveLength(1);
  });
});
