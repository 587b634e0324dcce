import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { KeyProblem } from '../../../renderer/client/desk-keys.ts';
import { useDeskKeys as keepKeysIn } from '../../../renderer/client/desk-proof.ts';
import { PairingScreen } from '../../../renderer/sign-in/pairing-screen.tsx';
import { hubState } from '../support/samples.ts';

afterEach(cleanup);

it.each<[KeyProblem, RegExp]>([
  ['insecure', /^This page is not encrypted, so it can keep no key\..*https:\/\//],
  ['no-store', /^This browser keeps nothing for this page.*not private/],
  ['no-safe', /^This computer has no safe for keys.*GNOME Keyring or KWallet/],
])('a console that can keep no key (%s) says what would help, and asks for no code that would be lost', async (problem, said) => {
  keepKeysIn({
    keptIn: 'browser',
    make: async () => problem,
    prove: async () => undefined,
    forget: async () => {},
    practise: async () => false,
  });
  render(<PairingScreen state={hubState({ desk: null, session: null })} />);
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(said));
  expect(screen.queryByLabelText('Code')).toBeNull();
});
