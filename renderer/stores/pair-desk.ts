import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { beOwnDesk } from '../client/desk-key.ts';
import type { FreshKey, KeyProblem } from '../client/desk-keys.ts';
import { deskKeys, pairHere, showAgain } from '../client/desk-proof.ts';
import { refreshState } from './session-actions.ts';

/** The key with which codes are tried. The same for all of them: if an answer was lost, the hub knows it again and gives the same. */
let fresh: FreshKey | undefined;

/** Has a key ready, before anybody types a code that would be lost without one. Resolves with why there can be none. */
export async function readyToPair(): Promise<KeyProblem | undefined> {
  if (fresh) return undefined;
  const made = await deskKeys().make(false);
  if (typeof made === 'string') return made;
  fresh = made;
  return undefined;
}

/** Makes this console a desk by the code that the hub shows. Resolves with why not. */
export async function pairDesk(code: string): Promise<Refusal | KeyProblem | undefined> {
  const problem = await readyToPair();
  if (problem || !fresh) return problem;
  const reply = await call('desks.pair', { code, publicKey: fresh.publicKey, keptIn: deskKeys().keptIn }, 'person');
  if (!reply.ok) {
    if (reply.refusal.code === 'KEY_USED') fresh = undefined;
    return reply.refusal;
  }
  const kept = await fresh.keep(reply.value);
  fresh = undefined;
  return kept ? becomeDesk() : deskKeys().keptIn === 'machine' ? 'no-safe' : 'no-store';
}

/** Another tab of this browser may have been paired meanwhile. All of its tabs are that desk. */
export async function lookForDesk(): Promise<void> {
  await showAgain(call);
  await refreshState();
}

/** In training, on the hub's computer: this console is another desk. */
export async function practiseAt(hub: string, desk: string): Promise<Refusal | KeyProblem | undefined> {
  if (!(await deskKeys().practise(hub, desk))) {
    const problem = await pairHere(desk, call);
    if (problem) return problem;
  }
  return becomeDesk();
}

async function becomeDesk(): Promise<undefined> {
  await lookForDesk();
}

/** This computer is no desk of its far hub any more, and may be paired with whoever answers there now. */
export async function leaveHub(): Promise<void> {
  await window.aisle?.link.forget();
  location.reload();
}

/** The end of that. Only a new connection is the hub's own desk again. */
export function leavePractice(): void {
  beOwnDesk();
  location.reload();
}
