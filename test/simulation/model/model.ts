import { REPLY_KEPT_MS } from '../../../shared/bounds.ts';
import { extend, place, release } from './holds.ts';
import { begin, cancel, confirm, fail, quote, refunded } from './sales.ts';
import { apply, setMinutes, setStrategy, stage } from './schedule.ts';
import { type Expected, type ModelCommand, ModelState, no } from './state.ts';

/** What each command does: it changes the state and returns its reply, or throws a refusal. */
const COMMANDS: Readonly<Record<string, (state: ModelState, input: never, command: ModelCommand) => object>> = {
  'holds.place': place,
  'holds.extend': extend,
  'holds.release': release,
  'holds.expireDue': () => ({}),
  'payments.begin': begin,
  'payments.confirm': confirm,
  'payments.fail': fail,
  'payments.refunded': refunded,
  'bookings.cancelQuote': quote,
  'bookings.cancel': cancel,
  'pricing.setStrategy': setStrategy,
  'settings.setHoldMinutes': setMinutes,
  'schedule.stage': stage,
  'schedule.applyStaged': apply,
  'schedule.discard': ({ staged }) => {
    staged.clear();
    return {};
  },
  'replies.prune': ({ replies }, _input, { now }) => {
    for (const [id, { at }] of replies) if (at < now - REPLY_KEPT_MS) replies.delete(id);
    return {};
  },
};

const askedBy = ({ name, actor, body }: ModelCommand): string => JSON.stringify([name, actor.user, actor.desk, body]);

/** The whole desk as the design tells it: foretells the reply and the events of each command, and how the store then stands. */
export class Model extends ModelState {
  /** `again`: this number was answered before, and the reply must be the very same. */
  apply(command: ModelCommand) {
    this.events = [];
    this.expire(command.now);
    const before = this.answered(command);
    const expected = before ?? this.#run(command);
    const again = before !== undefined && (before.ok || before.refusal.code !== 'REQUEST_REUSED');
    if (!before && command.requestId !== null) this.replies.set(command.requestId, { asked: askedBy(command), at: command.now, expected });
    return { expected, again, events: this.events };
  }

  /** The reply to a number that was used before: the same to the same, a refusal to anything else. */
  answered(command: ModelCommand): Expected | undefined {
    const known = this.replies.get(command.requestId ?? '');
    return known && (known.asked === askedBy(command) ? known.expected : no('REQUEST_REUSED'));
  }

  #run(command: ModelCommand): Expected {
    const run = COMMANDS[command.name];
    if (!run) throw new Error(`the model knows no command ${command.name}`);
    try {
      return { ok: true, value: run(this, JSON.parse(command.body) as never, command) };
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      return refusal as Expected;
    }
  }
}
