import type { Actor } from '../../../main/actor.ts';
import type { Hub } from '../../../main/hub/hub.ts';
import type { HubCall, HubMethods } from '../../../main/hub/hub-methods.ts';
import type { Log } from '../../../main/hub/log.ts';
import { contract, type HubMethodName, type MethodName } from '../../../shared/contract.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { accept } from '../../../shared/refusals.ts';
import { FakeClock } from './fake-clock.ts';

export interface Reached {
  readonly name: MethodName;
  readonly input: unknown;
  readonly actor: Actor;
}

/** A hub that does nothing but remember what reached it: for tests of what stands before the hub. */
export class SmallHub implements Hub {
  readonly clock: FakeClock;
  readonly reached: Reached[] = [];
  newestEvent = 0;
  /** What it answers, or how it breaks. */
  answer: (reached: Reached) => unknown = () => ({});
  readonly #listeners = new Set<Parameters<Hub['on']>[0]>();

  constructor(clock = new FakeClock()) {
    this.clock = clock;
  }

  /** It answers for every method, whatever their outputs are. */
  async #reach(name: MethodName, input: unknown, actor: Actor): Promise<never> {
    const reached = { name, input, actor };
    this.reached.push(reached);
    return accept(this.answer(reached)) as never;
  }

  execute: Hub['execute'] = (name, input, actor) => this.#reach(name, input, actor);
  ask: Hub['ask'] = (name, input, actor) => this.#reach(name, input, actor);
  executeJson: Hub['executeJson'] = async (name, input, actor) => JSON.stringify(await this.#reach(name, input, actor));
  askJson: Hub['askJson'] = async (name, input, actor) => JSON.stringify(await this.#reach(name, input, actor));

  /** Every method that the hub process answers itself, remembered in the same way. */
  methods(own: Partial<HubMethods> = {}): HubMethods {
    const names = Object.entries(contract).filter(([, { kind }]) => kind === 'hub');
    const all = names.map(([name]) => [name, (call: HubCall, input: unknown) => this.#reach(name as HubMethodName, input, call.actor)]);
    return { ...(Object.fromEntries(all) as HubMethods), ...own };
  }

  on(listener: Parameters<Hub['on']>[0]): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** A commit: these happened. */
  tell(...events: JournalEvent[]): void {
    this.newestEvent = events.at(-1)?.event ?? this.newestEvent;
    const texts = events.map((event) => JSON.stringify(event));
    for (const listener of this.#listeners) listener(events, texts);
  }

  now() {
    return this.clock.now();
  }

  get clockState() {
    return this.clock.state;
  }

  async close(): Promise<void> {}
}

/** A setting that changed: the smallest event there is. */
export const smallEvent = (event: number, subject = 'holdMinutes'): JournalEvent => ({
  event,
  at: 1_000 + event,
  type: 'setting.changed',
  user: 'supervisor',
  desk: 'T1-01',
  data: { subject, before: '5', after: '6' },
});

/** Keeps the lines, so that a test can look for what must not be in them. */
export class KeptLog implements Log {
  readonly lines: string[] = [];
  readonly #keep = (fields: object, sentence: string): void => void this.lines.push(`${sentence} ${JSON.stringify(fields)}`);
  info = this.#keep;
  warn = this.#keep;
  error = this.#keep;
}
