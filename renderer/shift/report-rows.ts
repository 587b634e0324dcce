import { DOCUMENT_KINDS, givesBack, type SalesTotals } from '../../shared/methods/sales-report.ts';
import { REFUND_ORDER, TENDER_RULES } from '../../shared/tender-kinds.ts';
import { fullDate } from '../format/times.ts';
import { type People, personName } from './people.ts';
import { printPassengers } from './print-passengers.tsx';
import type { ReportTab } from './sales-store.ts';
import { DOCUMENTS } from './shift-words.ts';
import { inOrder } from './sums.ts';
import type { SumRow } from './sums-table.tsx';

/** The tenders in the order of the columns of the sales. */
export const tendersInOrder = (totals: SalesTotals): SalesTotals['tenders'] =>
  inOrder(totals.tenders, ({ kind }) => REFUND_ORDER.indexOf(kind));

export type SumsTab = Exclude<ReportTab, 'sales' | 'shifts'>;

/** The rows of each list of sums. `totals` is undefined before the first answer. */
export const reportRows = (totals: SalesTotals | undefined, people: People): Readonly<Record<SumsTab, readonly SumRow[]>> => ({
  tenders: (totals ? tendersInOrder(totals) : []).map((row) => ({
    ...row,
    ...{ key: `${row.kind} ${row.currency}`, name: TENDER_RULES[row.kind].word },
  })),
  documents: inOrder(totals?.documents ?? [], ({ kind }) => DOCUMENT_KINDS.indexOf(kind)).map(({ kind, currency, documents, amount }) => ({
    ...{ key: `${kind} ${currency}`, name: DOCUMENTS[kind], currency, documents },
    taken: givesBack(kind) ? 0 : amount,
    back: !givesBack(kind) ? 0 : amount === null ? null : -amount,
  })),
  agents: inOrder(totals?.agents ?? [], ({ user }) => user).map((row) => ({
    ...row,
    ...{ key: `${row.user} ${row.currency}`, name: personName(people, row.user), more: row.user },
  })),
  desks: inOrder(totals?.desks ?? [], ({ desk }) => desk).map((row) => ({ ...row, key: `${row.desk} ${row.currency}`, name: row.desk })),
  flights: inOrder(totals?.flights ?? [], ({ date, flight }) => `${date} ${flight}`).map((row) => ({
    ...row,
    key: `${row.flightId} ${row.currency}`,
    name: `${row.flight}, ${fullDate(row.date)}, ${row.origin}–${row.destination}`,
    print: { flightId: row.flightId, to: (to) => void printPassengers(row.flightId, to) },
  })),
});
