import { CALENDAR_DAYS, CALENDAR_READ_MS_MAX } from '../../shared/bounds.ts';
import { DAY_MS, dateOfDay, type Instant } from '../../shared/instants.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import type { CalendarRead } from './holiday-calendar.ts';
import type { RunImportTask } from './import-task.ts';

export interface CalendarMethodsOptions {
  readonly run: RunImportTask;
  readonly now: () => Instant;
  /** Ends a reading that takes too long. */
  readonly limit?: () => AbortSignal;
}

/**
 * Reads calendars of holidays, one after the other, each in a thread of its own that can be ended. A rule such as "each day in February that
 * is the 30th" has no next day, and the parser would look for it for ever.
 */
export function calendarMethods({
  run,
  now,
  limit = () => AbortSignal.timeout(CALENDAR_READ_MS_MAX),
}: CalendarMethodsOptions): Pick<HubMethods, 'pricing.readCalendar'> {
  let before: Promise<unknown> = Promise.resolve();

  async function read(bytes: string) {
    const today = Math.floor(now() / DAY_MS);
    // A holiday that is today somewhere on earth is not over.
    const span = { first: dateOfDay(today - 1), last: dateOfDay(today + CALENDAR_DAYS) };
    const signal = limit();
    let outcome: CalendarRead | undefined;
    const running = run({ task: 'calendar', bytes: Buffer.from(bytes, 'base64'), span }, signal, async (message) => {
      if ('calendarRead' in message) outcome = message.calendarRead;
    });
    try {
      await running;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) throw error;
    }
    if (!outcome) return refuse('CALENDAR_UNREADABLE', { problem: 'it has events that repeat in a way that nobody can follow' });
    return 'calendar' in outcome ? accept(outcome.calendar) : refuse('CALENDAR_UNREADABLE', { problem: outcome.unreadable });
  }

  return {
    async 'pricing.readCalendar'(_call, { bytes }) {
      const mine = before.then(() => read(bytes));
      before = mine.catch(() => {});
      return mine;
    },
  };
}
