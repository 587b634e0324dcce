import { STATUS_CODES } from '../../shared/methods/booking-view.ts';
import type { ShownState } from '../../shared/shown-state.ts';

export type Tone = 'ok' | 'warn' | 'bad' | 'plain';

const WORDS: Record<ShownState, { word: string; tone: Tone }> = {
  HOLD: { word: 'on hold', tone: 'warn' },
  CONFIRMED: { word: 'confirmed', tone: 'ok' },
  FLOWN: { word: 'flown', tone: 'plain' },
  EXPIRED: { word: 'hold ended', tone: 'plain' },
  RELEASED: { word: 'released', tone: 'plain' },
  PAYMENT_FAILED: { word: 'payment failed', tone: 'bad' },
  CANCELLED: { word: 'cancelled', tone: 'bad' },
  MERGED: { word: 'went into another booking', tone: 'plain' },
};

/** The code that agents know, the word beside it, and how it is coloured. */
export const bookingStatus = (state: ShownState): { code: string; word: string; tone: Tone } => ({
  code: STATUS_CODES[state === 'FLOWN' ? 'CONFIRMED' : state],
  ...WORDS[state],
});
