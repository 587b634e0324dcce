import type { z } from 'zod';
import { assert } from '../../shared/assert.ts';
import type { Bridge, CalledBy, Contract, Input, MethodName, ReplyOf } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Heard, Message, Notice } from '../../shared/notices.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import { askUntilTaken } from './busy-calls.ts';
import { EventFeed } from './event-feed.ts';
import { Following } from './following.ts';
import { localRefusal } from './local-refusal.ts';
import { onNextFrame, type Schedule } from './next-frame.ts';
import { useSession } from './session-store.ts';

export { newRequestId } from './request-id.ts';

/** What a caller writes: fields with a default may be left out. */
export type GivenInput<Name extends MethodName> = z.input<Contract[Name]['input']>;

// The bridge to the hub, and the listeners. They are set up once for the page, whoever signs in.
let bridge: Bridge | undefined;
let stopHearing: (() => void) | undefined;
let schedule: Schedule = onNextFrame;
const listeners = new Set<(heard: Heard) => void>();
const batchListeners = new Set<(events: readonly JournalEvent[]) => void>();
const resyncListeners = new Set<() => void>();
const notSignedInListeners = new Set<() => void>();

/** Tells each event once to the listeners. */
export const feed = new EventFeed({
  schedule: (run) => schedule(run),
  tell(events) {
    for (const listener of [...batchListeners]) listener(events);
    for (const event of events) for (const listener of [...listeners]) listener(event);
  },
  resync() {
    for (const listener of [...resyncListeners]) listener();
  },
});

/** What of the journal this console hears. */
export const following = new Following({ ask: (input) => call('console.follow', input), known: () => feed.known });

/**
 * Asks the hub. Resolves with a value or a refusal; it never rejects for what the hub says. `by`: 'person' for what follows from a
 * key or a click, so that the hub knows that somebody is there.
 */
export async function call<Name extends MethodName>(
  method: Name,
  input: GivenInput<Name>,
  by: CalledBy = 'console',
): Promise<ReplyOf<Name>> {
  assert(bridge, 'no bridge to a hub was chosen');
  // The hub's parser fills the defaults in.
  const to = bridge;
  const ask = (caller: CalledBy): Promise<ReplyOf<Name>> => to.call(method, input as Input<Name>, caller);
  // A page that asks again by itself is no sign of a person.
  const reply = await askUntilTaken(() => ask('console'), await ask(by), by);
  if (reply.ok) return reply;
  // Callers of sign-in, lock and resume handle refusals themselves. After any other call a refusal may mean that the session has ended or is locked.
  if (!method.startsWith('session.')) hearRefusal(reply.refusal.code);
  // This computer's clock is near enough to say which day is today.
  return { ...reply, refusal: localRefusal(reply.refusal, useSession.getState().state?.home, Date.now()) };
}

/** The hub may have locked or ended the session before its notice came, or while no notice could come. */
function hearRefusal(code: RefusalCode): void {
  if (code === 'SESSION_LOCKED') tellNotice({ notice: true, type: 'session.locked' });
  else if (code === 'NOT_SIGNED_IN') for (const listener of [...notSignedInListeners]) listener();
}

function tellNotice(notice: Notice): void {
  for (const listener of [...listeners]) listener(notice);
}

/** Hears every journal event that this console follows, once, and every notice, until the returned function is called. */
export function onHeard(listener: (heard: Heard) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Like onHeard for journal events alone, those that come together in one go. */
export function onEvents(listener: (events: readonly JournalEvent[]) => void): () => void {
  batchListeners.add(listener);
  return () => batchListeners.delete(listener);
}

/** Called when events were missed that the hub does not tell any more. Every store that keeps an answer of the hub must ask for it again. */
export function onResync(listener: () => void): () => void {
  resyncListeners.add(listener);
  return () => resyncListeners.delete(listener);
}

/** Called when the hub refused a call because nobody is signed in here: it was started again, or it never knew this session. */
export function onNotSignedIn(listener: () => void): () => void {
  notSignedInListeners.add(listener);
  return () => notSignedInListeners.delete(listener);
}

/** Sets the bridge to the hub: that of the preload, of a socket, or of a test. `when`: events are told once a frame, except in tests. */
export function useBridge(chosen: Bridge, when: Schedule = onNextFrame): void {
  stopHearing?.();
  schedule = when;
  bridge = chosen;
  feed.forget();
  stopHearing = chosen.on((raw) => {
    const message = raw as Message;
    if ('notice' in message) tellNotice(message);
    else feed.hear(message);
  });
}
