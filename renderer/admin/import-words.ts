import type { ScheduleCounts, ScheduleSummary } from '../../shared/methods/schedule.ts';
import { countText } from '../format/count-text.ts';
import { fullDate } from '../format/times.ts';

const plural = (count: number, one: string, many = `${one}s`): string => `${countText(count)} ${count === 1 ? one : many}`;

/** What applying would do, in one sentence. */
export function applyConsequence(counts: ScheduleCounts): string {
  const { added, changed, dropped, bookingsTouched } = counts;
  if (added + changed + dropped === 0) return 'The schedule holds all of this already: applying changes nothing.';
  const doings = [
    added > 0 && `adds ${plural(added, 'flight')}`,
    changed > 0 && `changes ${countText(changed)}`,
    dropped > 0 && `drops ${countText(dropped)}, which can no longer be sold`,
  ].filter(Boolean);
  const bookings =
    bookingsTouched === 0
      ? 'No booking is touched.'
      : `${plural(bookingsTouched, 'booking')} ${bookingsTouched === 1 ? 'is' : 'are'} on flights that change or drop, and must be looked at.`;
  return `Applying ${doings.join(', ')}. ${bookings}`;
}

const CARRIERS_NAMED_MAX = 6;

/** Whose flights a file holds, for which days, and how many of them have gone already. */
export function periodText({ period, carriers, departed }: ScheduleSummary): string {
  if (!period) return 'The file holds no flights.';
  const named = carriers.slice(0, CARRIERS_NAMED_MAX).map(({ carrier, name }) => (name ? `${carrier} ${name}` : carrier));
  const more = carriers.length - named.length;
  const whose = `${named.join(', ')}${more > 0 ? ` and ${countText(more)} more carriers` : ''}`;
  const gone = departed === 0 ? '' : ` ${plural(departed, 'flight')} of the file ${departed === 1 ? 'has' : 'have'} departed already.`;
  return `${whose}, ${fullDate(period.from)} to ${fullDate(period.to)}.${gone}`;
}

/** `1.4 MB`, `220 KB`, `2.3 GB` */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  if (bytes >= 1_000_000_000) return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
