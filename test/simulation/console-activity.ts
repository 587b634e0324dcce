import { ACTIVITY_MAX, type Told, toldBy } from '../../renderer/stores/told-by.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { difference, Failure } from './failure.ts';
import type { Model } from './model/model.ts';

const NOTHING: Told = { told: [], given: undefined };

/** What the activity of a console shows: of one that heard each event as it was told, and of one that reads what happened before. */
export class ConsoleActivity {
  #heard = NOTHING;
  #newest = 0;

  /** Each event is shown as the model says, as soon as it is told. */
  hear({ activity }: Model, events: readonly JournalEvent[]): void {
    const [first] = events;
    if (!first) return;
    // A console that missed events begins anew.
    if (first.event !== this.#newest + 1) this.#heard = NOTHING;
    this.#heard = toldBy(events, this.#heard);
    this.#newest = events.at(-1)?.event ?? this.#newest;
    compare(activity, this.#heard, first.event, this.#newest, 'heard');
  }

  /** `events`: all after some moment, in order. */
  read({ activity }: Model, events: readonly JournalEvent[]): void {
    const [first] = events;
    if (first) compare(activity, toldBy(events, NOTHING), first.event, events.at(-1)?.event ?? 0, 'read');
  }
}

/** What is told of these events. */
function compare(activity: Model['activity'], { told }: Told, from: number, to: number, how: string): void {
  const begin = activity.findLastIndex(({ event }) => event < from) + 1;
  const expected = activity.slice(begin).filter(({ event }) => event <= to);
  const shown = told.filter(({ event }) => event >= from).map(({ event, bookingId, kind }) => ({ event, bookingId, kind }));
  const found = difference(expected.slice(-ACTIVITY_MAX).reverse(), shown);
  if (found) throw new Failure('activity', `events ${from} to ${to} as they are ${how}: ${found}`);
}
