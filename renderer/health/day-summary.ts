import { figureText } from '../../shared/health/figure-text.ts';
import { type FigureName, figureRule } from '../../shared/health/figures.ts';

/** Minutes that share a bar of the day. */
export const BAR_MINUTES = 15;

/** The worst of what is known; null: nothing is. */
function worstOf(values: readonly (number | null)[], share: boolean): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : share ? Math.min(...known) : Math.max(...known);
}

/** One value for each quarter of an hour: its worst minute. */
export function quarters(figure: FigureName, minutes: readonly (number | null)[]): (number | null)[] {
  const share = figureRule(figure).unit === 'share';
  const count = Math.ceil(minutes.length / BAR_MINUTES);
  return Array.from({ length: count }, (_, place) => worstOf(minutes.slice(place * BAR_MINUTES, (place + 1) * BAR_MINUTES), share));
}

/** What the bars of a day show, in a sentence. */
export function daySummary(figure: FigureName, minutes: readonly (number | null)[], limit: number): string {
  const { unit } = figureRule(figure);
  const share = unit === 'share';
  const worst = worstOf(minutes, share);
  if (worst === null) return 'Nothing is known of the last 24 hours.';
  const known = minutes.filter((value) => value !== null);
  const over = known.filter((value) => (share ? value < limit : value > limit)).length;
  const whole = known.length === minutes.length;
  const ofMinutes = known.length === 1 ? 'the one minute that is known' : `the ${known.length} minutes that are known`;
  const overText =
    over === 0
      ? `never past its limit in ${whole ? 'the whole day' : ofMinutes}`
      : `past its limit in ${over === known.length && !whole ? ofMinutes : `${over} of ${whole ? 'all minutes' : ofMinutes}`}`;
  return `At worst ${figureText(unit, worst)}, ${overText}.`;
}
