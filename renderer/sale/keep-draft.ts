import { create } from 'zustand';
import type { ReplyOf } from '../../shared/contract.ts';
import type { HoldDraft } from '../../shared/methods/drafts.ts';
import { wishesToSend } from '../../shared/methods/messages.ts';
import { call, newRequestId } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import type { Sale } from './sale.ts';
import { useSale } from './sale-store.ts';

/** What was typed is kept when nothing more was typed for so long. Leaving a field keeps it at once. */
export const DRAFT_SETTLE_MS = 800;

/** The draft of a hold, as the hub keeps it. Charges that stand taken are not in it: the hub knows them itself. */
const draftOf = ({ party, contact, askedBy, tenders, messages }: Sale): HoldDraft => ({
  passengers: party.map(({ name, host, birthDate, infantName, infantHost, infantBirthDate, keep, customer }) => ({
    name,
    host,
    birthDate,
    infantName,
    infantHost,
    infantBirthDate,
    ...(keep ? { keep } : {}),
    ...(customer === undefined ? {} : { customer }),
  })),
  contact,
  askedBy,
  tenders: tenders.filter((tender) => tender.kind !== 'card' || tender.charge === undefined),
  ...wishesToSend(messages),
});

interface Keeping {
  /** The drafts that the hub has, by booking, as text. */
  readonly kept: ReadonlyMap<number, string>;
  /** Until what was typed last has settled. */
  readonly timer: ReturnType<typeof setTimeout> | undefined;
}

const useKeeping = create<Keeping>(() => ({ kept: new Map(), timer: undefined }));

const noteKept = (bookingId: number, text: string): void =>
  useKeeping.setState(({ kept }) => ({ kept: new Map(kept).set(bookingId, text) }));

const stopTimer = (): void => clearTimeout(useKeeping.getState().timer);

onSessionOver(() => {
  stopTimer();
  useKeeping.setState({ kept: new Map(), timer: undefined });
});

/**
 * Keeps what was typed for a hold at the hub, so that a reload, a restart or another console of the desk has it. `confirming`: the sale is
 * asked for next, and the hub remembers that nobody has heard how it ended.
 */
export async function keepDraft(sale: Sale | null, confirming = false): Promise<ReplyOf<'holds.keepDraft'> | undefined> {
  stopTimer();
  if (sale?.stage !== 'details' || !sale.booking) return undefined;
  const { bookingId } = sale.booking;
  const draft = draftOf(sale);
  const text = JSON.stringify(draft);
  if (!confirming && text === useKeeping.getState().kept.get(bookingId)) return undefined;
  const reply = await call('holds.keepDraft', { requestId: newRequestId(), bookingId, draft, ...(confirming ? { confirming } : {}) });
  // What could not be kept is sent again with the next change.
  if (reply.ok) noteKept(bookingId, text);
  return reply;
}

/** Keeps the draft of the sale that is shown whenever it changes, is left, or the page goes. Returns how to stop. */
export function followDraft(): () => void {
  const flush = (): void => void keepDraft(useSale.getState().sale);
  const stop = useSale.subscribe(({ sale }, { sale: before }) => {
    if (sale === before) return;
    const same = sale?.booking?.bookingId === before?.booking?.bookingId;
    if (before && !same) void keepDraft(before);
    if (sale?.stage !== 'details' || !sale.booking) return;
    // What a hold was opened with is what the hub has.
    if (!same) noteKept(sale.booking.bookingId, JSON.stringify(draftOf(sale)));
    stopTimer();
    useKeeping.setState({ timer: setTimeout(flush, DRAFT_SETTLE_MS) });
  });
  document.addEventListener('focusout', flush);
  window.addEventListener('pagehide', flush);
  return () => {
    stop();
    stopTimer();
    document.removeEventListener('focusout', flush);
    window.removeEventListener('pagehide', flush);
  };
}
