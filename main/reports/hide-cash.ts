import type { SalesDocument, SalesTotals } from '../../shared/methods/sales-report.ts';
import type { ShiftReport } from '../../shared/methods/shifts.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';

// Before a blind count is given in, nothing is told from which the cash that must be in the drawer could be worked out: neither cash, nor a sum
// that holds cash.

export const withoutCash = (document: SalesDocument): SalesDocument => {
  if (!document.tenders.some(({ kind }) => TENDER_RULES[kind].inDrawer)) return document;
  return {
    ...document,
    amount: null,
    tenders: document.tenders.map((tender) => (TENDER_RULES[tender.kind].inDrawer ? { ...tender, amount: null } : tender)),
  };
};

const untold = <Row extends { documents: number | null; taken: number | null; back: number | null }>(row: Row): Row => ({
  ...row,
  documents: null,
  taken: null,
  back: null,
});

export const totalsWithoutCash = (totals: SalesTotals): SalesTotals => ({
  ...totals,
  tenders: totals.tenders.map((row) => (TENDER_RULES[row.kind].inDrawer ? untold(row) : row)),
  documents: totals.documents.map((row) => ({ ...row, amount: null })),
  agents: totals.agents.map(untold),
  desks: totals.desks.map(untold),
  flights: totals.flights.map(untold),
});

const UNTOLD = { taken: null, sales: null, back: null, refunds: null, compensated: null, compensations: null, expected: null };

export const reportWithoutCash = (report: ShiftReport): ShiftReport => ({
  ...report,
  hidden: true,
  cash: report.cash.map((cash) => ({ ...cash, ...UNTOLD })),
  totals: totalsWithoutCash(report.totals),
});
