import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { BrowserKeys } from '../../../renderer/client/desk-key.ts';
import { useDeskKeys as keepKeysIn, showDesk, useKeyRefused } from '../../../renderer/client/desk-proof.ts';
import { useFarHub } from '../../../renderer/client/far-hub-store.ts';
import { keptKeys } from '../../../renderer/client/key-database.ts';
import { PairingScreen } from '../../../renderer/sign-in/pairing-screen.tsx';
import { accept, refuse } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hello, hubState } from '../support/samples.ts';

const ID = 'A'.repeat(22);
const STATE = hubState({ desk: null, session: null });

describe('a console that is no desk', () => {
  let hub: FakeBridge;
  const user = userEvent.setup();
  const code = () => screen.getByLabelText<HTMLInputElement>('Code');
  const show = () => render(<PairingScreen state={STATE} />);
  /** The last thing that a console asks which became a desk. A test that ended before it would ask the hub of the next one. */
  const becomesDesk = () => waitFor(() => expect(hub.inputsOf('session.state')).toHaveLength(1));

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    sessionStorage.clear();
    useKeyRefused.setState({ code: null });
    useFarHub.setState({ hub: null });
    keepKeysIn(new BrowserKeys());
    hub = new FakeBridge()
      .answers('desks.pair', (given) =>
        given.code === '482913' ? accept({ id: ID, desk: 'T3-03', hub: STATE.hub }) : refuse('PAIRING_CODE_WRONG', { left: 4 }),
      )
      .gives('session.prove', { desk: 'T3-03' })
      .gives('session.state', hubState({ desk: 'T3-03', session: null }));
    connect(hub, atOnce);
    await showDesk(hello(100), (method, input) => hub.call(method, input as never));
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('becomes one by the code alone, and proves its key on the same connection', async () => {
    show();
    expect(document.activeElement).toBe(code());
    await user.keyboard('48x2913{Enter}');
    await waitFor(() => expect(hub.inputsOf('session.prove')).toMatchObject([{ id: ID }]));
    expect(hub.inputsOf('desks.pair')).toEqual([{ code: '482913', publicKey: expect.stringMatching(/^[\w-]{122}$/), keptIn: 'browser' }]);
    expect((await keptKeys()).map(({ desk, practice }) => [desk, practice])).toEqual([['T3-03', false]]);
    await becomesDesk();
  });

  it('takes a code that is pasted with spaces, which a field of six signs would have cut', async () => {
    show();
    await user.paste(' 482 913 ');
    expect(code().value).toBe('482913');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(hub.inputsOf('desks.pair')).toMatchObject([{ code: '482913' }]));
    await becomesDesk();
  });

  it('says how many tries are left, and tries the next code with the same key', async () => {
    show();
    await user.keyboard('111111{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('4 tries are left');
    expect(code().value).toBe('');
    expect(document.activeElement).toBe(code());
    await user.keyboard('482913{Enter}');
    await waitFor(() => expect(hub.inputsOf('desks.pair')).toHaveLength(2));
    const keys = hub.inputsOf('desks.pair').map((given) => ('publicKey' in given ? given.publicKey : 'none'));
    expect(new Set(keys).size).toBe(1);
    await becomesDesk();
  });

  it('takes digits that are typed while the button has the focus: they were lost', async () => {
    show();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Pair/ }));
    await user.keyboard('482913');
    expect(code().value).toBe('482913');
    await user.keyboard('{Enter}');
    await becomesDesk();
  });

  it('says at a hub that did not answer to press Enter again: it said to look first, and there is nothing to look at', async () => {
    hub.answers('desks.pair', () => refuse('HUB_UNREACHABLE') as never);
    show();
    await user.keyboard('482913{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('The code stands here still: press Enter again.');
    expect(code().value).toBe('482913');
  });

  it('is one as soon as it is looked at again, when another tab of the browser was paired meanwhile', async () => {
    show();
    const key = await new BrowserKeys().make(false);
    if (typeof key === 'string') throw new Error('no key could be made');
    await key.keep({ id: ID, desk: 'T3-03', hub: STATE.hub });
    sessionStorage.clear();
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(hub.inputsOf('session.prove')).toMatchObject([{ id: ID }]));
    await becomesDesk();
  });

  it('asks for all six digits before it asks the hub', async () => {
    show();
    await user.keyboard('48291{Enter}');
    expect(screen.getByText('The code has six digits.')).toBeTruthy();
    expect(hub.inputsOf('desks.pair')).toEqual([]);
  });

  it('says why it is none any more', () => {
    useKeyRefused.setState({ code: 'KEY_REVOKED' });
    show();
    expect(screen.getByText('This desk was revoked by a supervisor.')).toBeTruthy();
  });

  it('has a person compare the fingerprint first in a window, which takes whoever answers', async () => {
    useFarHub.setState({
      hub: {
        address: 'https://10.0.0.5:4610',
        fingerprint: '7f3a19c0b2e45d81'.padEnd(64, '0'),
        other: null,
        isOutOfTime: false,
        isSafe: true,
      },
    });
    show();
    expect(screen.getByText('7F3A 19C0 B2E4 5D81')).toBeTruthy();
    await user.keyboard('482913{Enter}');
    expect(screen.getByText('Compare the two first, and say so here.')).toBeTruthy();
    expect(hub.inputsOf('desks.pair')).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: 'It is the same there' }));
    await user.type(code(), '{Enter}');
    await waitFor(() => expect(hub.inputsOf('desks.pair')).toHaveLength(1));
    await becomesDesk();
  });
});
