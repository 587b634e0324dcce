import { assert } from '../../../shared/assert.ts';
import { type Bridge, type CalledBy, contract, type Input, type MethodName, type Output, type ReplyOf } from '../../../shared/contract.ts';
import type { Heard, Message } from '../../../shared/notices.ts';
import { accept } from '../../../shared/refusals.ts';
import { SETTING_DEFAULTS } from '../../../shared/setting-rules.ts';
import { healthSample } from './health-sample.ts';

type Answer<Name extends MethodName> = (input: Input<Name>) => ReplyOf<Name> | Promise<ReplyOf<Name>>;

/**
 * A hub for tests of the console. It answers what a test told it to, and remembers what it was asked. It holds both
 * sides to the contract: the test fails on an input that the real hub would not take, and on a value that it would not give.
 */
export class FakeBridge implements Bridge {
  readonly asked: { readonly method: MethodName; readonly input: unknown; readonly by: CalledBy }[] = [];
  readonly #answers = new Map<MethodName, Answer<never>>();
  readonly #listeners = new Set<(heard: unknown) => void>();

  constructor() {
    // Every screen with a flight asks when it closes for sale, and how long one has between two. Beside every sale a console asks for outcomes
    // that nobody heard, and keeps its draft. The history of prices asks what each version did, and with the list of flights what was decided by hand. Where bookings are found it asks for the last sales. A supervisor's asks how the hub does.
    this.gives('settings.get', SETTING_DEFAULTS)
      .answers('console.follow', ({ after }) => accept({ to: after }))
      .gives('refunds.policies', { policies: [] })
      .gives('flights.connections', { connections: [] })
      .gives('flashSale.look', { sales: [] })
      .gives('hoarding.list', { hoarders: [] })
      .gives('bookings.unheard', { sales: [] })
      .answers('bookings.heard', ({ bookingId }) => accept({ bookingId }))
      .gives('holds.keepDraft', { savedAt: 0 })
      .gives('pricing.receipt', { receipt: null, firstSale: null })
      .gives('pricing.score', { scores: [], behind: 0 })
      .gives('pricing.overrides', { overrides: [], more: false })
      .gives('pricing.overrideScore', { scores: [], behind: 0 })
      .gives('shift.now', {
        desk: 'T1-04',
        shift: null,
        forgottenAt: null,
        lastZ: null,
        outside: [],
        floatsIn: [],
        running: [],
        version: 0,
      })
      .gives('queues.look', { queues: [], items: [], putOff: [], elsewhere: 0, doneToday: 0, doneHere: 0, version: 0 })
      .gives('health.figures', healthSample())
      .gives('customers.find', { customers: [], more: false })
      .gives('bookings.lastOfDesk', { sales: [] });
  }

  /** From now on `method` is answered so. */
  answers<Name extends MethodName>(method: Name, answer: Answer<Name>): this {
    this.#answers.set(method, answer as Answer<never>);
    return this;
  }

  /** The same, for a method that always gives one value. */
  gives<Name extends MethodName>(method: Name, value: Output<Name>): this {
    return this.answers(method, () => accept(value) as ReplyOf<Name>);
  }

  async call<Name extends MethodName>(method: Name, input: Input<Name>, by: CalledBy = 'console'): Promise<ReplyOf<Name>> {
    const { input: inputSchema, output: outputSchema } = contract[method];
    const parsed = inputSchema.parse(input);
    this.asked.push({ method, input: parsed, by });
    const answer = this.#answers.get(method) as Answer<Name> | undefined;
    assert(answer, `the test did not say what ${method} answers`);
    const reply = await answer(parsed as Input<Name>);
    if (reply.ok) outputSchema.parse(reply.value);
    return reply;
  }

  on(listener: (heard: unknown) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What `method` was asked with, in order. */
  inputsOf<Name extends MethodName>(method: Name): Input<Name>[] {
    return this.asked.filter((call) => call.method === method).map((call) => call.input as Input<Name>);
  }

  /** On whose account `method` was asked, in order. */
  callersOf(method: MethodName): CalledBy[] {
    return this.asked.filter((call) => call.method === method).map(({ by }) => by);
  }

  /** Lets the console hear an event, alone in its frame, or a notice. */
  tell(heard: Heard): void {
    this.send('notice' in heard ? heard : { events: [heard], to: heard.event });
  }

  /** The same for events that come in one frame, or for events that were left out. */
  send(message: Message): void {
    for (const listener of [...this.#listeners]) listener(message);
  }
}
