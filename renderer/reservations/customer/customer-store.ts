import { create } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { effectOnBooking, isAbout } from '../../../shared/event-effects.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import type { CustomerRecord, CustomerWho } from '../../../shared/methods/customers.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call, feed, newRequestId } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';
import { bookingsText } from '../../format/bookings-text.ts';

export type Customer = Output<'customers.get'>;

interface CustomerState {
  readonly who: CustomerWho | null;
  readonly customer: Customer | null;
  /** The newest event that was known when the customer was asked for. */
  readonly askedAt: number | undefined;
  readonly refusal: Refusal | null;
  /** What was done last, in a sentence. */
  readonly done: string;
  open(who: CustomerWho): Promise<void>;
  hear(event: JournalEvent): void;
  /** Keeps the record, or changes the one that is kept. Why not; null when done. */
  save(record: CustomerRecord): Promise<Refusal | null>;
  /** Erases the record. Why not; null when done. */
  erase(): Promise<Refusal | null>;
  forget(): void;
}

const NOBODY = { who: null, customer: null, askedAt: undefined, refusal: null, done: '' } as const;

const same = (one: CustomerWho | null, other: CustomerWho): boolean => JSON.stringify(one) === JSON.stringify(other);

export const useCustomerPage = create<CustomerState>()((set, get) => {
  async function read(who: CustomerWho): Promise<void> {
    const askedAt = feed.known;
    const reply = await call('customers.get', { who });
    if (!same(get().who, who)) return;
    set(reply.ok ? { customer: reply.value, askedAt, refusal: null } : { customer: null, refusal: reply.refusal });
  }

  return {
    ...NOBODY,
    async open(who) {
      if (!same(get().who, who)) set({ ...NOBODY, who });
      await read(who);
    },
    hear(event) {
      const { who, customer } = get();
      if (!who) return;
      const ofCustomer = isAbout(event, 'customer') && who.by === 'record' && event.data.customerId === who.customerId;
      const ofBooking =
        effectOnBooking(event.type) &&
        customer?.bookings.some(({ bookingId }) => 'bookingId' in event.data && event.data.bookingId === bookingId);
      if (ofCustomer || ofBooking) void read(who);
    },
    async save(record) {
      const { who, customer } = get();
      if (!who || !customer) return null;
      const requestId = newRequestId();
      const reply =
        who.by === 'record' && customer.kept
          ? await call('customers.change', { requestId, customerId: who.customerId, version: customer.kept.version, record }, 'person')
          : await call('customers.keep', { requestId, record, ...(who.by === 'booking' ? { bookingId: who.bookingId } : {}) }, 'person');
      if (!reply.ok) return reply.refusal;
      const kept: CustomerWho = { by: 'record', customerId: reply.value.customerId };
      set({ who: kept, done: customer.kept ? 'The record is changed.' : 'The record is kept.' });
      await read(kept);
      return null;
    },
    async erase() {
      const { who } = get();
      if (who?.by !== 'record') return null;
      const reply = await call('customers.erase', { requestId: newRequestId(), customerId: who.customerId }, 'person');
      if (!reply.ok) return reply.refusal;
      const { blanked, staying } = reply.value;
      const parts = [
        blanked > 0 ? `Contact and birth date went from ${bookingsText(blanked)}` : '',
        staying > 0
          ? `${bookingsText(staying)} ${staying === 1 ? 'keeps' : 'keep'} contact and birth date: flights are to come, or left less than 30 days ago`
          : '',
      ].filter(Boolean);
      const done = `The record is erased.${parts.length > 0 ? ` ${parts.join('; ')}.` : ''}`;
      set({ ...NOBODY, done });
      return null;
    },
    forget: () => set({ ...NOBODY }),
  };
});

// Passenger data of one person's work is not for the next one at this counter.
onSessionOver(() => useCustomerPage.getState().forget());
