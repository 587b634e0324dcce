import type { ScheduleCounts } from '../../shared/methods/schedule.ts';
import { countText } from './import-words.ts';

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

/** What a file holds and what it would do, figure over word. */
export function ImportCounts({ counts }: { counts: ScheduleCounts }) {
  return (
    <dl className="ad-counts">
      {COUNTS.map(({ key, word, tone }) => (
        <div key={key}>
          <dt>{word}</dt>
          <dd className={counts[key] > 0 ? tone : 't3'}>{countText(counts[key])}</dd>
        </div>
      ))}
    </dl>
  );
}
