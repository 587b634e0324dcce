import { call, onHeard } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { READ, whatIsShown } from './what-is-shown.ts';

/** A name that is typed quickly is sent a few times a second. */
const SENT_EVERY_MS = 100;
const NOTHING = 'null';

/** Lets the passenger's screen of this desk follow what the agent has open for them. Returns how to stop. */
export function showToPassenger(): () => void {
  let sent = NOTHING;
  let about: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { session, locked } = useSession.getState();
    if (!session || locked) return;
    const view = whatIsShown();
    const text = JSON.stringify(view);
    if (text === sent) return;
    sent = text;
    about = aboutOf(view);
    void call('passenger.show', { view });
  };
  const changed = (): void => {
    // What is over, or another booking's, is gone at once.
    if (sent !== NOTHING && aboutOf(whatIsShown()) !== about) send();
    else timer ??= setTimeout(send, SENT_EVERY_MS);
  };
  const stops = [
    ...READ.map((store) => store.subscribe(changed)),
    useSession.subscribe(({ session, locked }, before) => {
      // The hub has taken it off the screen by itself.
      if (locked || session !== before.session) sent = NOTHING;
      changed();
    }),
    onHeard((heard) => {
      if (!('notice' in heard) || heard.type !== 'hello') return;
      sent = NOTHING;
      changed();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** Whose it is: a sale, or a booking by its locator; null: nobody's. */
const aboutOf = (view: ReturnType<typeof whatIsShown>): string | null => (view ? (view.what === 'sale' ? '' : view.locator) : null);
