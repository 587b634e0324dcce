import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { toast } from '../parts/toast.tsx';

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
export async function printReceipt(bookingId: number): Promise<void> {
  const reply = await call('bookings.recordPrint', { requestId: newRequestId(), bookingId }, 'person');
  if (!reply.ok) {
    toast(`Not printed. ${reply.refusal.message} ${reply.refusal.next}`, 'warn');
    return;
  }
  const { print } = reply.value;
  // The paper shows what stands in the page now.
  flushSync(() => usePrint.setState({ printing: { bookingId, print } }));
  const before = document.activeElement;
  window.print();
  // While the paper is drawn the console is not, and a browser takes the focus from what is not drawn.
  if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true });
  announce(print === 1 ? 'Receipt printed' : `Receipt printed, marked COPY ${print - 1}`);
}
