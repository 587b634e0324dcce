import { create } from 'zustand';
import { assert } from '../../shared/assert.ts';
import type { Challenge, DeskKeys, Proof } from './desk-keys.ts';
import { OWN_VERSION } from './own-version.ts';
import type { AskFirst } from './socket-bridge.ts';

/** Why the hub did not take the key of this console when it was shown last; null: it did, or there was none. */
export const useKeyRefused = create<{ readonly code: 'KEY_REVOKED' | 'KEY_UNKNOWN' | null }>(() => ({ code: null }));

// Where the keys of this page are, and what the hub asked for on the connection of now. Set up once for the page.
let keys: DeskKeys | undefined;
let greeted: Challenge | undefined;

export function useDeskKeys(chosen: DeskKeys): void {
  keys = chosen;
}

export function deskKeys(): DeskKeys {
  assert(keys, 'nobody said where the keys are kept');
  return keys;
}

/** On a new connection: shows the hub which desk this is, if it is one. */
export async function showDesk(hello: Challenge, ask: AskFirst): Promise<void> {
  greeted = hello;
  await showAgain(ask);
}

/** On the connection of now, after this console has become another desk. `mayPair`: a desk for practice may be paired anew, once. */
export async function showAgain(ask: AskFirst, mayPair = true): Promise<void> {
  const proof = greeted && (await deskKeys().prove(greeted));
  if (!proof) return;
  const { id, signature } = proof;
  const reply = await ask('session.prove', { id, signature, version: OWN_VERSION });
  if (reply.ok) {
    useKeyRefused.setState({ code: null });
    return;
  }
  const { code } = reply.refusal;
  // Without an answer nobody knows; the next connection shows it again.
  if (code !== 'KEY_REVOKED' && code !== 'KEY_UNKNOWN') return;
  await deskKeys().forget(id);
  if (mayPair && (await isPractisedAnew(proof, ask))) return showAgain(ask, false);
  useKeyRefused.setState({ code });
}

/** Another browser of this computer took the desk over, or the training hub began anew. Neither needs a code. */
async function isPractisedAnew({ practisedAs: desk }: Proof, ask: AskFirst): Promise<boolean> {
  return desk !== undefined && (await pairHere(desk, ask)) === undefined;
}

/** Makes this console that desk for practice. Resolves with why not. */
export async function pairHere(desk: string, ask: AskFirst) {
  const key = await deskKeys().make(true);
  if (typeof key === 'string') return key;
  const reply = await ask('desks.pairHere', { desk, publicKey: key.publicKey });
  if (!reply.ok) return reply.refusal;
  return (await key.keep(reply.value)) ? undefined : ('no-store' as const);
}
