import './status-mark.css';
import { Check, CircleSlash, Clock, Merge, PlaneTakeoff, TriangleAlert, X } from 'lucide-react';
import type { ShownState } from '../../shared/shown-state.ts';
import { Tag } from '../parts/tag.tsx';
import { bookingStatus } from './booking-status.ts';

const GLYPHS: Record<ShownState, typeof Check> = {
  HOLD: Clock,
  CONFIRMED: Check,
  FLOWN: PlaneTakeoff,
  EXPIRED: CircleSlash,
  RELEASED: CircleSlash,
  PAYMENT_FAILED: TriangleAlert,
  CANCELLED: X,
  MERGED: Merge,
};
const TONES = { ok: 'ok', warn: 'warn', bad: 'bad', plain: 't2' };

/** Glyph, code and word of a booking's state, so that none of it hangs on colour. */
export function StatusMark({ state, size = 14 }: { state: ShownState; size?: number }) {
  const { code, word, tone } = bookingStatus(state);
  const Glyph = GLYPHS[state];
  return (
    <span className={`rv-status ${TONES[tone]}`}>
      <Glyph size={size} strokeWidth={1.75} aria-hidden />
      <span>
        {code} {word}
      </span>
    </span>
  );
}

/** The same as a tag. */
export function StatusTag({ state }: { state: ShownState }) {
  const { tone } = bookingStatus(state);
  return (
    <Tag {...(tone === 'plain' ? {} : { kind: tone })}>
      <StatusMark state={state} size={12} />
    </Tag>
  );
}
