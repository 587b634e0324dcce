import type { SeatLook } from './seat-words.ts';
import './seat-glyph.css';

/** What stands inside a seat, so that its state is told without colour. `mark` is who sits on a chosen seat. */
export function SeatGlyph({ look, mark }: { look: SeatLook; mark?: string | undefined }) {
  switch (look) {
    case 'chosen':
      return mark ?? '';
    case 'sold':
      return (
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="3" fill="currentColor" />
        </svg>
      );
    case 'here':
      return (
        <svg viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" aria-hidden="true">
          <path d="M7 2.6V7l3 2" />
        </svg>
      );
    case 'blocked':
      return (
        <svg viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" aria-hidden="true">
          <path d="m2.5 2.5 9 9m0-9-9 9" />
        </svg>
      );
    case 'restricted':
      return (
        <svg viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="3" aria-hidden="true">
          <path d="M2 7h10" />
        </svg>
      );
    default:
      return null;
  }
}
