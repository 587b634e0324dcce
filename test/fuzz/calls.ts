import type { SeededRandom } from '../../main/seeded-random.ts';
import { contract, type MethodName } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import { parsed } from '../../shared/json.ts';
import { REFUSAL_CODES, type RefusalCode, type Reply } from '../../shared/refusals.ts';
import { seatProblems } from '../main/support/seat-invariants.ts';
import { type FuzzHub, openFuzzHub } from './fuzz-hub.ts';
import { goodInput, methodName } from './good-calls.ts';
import { mutated } from './mutate.ts';
import { CANARY, oddText, oddValue } from './odd-values.ts';
import type { FuzzPart } from './part.ts';

/** Who calls. `locked`: an agent whose console is locked. `stranger`: a console that is not paired. */
const CALLERS = [
  'nobody',
  'stranger',
  'agent',
  'agent',
  'agent',
  'agent',
  'other',
  'supervisor',
  'supervisor',
  'supervisor',
  'locked',
] as const;

interface FuzzCall {
  readonly as: (typeof CALLERS)[number];
  readonly method: unknown;
  readonly input: unknown;
  /** Speaks of the newest booking but so many, and of its newest quote; null: of whatever the input says. */
  readonly newest: number | null;
  /** How much time has passed since the call before. */
  readonly minutesLater: number;
}

function generate(random: SeededRandom): FuzzCall {
  const name = methodName(random);
  const odd = random.below(60);
  return {
    as: random.pick(CALLERS),
    method: odd === 0 ? oddValue(random) : odd === 1 ? oddText(random) : name,
    input: mutated(random, goodInput(random, name), random.pick([0, 0, 1, 2, 4])),
    newest: random.below(3) > 0 ? random.below(4) : null,
    minutesLater: random.below(300) === 0 ? 1 + random.below(12) : 0,
  };
}

/** What any method may answer, because it is said before the method is reached or by the store below it. */
const ALWAYS: ReadonlySet<string> = new Set<RefusalCode>([
  'METHOD_UNKNOWN',
  'MESSAGE_TOO_LARGE',
  'DESK_NOT_PAIRED',
  'NOT_SIGNED_IN',
  'SESSION_LOCKED',
  'ROLE_REQUIRED',
  'INPUT_INVALID',
  'HUB_BUSY',
  'BUSY',
  'REQUEST_REUSED',
]);

/** Refusals that are kept for the auditor, and those that come after a step which had to be kept. */
const LEAVE_A_TRACE: ReadonlySet<string> = new Set<RefusalCode>([
  'SIGN_IN_REFUSED',
  'USER_LOCKED',
  'USER_INACTIVE',
  'PAYMENT_DECLINED',
  'PAYMENT_TIMED_OUT',
  'PAYMENT_GIVEN_UP',
  'PAYMENT_FAILED',
  'CHANGE_UNPAID',
]);

