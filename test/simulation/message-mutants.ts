import type { Mutant } from './mutant.ts';

/** Bugs planted in the messages to passengers. */
export const MESSAGE_MUTANTS: readonly Mutant[] = [
  {
    name: 'a message does not wait behind the one before it',
    file: 'main/store/tables/messages-table.ts',
    find: "(await unsent(db, message, 0)) ? 'BEHIND' : 'WAITING'",
    replace: "(await unsent(db, message, 0)) ? 'WAITING' : 'WAITING'",
    kind: 'message turn',
  },
  {
    name: 'the message behind a dead letter never has its turn',
    file: 'main/store/tables/messages-table.ts',
    find: "if (message.state !== 'WAITING' || state === 'WAITING') return;",
    replace: "if (message.state !== 'WAITING' || state !== 'SENT') return;",
    seed: 12,
  },
  {
    name: 'who wants no messages is told all the same',
    file: 'main/commands/write-messages.ts',
    find: 'return wishes.optedOut ? [] :',
    replace: 'return wishes.optedOut && wishes.language === "es" ? [] :',
    seed: 3,
  },
  {
    name: 'who wants no messages at the sale gets what waits',
    file: 'main/store/tables/message-wishes-table.ts',
    find: 'if (wishes.optedOut) await',
    replace: 'if (wishes.optedOut && !wishes.optedOut) await',
    seed: 10,
  },
  {
    name: 'a sale cannot be taken back once its message was sent',
    file: 'main/commands/changes/undo.ts',
    find: "  'message.sent',\n",
    replace: '',
    seed: 6,
  },
  {
    name: 'a message of a booking comes by one channel alone',
    file: 'main/commands/write-messages.ts',
    find: 'channels.filter((channel) => reaches[channel])',
    replace: 'channels.filter((channel) => reaches[channel] && (channel !== "sms" || !reaches.email))',
    seed: 3,
  },
];
