import { EVENT_EFFECTS } from '../../shared/event-effects.ts';
import type { EventType } from '../../shared/events.ts';

export type HistoryKind = 'money' | 'seat' | 'note';

/** The shape that an entry of the history has: a seat moved, money moved, or something was said. */
export function historyKind(type: EventType): HistoryKind {
  const effect = EVENT_EFFECTS[type];
  if (effect.subject !== 'booking') return 'note';
  if (effect.tellsOf === 'message') return 'note';
  return effect.tellsOf === 'money' ? 'money' : 'seat';
}

export const HISTORY_KIND_WORDS: Record<HistoryKind, string> = { money: 'money', seat: 'seats', note: 'note' };
