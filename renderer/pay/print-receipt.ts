import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { call, newRequestId } from '../client/client.ts';
import { toast } from '../parts/toast.tsx';
import { type PrintTo, printPage } from '../print/print-page.ts';
import { dropSheet } from '../print/print-sheet.tsx';
import { receiptNumber } from './receipt-number.ts';

export const PAPERS = ['a4', '80mm'] as const;
export type Paper = (typeof PAPERS)[number];
/** This counter's printer stays the same, so the choice stays with its computer. */
const KEY = 'aisle.paper';

interface Print {
  readonly paper: Paper;
  /** Which print of which booking is on its way to the printer; null before. */
  readonly printing: { readonly bookingId: number; readonly print: number } | null;
}

export const usePrint = create<Print>(() => ({ paper: localStorage.getItem(KEY) === '80mm' ? '80mm' : 'a4', printing: null }));

export function choosePaper(paper: Paper): void {
  localStorage.setItem(KEY, paper);
  usePrint.setState({ paper });
}

/**
 * Prints the receipt that stands beside the console in the page. The hub counts the prints of a booking, because each after the first is a copy
 * and says so, also when another desk printed before. Nothing is printed that the hub did not count.
 */
export async function printReceipt(bookingId: number, to: PrintTo = 'paper'): Promise<void> {
  const reply = await call('bookings.recordPrint', { requestId: newRequestId(), bookingId }, 'person');
  if (!reply.ok) {
    toast(`Not printed. ${reply.refusal.message} ${reply.refusal.next}`, 'warn');
    return;
  }
  const { print } = reply.value;
  // The paper shows what stands in the page now.
  flushSync(() => {
    dropSheet();
    usePrint.setState({ printing: { bookingId, print } });
  });
  const copy = print > 1;
  const name = `Receipt ${receiptNumber(bookingId)}${copy ? ` copy ${print - 1}` : ''}`;
  await printPage({ to, what: 'Receipt', name, more: copy ? `, marked COPY ${print - 1}` : '' });
}
