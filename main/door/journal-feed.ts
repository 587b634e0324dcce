import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Instant } from '../../shared/instants.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { Caller } from '../hub/caller.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { JournalPageInput } from '../queries/journal-page.ts';

export interface JournalFeedOptions {
  readonly hub: Pick<InnerHub, 'look' | 'on' | 'newestEvent' | 'now'>;
  readonly caller: Caller;
  /** Asked before whatever is written, because a key may be revoked meanwhile. */
  readonly mayGoOn: () => boolean;
}

/** Waits while the reader is behind. False: it is gone. */
async function drained(out: Writable, gone: AbortSignal): Promise<boolean> {
  if (out.writableNeedDrain) await once(out, 'drain', { signal: gone }).catch(() => {});
  return !gone.aborted;
}

/** Writes the events after a number that exist now. The number of the last one, or why not. Nothing is kept but a page. */
export async function writeJournal(
  out: Writable,
  page: JournalPageInput,
  { hub, caller, mayGoOn }: JournalFeedOptions,
  gone: AbortSignal,
): Promise<number | Refused> {
  let { after } = page;
  for (;;) {
    if (!mayGoOn()) return refuse('KEY_NEEDED');
    const reply = await hub.look('journal.page', { ...page, after }, caller);
    if (!reply.ok) return reply;
    const { text, last } = reply.value;
    if (text === '') return after;
    out.write(text);
    after = last;
    if (!(await drained(out, gone))) return after;
  }
}

/** A line that is no event, so that the reader and whatever is in between know that the feed is alive, and how far the journal is. */
const heartBeat = (newest: number, at: Instant): string => `${JSON.stringify({ newest, at })}\n`;

/**
 * Goes on with what is committed from now on, until the reader is gone or may read no more. A commit is written as it is told. While the
 * reader is behind nothing is kept for it: it gets what it missed from the store.
 */
export async function followJournal(
  out: Writable,
  after: number,
  options: JournalFeedOptions & { readonly beatMs: number },
  gone: AbortSignal,
): Promise<Refused | undefined> {
  const { hub, mayGoOn, beatMs } = options;
  let last = after;
  let behind = true;
  let wake = () => {};
  const fallBack = () => {
    behind = true;
    wake();
  };
  const unhear = hub.on((events, texts) => {
    if (behind) return;
    if (events[0]?.event !== last + 1 || !mayGoOn()) return fallBack();
    last = events.at(-1)?.event ?? last;
    if (!out.write(`${texts.join('\n')}\n`)) fallBack();
  });
  const beat = setInterval(() => {
    if (!mayGoOn()) fallBack();
    else if (!behind) out.write(heartBeat(hub.newestEvent, hub.now()));
  }, beatMs);
  gone.addEventListener('abort', fallBack);
  try {
    while (await drained(out, gone)) {
      if (!mayGoOn()) return refuse('KEY_NEEDED');
      if (last === hub.newestEvent) {
        const { promise: fellBack, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        behind = false;
        await fellBack;
        continue;
      }
      const caughtUp = await writeJournal(out, { after: last, before: null, as: 'lines' }, options, gone);
      if (typeof caughtUp !== 'number') return caughtUp;
      last = caughtUp;
    }
    return undefined;
  } finally {
    clearInterval(beat);
    unhear();
  }
}