/** What is wrong with a reply, whatever it answers. */
export function replyProblem(name: MethodName | undefined, reply: Reply<unknown>): string | undefined {
  if (reply.ok) {
    if (!name) return 'was accepted, and is no method';
    const parsed = contract[name].output.safeParse(reply.value);
    const issue = parsed.error?.issues[0];
    return issue && `answered what the contract does not promise: ${issue.path.join('.')} ${issue.message}`;
  }
  const { code, message, next, details } = reply.refusal;
  if (!REFUSAL_CODES.includes(code)) return `is refused with ${String(code)}, which stands in no list`;
  if (code === 'NOT_DONE') return `broke something inside: ${next}`;
  const may: readonly string[] = name ? contract[name].refusals : [];
  if (!ALWAYS.has(code) && !may.includes(code)) return `is refused with ${code}, which is not for ${name}`;
  if (typeof message !== 'string' || typeof next !== 'string' || message === '' || next === '')
    return `is refused with ${code} and no sentence`;
  if (typeof details !== 'object' || details === null) return `is refused with ${code} and no details`;
  if (code === 'INPUT_INVALID' && JSON.stringify(reply).includes(CANARY)) return 'is told again what it sent';
  if (/\bundefined\b|\bNaN\b|\[object /.test(message + next)) return `is refused in broken words: ${message} ${next}`;
  return undefined;
}

/** What happens when time passes, whoever calls next. */
const BY_ITSELF: ReadonlySet<string> = new Set<JournalEvent['type']>([
  'hold.expired',
  'payment.failed',
  'waitlist.offered',
  'waitlist.ended',
]);

class CallsSubject {
  readonly #target: FuzzHub;
  #calls = 0;
  readonly #bookings: number[] = [];
  readonly #quotes = new Map<number, number>();

  constructor(target: FuzzHub) {
    this.#target = target;
  }

  async attempt({ as, method, input, newest, minutesLater }: FuzzCall): Promise<string | undefined> {
    const target = this.#target;
    const name = typeof method === 'string' && Object.hasOwn(contract, method) ? (method as MethodName) : undefined;
    if (name && !target.answers(name)) return undefined;
    if (minutesLater > 0) target.timer.pass(minutesLater * MINUTE_MS);
    const at =
      as === 'nobody'
        ? target.console()
        : as === 'supervisor'
          ? target.console('supervisor', 'T1-01')
          : as === 'other'
            ? target.console('agent', 'T2-11')
            : target.console('agent');
    if (as === 'locked') at.session?.lock();
    if (as === 'stranger') {
      if (at.session) target.sessions.end(at.session);
      at.desk = undefined;
    }
    target.heard.length = 0;
    const reply = parsed(await target.dispatcher.call(at, method, newest === null ? input : this.#spokenOf(input, newest)));
    this.#remember(reply);
    if (at.session) target.sessions.end(at.session);
    const problem = replyProblem(name, reply) ?? this.#traceProblem(reply) ?? this.#saidProblem();
    if (problem) return problem;
    if (++this.#calls % 500 === 0) return this.finish();
    return undefined;
  }

  #spokenOf(input: unknown, newest: number): unknown {
    if (typeof input !== 'object' || input === null || !('bookingId' in input) || typeof input.bookingId !== 'number') return input;
    const bookingId = this.#bookings.at(-1 - newest);
    if (bookingId === undefined) return input;
    return 'offerId' in input ? { ...input, bookingId, offerId: this.#quotes.get(bookingId) ?? input.offerId } : { ...input, bookingId };
  }

  #remember(reply: Reply<unknown>): void {
    for (const { type, data } of this.#target.heard)
      if (type === 'hold.placed' || type === 'booking.split') this.#bookings.push(data.bookingId);
    const quoted = reply.ok ? (reply.value as { bookingId?: number; offerId?: number } | null) : null;
    if (quoted?.bookingId !== undefined && quoted.offerId !== undefined) this.#quotes.set(quoted.bookingId, quoted.offerId);
  }

  /** A refusal leaves nothing in the journal, but for holds that ended by themselves meanwhile. */
  #traceProblem(reply: Reply<unknown>): string | undefined {
    if (reply.ok || LEAVE_A_TRACE.has(reply.refusal.code)) return undefined;
    const { heard } = this.#target;
    // What a hold gave up that ended, is held for who waits for it.
    const offered = heard.some(({ type }) => type === 'waitlist.offered');
    const left = heard.filter(({ type }) => !BY_ITSELF.has(type) && !(offered && type === 'hold.placed'));
    return left[0] && `was refused with ${reply.refusal.code} and left ${left[0].type} in the journal`;
  }

  #saidProblem(): string | undefined {
    const { log, reports } = this.#target;
    if (log.lines[0] !== undefined) return `made the log say: ${log.lines[0]}`;
    return reports[0] && `broke something inside: ${reports[0]}`;
  }

  async finish(): Promise<string | undefined> {
    if (Object.keys(Object.prototype).length > 0 || 'role' in {}) return 'changed what every object is';
    const [problem] = (await seatProblems(this.#target.db)).filter((each) => !each.endsWith(' over'));
    return problem && `left the seats in disorder: ${problem}`;
  }

  close(): Promise<void> {
    return this.#target.close();
  }
}

/** Calls of every method by everybody in any order, from good ones to nonsense, to the real core on a real store. */
export const CALLS_PART: FuzzPart<FuzzCall> = {
  name: 'calls',
  share: 30,
  episode: 3_000,
  generate,
  open: async () => new CallsSubject(await openFuzzHub()),
};
