import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageMethods } from '../../../main/messages/message-methods.ts';
import { Messages } from '../../../main/messages/messages.ts';
import { JOB_DRAIN_MS_MAX } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { eventLoopTurns } from '../support/event-loop-turns.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { ANA, type Confirm, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

export const CONTACT = { phone: '+1 212 555 0148', email: 'elena@example.com', askedBy: 'Elena Petrov' };
export const PASSWORD = 'a mail password';
export const SECRET = 'sixteen letters!';

/** The real core with messages, whose channels are set by `set`. */
export async function withMessages() {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-messages-'));
  const store = await openTestHub();
  const flight = await store.addFlight({ fixed: true });
  const timer = new FakeTimer(store.clock);
  const secretsFile = join(folder, 'store.messages');
  let tried = 0;
  const messages = new Messages({ hub: store.hub, secretsFile, timer, random: () => 0.5, tried: () => tried++ });
  await messages.start();
  const methods = messageMethods({ hub: store.hub, messages, timer });
  const call = { actor: MERCY, session: undefined, connection: undefined as never };
  let rows = 0;
  return {
    ...store,
    flight,
    timer,
    secretsFile,
    messages,
    tried: () => tried,
    set: (input: Omit<Input<'messages.setChannels'>, 'requestId'>) =>
      methods['messages.setChannels'](call, { requestId: store.requestId(), ...input }),
    mailTo: (port: number, more: Partial<NonNullable<Input<'messages.setChannels'>['mail']>> = {}) => ({
      ...{ host: '127.0.0.1', port, security: 'none' as const, user: '', from: 'desk@example.com', password: null },
      ...more,
    }),
    channels: () => methods['messages.channels'](call, {}),
    try: (channel: 'email' | 'sms' | 'push', to: string) => methods['messages.test'](call, { channel, to }),
    held: async () => value(await store.hold(flight.id, [`${20 + rows++}A`])),
    async confirm(hold: Output<'holds.place'>, more: Partial<Confirm> = {}) {
      return value(
        await store.hub.change('payments.confirm', { ...sale(hold, { contact: CONTACT, ...more }), approved: [] }, ANA, store.requestId()),
      );
    },
    async cancel(bookingId: number) {
      const { offerId } = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
      value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, ANA));
    },
    rows: () =>
      store.db
        .query<{ kind: string; channel: string; language: string; state: string; tries: number }>(
          'SELECT kind, channel, language, state, tries FROM messages ORDER BY id',
        )
        .all(),
    list: async () => value(await store.hub.ask('messages.list', {}, MERCY)),
    async end() {
      const closed = messages.close();
      await eventLoopTurns();
      // A channel that hangs delays a quit no longer than this.
      timer.pass(JOB_DRAIN_MS_MAX);
      await closed;
      await store.hub.close();
      rmSync(folder, { recursive: true });
    },
  };
}
