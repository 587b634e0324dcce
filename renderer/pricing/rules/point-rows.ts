import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import type { Figure, FigureRow } from './rule-form.ts';

/** A row for each point of a line or step of a stair. `set` puts all points in the rule; the last one that is left cannot be taken out. */
export const pointRows = <Rule extends PolicyRule, Point>(
  points: readonly Point[],
  set: (points: Point[]) => Rule,
  figures: (point: Point, write: (point: Point) => Rule) => readonly Figure<Rule>[],
): FigureRow<Rule>[] =>
  points.map((point, at) => ({
    key: `${at}`,
    figures: figures(point, (changed) => set(points.with(at, changed))),
    ...(points.length > 1 ? { without: set(points.toSpliced(at, 1)) } : {}),
  }));
