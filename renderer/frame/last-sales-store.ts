import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import type { Reply } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

interface LastSales {
  readonly isOpen: boolean;
  /** Null until the hub answered. */
  readonly answer: Reply<Output<'bookings.lastOfDesk'>> | null;
}

export const useLastSales = create<LastSales>(() => ({ isOpen: false, answer: null }));

export const closeLastSales = (): void => useLastSales.setState({ isOpen: false, answer: null });

/** Shows the last sales of this desk, asked for anew. */
export async function showLastSales(): Promise<void> {
  useLastSales.setState({ isOpen: true, answer: null });
  const answer = await call('bookings.lastOfDesk', {}, 'person');
  if (useLastSales.getState().isOpen) useLastSales.setState({ answer });
}

onSessionOver(closeLastSales);
