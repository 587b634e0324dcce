import { givesBack, type SalesTotals } from '../../shared/methods/sales-report.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';
import { dateLabel } from '../format/times.ts';
import { type People, personName } from './people.ts';
import { printPassengers } from './print-passengers.tsx';
import type { ReportTab } from './sales-store.ts';
import { DOCUMENTS } from './shift-words.ts';
import type { SumRow } from './sums-table.tsx';

export type SumsTab = Exclude<ReportTab, 'sales' | 'shifts'>;

/** The rows of each list of sums. `totals` is undefined before the first answer. */
export const reportRows = (totals: SalesTotals | undefined, people: People): Readonly<Record<SumsTab, readonly SumRow[]>> => ({
  tenders: (totals?.tenders ?? []).map((row) => ({ ...row, key: `${row.kind} ${row.currency}`, name: TENDER_RULES[row.kind].word })),
  documents: (totals?.documents ?? []).map(({ kind, currency, documents, amount }) => ({
    ...{ key: `${kind} ${currency}`, name: DOCUMENTS[kind], currency, documents },
    taken: givesBack(kind) ? 0 : amount,
    back: !givesBack(kind) ? 0 : amount === null ? null : -amount,
  })),
  agents: (totals?.agents ?? []).map((row) => ({
    ...row,
    ...{ key: `${row.user} ${row.currency}`, name: personName(people, row.user), more: row.user },
  })),
  desks: (totals?.desks ?? []).map((row) => ({ ...row, key: `${row.desk} ${row.currency}`, name: row.desk })),
  flights: (totals?.flights ?? []).map((row) => ({
    ...row,
    key: `${row.flightId} ${row.currency}`,
    name: `${row.flight}, ${dateLabel(row.date)}, ${row.origin}–${row.destination}`,
    print: { flightId: row.flightId, to: (to) => void printPassengers(row.flightId, to) },
  })),
});
