import type { ScheduleCounts } from '../../shared/methods/schedule.ts';
import { countText } from '../format/count-text.ts';

const COUNTS: readonly { key: keyof ScheduleCounts; word: string; tone?: 'warn' | 'bad' }[] = [
  { key: 'legs', word: 'legs in the file' },
  { key: 'flights', word: 'dated flights' },
  { key: 'added', word: 'added' },
  { key: 'changed', word: 'changed' },
  { key: 'unchanged', word: 'unchanged' },
  { key: 'dropped', word: 'dropped', tone: 'warn' },
  { key: 'refused', word: 'records refused', tone: 'bad' },
  { key: 'bookingsTouched', word: 'bookings touched', tone: 'warn' },
];

/** A change by hand has no file. */
const BY_HAND: ReadonlySet<keyof ScheduleCounts> = new Set(['added', 'changed', 'dropped', 'bookingsTouched']);

/** What a file holds and what it would do, figure over word. */
export function ImportCounts({ counts, byHand = false }: { counts: ScheduleCounts; byHand?: boolean }) {
  return (
    <dl className={`ad-counts${byHand ? ' few' : ''}`}>
      {COUNTS.filter(({ key }) => !byHand || BY_HAND.has(key)).map(({ key, word, tone }) => (
        <div key={key}>
          <dt>{word}</dt>
          <dd className={counts[key] > 0 ? tone : 't3'}>{countText(counts[key])}</dd>
        </div>
      ))}
    </dl>
  );
}
