import type { ShiftReport } from '../../shared/methods/shifts.ts';
import { call, newRequestId } from '../client/client.ts';
import { localDay, localTime } from '../format/times.ts';
import { announce } from '../parts/announcer.tsx';
import type { PrintTo } from '../print/print-page.ts';
import { printSheet } from '../print/print-sheet.tsx';
import { loadShift } from '../stores/shift-now-store.ts';
import { countOf, dropCount, useCount } from './count-store.ts';
import { ShiftSheet } from './shift-sheet.tsx';

/** Gives in the count that was typed. */
export async function giveCountIn(report: ShiftReport): Promise<void> {
  const { typed, busy } = useCount.getState();
  const counts = report.cash.map(({ currency }) => countOf(currency, typed));
  if (busy) return;
  if (counts.some((count) => !count)) {
    document.querySelector<HTMLElement>('.sh-count [aria-invalid="true"]')?.focus();
    announce('Not given in: what was typed here is no number.');
    return;
  }
  useCount.setState({ busy: true });
  const given = counts.flatMap((count) => count ?? []);
  const reply = await call('shift.count', { requestId: newRequestId(), shiftId: report.shiftId, counts: given }, 'person');
  useCount.setState(reply.ok ? { open: false, typed: {}, busy: false, refusal: null } : { busy: false, refusal: reply.refusal });
  if (reply.ok) announce('The count was given in. The difference is shown.');
  await loadShift();
}

/** Closes the shift with its next Z, and prints it. */
export async function closeAndPrint(report: ShiftReport, zone: string, airport: string): Promise<void> {
  const { busy, reason } = useCount.getState();
  if (busy || !report.counted) return;
  useCount.setState({ busy: true });
  const asked = { requestId: newRequestId(), shiftId: report.shiftId, count: report.counted.number, reason: reason.trim() };
  const reply = await call('shift.close', asked, 'person');
  useCount.setState({ busy: false, refusal: reply.ok ? null : reply.refusal });
  if (reply.ok) {
    dropCount();
    const what = `Z ${reply.value.closed?.z}`;
    const printing = { to: 'paper', what, name: `${what} ${report.desk}` } as const;
    await printSheet(<ShiftSheet report={reply.value} {...{ zone, airport }} />, printing);
  }
  await loadShift();
}

/** Prints the figures so far. It changes nothing. */
export async function printX(shiftId: number, zone: string, airport: string, to: PrintTo): Promise<void> {
  const reply = await call('shift.report', { shiftId }, 'person');
  if (!reply.ok) {
    useCount.setState({ refusal: reply.refusal });
    return;
  }
  const { desk, at } = reply.value;
  const name = `X ${desk} ${localDay(at, zone)} ${localTime(at, zone).replace(':', '')}`;
  await printSheet(<ShiftSheet report={reply.value} {...{ zone, airport }} />, { to, what: 'X report', name });
}
