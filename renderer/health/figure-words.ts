import { figureText, limitText } from '../../shared/health/figure-text.ts';
import { figureRule } from '../../shared/health/figures.ts';
import type { FigureView } from '../../shared/methods/health.ts';
import type { IconName } from '../parts/icon.tsx';

/** How a figure stands, told by word and shape. */
export const STATE_WORDS: Readonly<Record<FigureView['state'], { text: string; icon: IconName; tone: string }>> = {
  over: { text: 'Over', icon: 'alert', tone: 'bad' },
  seen: { text: 'Over, seen', icon: 'alert', tone: 'bad' },
  near: { text: 'Near', icon: 'clock', tone: 'warn' },
  good: { text: 'Good', icon: 'check', tone: 'ok' },
  unknown: { text: 'Not known', icon: 'note', tone: 't3' },
};

/** What stands in the place of a figure of which nothing is known. */
export const NOTHING = '–';

export const nowText = ({ figure, now }: Pick<FigureView, 'figure' | 'now'>): string =>
  now === null ? NOTHING : figureText(figureRule(figure).unit, now);

export const limitOf = ({ figure, limit }: Pick<FigureView, 'figure' | 'limit'>): string => limitText(figureRule(figure).unit, limit);

/** How many figures stand so: `2 over the limit, 1 of them seen`. */
export function countWords(figures: readonly FigureView[]) {
  const count = (...states: FigureView['state'][]) => figures.filter(({ state }) => states.includes(state)).length;
  const [over, seen, near, good, unknown] = [count('over', 'seen'), count('seen'), count('near'), count('good'), count('unknown')];
  return {
    over: over === 0 ? '' : `${over} over the limit${seen === 0 ? '' : `, ${seen} acknowledged`}`,
    near: near === 0 ? '' : `${near} near`,
    good: good === 0 ? '' : `${good} good`,
    unknown: unknown === 0 ? '' : `${unknown} not known`,
  };
}
