import type { ShiftReport } from '../../shared/methods/shifts.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { Locators } from '../store/locators.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import { closeOf, countedOf, floatsOf, lastCount, movesOf, reportOf, type ShiftRow } from '../store/tables/shifts-table.ts';
import { cashFigures, type ToldCash } from './cash-figures.ts';
import { reportWithoutCash } from './hide-cash.ts';
import { moneyMoved } from './money-moved.ts';
import { salesDocuments } from './sales-documents.ts';
import { deskEntries, salesTotals } from './sales-totals.ts';

interface Context {
  readonly db: ReadDatabase;
  readonly locators: Locators;
  readonly now: number;
}

/** Entries of the journal that an open shift counts. */
export const sinceOpened = ({ opened_event }: ShiftRow) => ({ after: opened_event, before: Number.MAX_SAFE_INTEGER });

/** The cash of an open shift, all of it. */
export async function cashOfShift(db: ReadDatabase, shift: ShiftRow): Promise<ToldCash[]> {
  const rows = await moneyMoved(db, shift.desk, sinceOpened(shift), Number.MAX_SAFE_INTEGER);
  return cashFigures(floatsOf(shift), rows, await movesOf(db, shift.id));
}

/** An open shift with everything told. */
export async function wholeReport({ db, locators, now }: Context, shift: ShiftRow): Promise<ShiftReport> {
  const rows = await moneyMoved(db, shift.desk, sinceOpened(shift), Number.MAX_SAFE_INTEGER);
  const moves = await movesOf(db, shift.id);
  const count = await lastCount(db, shift.id);
  const documents = await salesDocuments(db, locators, rows);
  const movedSince = (event: number): boolean =>
    moves.some((move) => move.event > event) || rows.some((row) => TENDER_RULES[row.kind].inDrawer && row.event > event);
  return {
    ...{ shiftId: shift.id, desk: shift.desk, user: shift.user, openedAt: shift.opened_at, at: now, hidden: false },
    cash: cashFigures(floatsOf(shift), rows, moves),
    moves: moves.map(({ at, user, kind, currency, amount, note }) => ({ at, user, kind, currency, amount, note })),
    counts: count?.number ?? 0,
    counted: count
      ? { number: count.number, at: count.at, user: count.user, outdated: movedSince(count.event), currencies: countedOf(count) }
      : null,
    totals: salesTotals(documents, await deskEntries(db, shift.desk, sinceOpened(shift))),
    closed: null,
  };
}

/** A shift as it may be told now: a closed one as its Z tells it, an open one without cash while a blind count has not been given in. */
export async function shiftReport(context: Context, shift: ShiftRow): Promise<ShiftReport> {
  const close = await closeOf(context.db, shift.id);
  if (close) return reportOf(close);
  const report = await wholeReport(context, shift);
  return (await isHidden(context.db, shift)) ? reportWithoutCash(report) : report;
}

/** Whether the cash of an open shift is not told yet. */
export async function isHidden(db: ReadDatabase, shift: ShiftRow): Promise<boolean> {
  if ((await readSetting(db, 'blindCount')) !== 'blind') return false;
  return (await lastCount(db, shift.id)) === undefined;
}
