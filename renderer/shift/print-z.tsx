import { call } from '../client/client.ts';
import { toast } from '../parts/toast.tsx';
import type { PrintTo } from '../print/print-page.ts';
import { printSheet } from '../print/print-sheet.tsx';
import { ShiftSheet } from './shift-sheet.tsx';

/** Prints the Z of a closed shift again. It says COPY. */
export async function printZ(shiftId: number, zone: string, airport: string, to: PrintTo): Promise<void> {
  const reply = await call('shift.report', { shiftId }, 'person');
  if (!reply.ok) {
    toast(`Not printed. ${reply.refusal.message}`, 'warn');
    return;
  }
  const { closed, desk } = reply.value;
  const what = `Z ${closed?.z ?? ''}`;
  const printing = { to, what, name: `${what} ${desk} copy`, more: ', marked COPY' };
  await printSheet(<ShiftSheet copy {...{ report: reply.value, zone, airport }} />, printing);
}
