import type { EventData } from '../../../shared/events.ts';
import type { ShiftReport } from '../../../shared/methods/shifts.ts';
import type { ReadDatabase } from '../database.ts';
import type { JournalRow } from '../tables/journal-table.ts';
import { reportOf } from '../tables/shifts-table.ts';

type Told = 'shifts' | 'shift_moves' | 'shift_counts' | 'shift_closes';

const STORED: Readonly<Record<Told, string>> = {
  shifts: `SELECT opened_event AS event, id || ' ' || desk || ' ' || user_name || ' ' || floats AS says FROM shifts ORDER BY id`,
  shift_moves: `SELECT event, shift_id || ' ' || user_name || ' ' || kind || ' ' || amount || ' ' || currency AS says FROM shift_moves ORDER BY id`,
  shift_counts: `SELECT event, shift_id || ' ' || user_name || ' ' || number AS says FROM shift_counts ORDER BY event`,
  shift_closes: `SELECT event, shift_id || ' ' || desk || ' ' || user_name || ' ' || z AS says FROM shift_closes ORDER BY event`,
};

const NAMES: Readonly<Record<Told, string>> = {
  shifts: 'the opening of a shift',
  shift_moves: 'a move of cash',
  shift_counts: 'a count',
  shift_closes: 'a Z',
};

/** What the journal tells of shifts, compared with their rows. Neither is ever changed or deleted. */
export class ShiftsTold {
  readonly #told: Readonly<Record<Told, Map<number, string>>> = {
    shifts: new Map(),
    shift_moves: new Map(),
    shift_counts: new Map(),
    shift_closes: new Map(),
  };
  readonly #cash = new Map<number, EventData<'shift.closed'>['cash']>();
  /** The last Z of each desk. */
  readonly #last = new Map<string, number>();
  #gap: string | undefined;

  follow({ event, type, user, desk, data }: JournalRow): void {
    const { shifts, shift_moves, shift_counts, shift_closes } = this.#told;
    if (type === 'shift.opened') {
      const { shiftId, floats } = JSON.parse(data) as EventData<'shift.opened'>;
      shifts.set(event, `${shiftId} ${desk} ${user} ${JSON.stringify(floats)}`);
    } else if (type === 'shift.moved') {
      const { shiftId, kind, currency, amount } = JSON.parse(data) as EventData<'shift.moved'>;
      shift_moves.set(event, `${shiftId} ${user} ${kind} ${amount} ${currency}`);
    } else if (type === 'shift.counted') {
      const { shiftId, number } = JSON.parse(data) as EventData<'shift.counted'>;
      shift_counts.set(event, `${shiftId} ${user} ${number}`);
    } else if (type === 'store.restored') {
      const { zsLeftOut = {} } = JSON.parse(data) as EventData<'store.restored'>;
      for (const [shiftDesk, z] of Object.entries(zsLeftOut)) this.#last.set(shiftDesk, z);
    } else {
      const { shiftId, shiftDesk, z, cash } = JSON.parse(data) as EventData<'shift.closed'>;
      shift_closes.set(event, `${shiftId} ${shiftDesk} ${user} ${z}`);
      this.#cash.set(event, cash);
      if (z !== (this.#last.get(shiftDesk) ?? 0) + 1) this.#gap ??= `Z ${z} of desk ${shiftDesk} does not follow the one before`;
      this.#last.set(shiftDesk, z);
    }
  }

  /** The first difference, in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    if (this.#gap) return this.#gap;
    for (const [table, sql] of Object.entries(STORED) as [Told, string][]) {
      const told = this.#told[table];
      let stored = 0;
      for (const { event, says } of await db.query<{ event: number; says: string }>(sql).all()) {
        if (told.get(event) !== says) return `${NAMES[table]} at event ${event} is not as the journal says`;
        stored++;
      }
      if (stored !== told.size) return `${NAMES[table]} is in the journal and nowhere else`;
    }
    const closes = await db.query<{ event: number; report: string }>('SELECT event, report FROM shift_closes ORDER BY event').all();
    for (const { event, report } of closes) {
      const problem = zProblem(reportOf({ report }), this.#cash.get(event) ?? []);
      if (problem) return problem;
    }
    return undefined;
  }
}

/** A Z tells the cash that the journal tells, and its own figures add up. */
function zProblem({ shiftId, cash, counted, closed }: ShiftReport, told: EventData<'shift.closed'>['cash']): string | undefined {
  const stored = (counted?.currencies ?? []).map(({ currency, expected, counted: found }) => ({ currency, expected, counted: found }));
  if (JSON.stringify(stored) !== JSON.stringify(told)) return `Z ${closed?.z} of shift ${shiftId} is not as the journal says`;
  for (const { currency, float, taken, back, compensated, safe, paidIn, paidOut, expected } of cash) {
    const sum = float + (taken ?? 0) - (back ?? 0) - (compensated ?? 0) - safe + paidIn - paidOut;
    const counts = told.find((one) => one.currency === currency);
    if (expected !== sum || counts?.expected !== sum) return `the ${currency} of Z ${closed?.z} of shift ${shiftId} does not add up`;
  }
  return undefined;
}
