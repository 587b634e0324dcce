import { create } from 'zustand';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import type { Language } from './change-shown.ts';

/** In which language the passengers of a booking are told things; null while the hub is asked. */
export const useBookingLanguage = create<{ readonly bookingId: number | null; readonly language: Language | null }>(() => ({
  bookingId: null,
  language: null,
}));

/** The language of a booking. Null: it is asked for, once, and the store tells when it is known. */
export function languageOf(bookingId: number): Language | null {
  const known = useBookingLanguage.getState();
  if (known.bookingId === bookingId) return known.language;
  useBookingLanguage.setState({ bookingId, language: null });
  void call('messages.ofBooking', { bookingId }).then((reply) => {
    if (useBookingLanguage.getState().bookingId !== bookingId) return;
    useBookingLanguage.setState({ language: reply.ok ? reply.value.wishes.language : 'en' });
  });
  return null;
}

onSessionOver(() => useBookingLanguage.setState({ bookingId: null, language: null }));
