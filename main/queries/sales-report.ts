import { REPORT_ROWS_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { ReportOf } from '../../shared/methods/sales-report.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import { eventsDated } from '../reports/event-ranges.ts';
import { totalsWithoutCash, withoutCash } from '../reports/hide-cash.ts';
import { desksOfMoney, type EventRange, type MoneyMoved, moneyMoved } from '../reports/money-moved.ts';
import { salesDocuments } from '../reports/sales-documents.ts';
import { allEntries, type DeskEntries, deskEntries, salesTotals } from '../reports/sales-totals.ts';
import { isHidden, sinceOpened } from '../reports/shift-report.ts';
import { closeOf, openShiftOf, shiftById } from '../store/tables/shifts-table.ts';
import { displayNames } from '../store/tables/users-table.ts';
import type { Query, QueryContext } from './query.ts';

interface Part {
  readonly desk: string;
  readonly range: EventRange;
}

/** The documents of a shift or of a time, and what they add up to. */
export const salesReport: Query<Input<'reports.sales'>, Output<'reports.sales'>> = async (context, { of: asked }) => {
  const { db, locators } = context;
  const found = await partsOf(context, asked);
  if (!found.ok) return found;
  const rows: MoneyMoved[] = [];
  const entries: DeskEntries[] = [];
  for (const { desk, range } of found.value.parts) {
    rows.push(...(await moneyMoved(db, desk, range, REPORT_ROWS_MAX + 1)));
    if (rows.length > REPORT_ROWS_MAX) return refuse('REPORT_TOO_LONG', { most: REPORT_ROWS_MAX });
    entries.push(await deskEntries(db, desk, range));
    await context.pause?.();
  }
  rows.sort((a, b) => b.event - a.event);
  const documents = await salesDocuments(db, locators, rows);
  const totals = salesTotals(documents, allEntries(entries));
  const told = documents.map(({ document }) => document);
  const { hidden } = found.value;
  const people = await displayNames(
    db,
    told.map(({ user }) => user),
  );
  return accept(
    hidden
      ? { hidden, documents: told.map(withoutCash), totals: totalsWithoutCash(totals), people }
      : { hidden, documents: told, totals, people },
  );
};

async function partsOf(
  context: QueryContext,
  asked: ReportOf,
): Promise<Reply<{ readonly parts: readonly Part[]; readonly hidden: boolean }>> {
  const { db, actor } = context;
  const supervisor = actor.role === 'supervisor';
  if (asked.kind === 'shift') {
    const shift = await shiftById(db, asked.shiftId);
    if (!shift) return refuse('SHIFT_UNKNOWN');
    if (!supervisor && shift.desk !== actor.desk && shift.user !== actor.user) return refuse('ROLE_REQUIRED', { role: 'supervisor' });
    const close = await closeOf(db, shift.id);
    const range = close ? { after: shift.opened_event, before: close.event } : sinceOpened(shift);
    return accept({ parts: [{ desk: shift.desk, range }], hidden: !close && (await isHidden(db, shift)) });
  }
  if (!supervisor && asked.desk !== actor.desk) return refuse('ROLE_REQUIRED', { role: 'supervisor' });
  const desks = asked.desk === undefined ? await desksOfMoney(db) : [asked.desk];
  const ranges = await eventsDated(db, asked.from, asked.to);
  const parts = desks.flatMap((desk) => ranges.map((range) => ({ desk, range })));
  // A supervisor is told of the cash of other desks, because a day is never without an open shift. Whoever counts the own drawer is not told of it
  // elsewhere either.
  const own = await openShiftOf(db, actor.desk);
  const hidden = own !== undefined && desks.includes(actor.desk) && (await isHidden(db, own));
  return accept({ parts, hidden });
}
