export type HistoryKind = 'money' | 'seat' | 'note';

/** The shape that an entry of the history has: a seat moved, money moved, or something was said. */
export function historyKind(type: string): HistoryKind {
  if (type.startsWith('payment.') || type === 'booking.quoted') return 'money';
  if (type.startsWith('hold.') || type.startsWith('booking.')) return 'seat';
  return 'note';
}

export const HISTORY_KIND_WORDS: Record<HistoryKind, string> = { money: 'money', seat: 'seats', note: 'note' };
