import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import { refundTiers } from '../../shared/refund-policy.ts';
import { type RefundTier, tiersInOrder, timeBeforeText } from '../../shared/refund-rules.ts';

const UNITS: Readonly<Record<string, number>> = { day: DAY_MS, h: HOUR_MS, min: MINUTE_MS };
const LINE = /^(?:over\s+)?(?:(\d{1,6})\s*(days?|h|min)|0)\s*[:,]?\s+(\d{1,3})\s*%?$/i;

/** `24 h 100` on the first line, `6 h 50` on the next: over 24 hours before departure 100 % goes back, over 6 hours half. Or what is wrong. */
export function readRefundTiers(text: string): RefundTier[] | string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return 'One a line: 24 h 100, 6 h 50, 30 min 25, 7 days 100.';
  const tiers: RefundTier[] = [];
  for (const line of lines) {
    const [, count = '0', unit = 'min', percent = ''] = LINE.exec(line) ?? [];
    const ms = UNITS[unit.toLowerCase().replace(/^days$/, 'day')];
    if (percent === '' || ms === undefined) return `\u201c${line}\u201d is no line such as 24 h 100, 30 min 25 or 7 days 100.`;
    tiers.push({ overMinutes: (Number(count) * ms) / MINUTE_MS, percent: Number(percent) });
  }
  const read = refundTiers.safeParse(tiers);
  if (read.success) return [...tiersInOrder(tiers)];
  const [issue] = read.error.issues;
  return issue?.code === 'custom' ? `A line ${issue.message}.` : 'A time is at most 400 days and goes back 0 to 100 %; at most 12 lines.';
}

/** Tiers as they are typed. */
export const refundTiersText = (tiers: readonly RefundTier[]): string =>
  tiersInOrder(tiers)
    .filter(({ overMinutes, percent }) => overMinutes > 0 || percent > 0)
    .map(({ overMinutes, percent }) => `${timeBeforeText(overMinutes)} ${percent}`)
    .join('\n');
