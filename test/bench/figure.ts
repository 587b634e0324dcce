import type { Bench } from './bench-context.ts';
import { type Percentiles, percentiles } from './measure.ts';

export interface Figure {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** At least this (`>= 100000`) or at most this (`<= 2`); of the ratio, where the value depends on the machine (`ratio >= 0.65`). */
  readonly target: string;
  /** `value` to what the bare database or machine does in the same run. Of a rate 1 is the most there is, of a time the least. */
  readonly ratio: number;
  /** In milliseconds, of single calls. */
  readonly p50?: number;
  readonly p99?: number;
  readonly p999?: number;
  readonly storeBytes?: number;
  /** What else was seen. */
  readonly note: string;
}

/** A row of the bench: what it measures, and how. */
export interface Row {
  readonly metrics: readonly string[];
  measure(bench: Bench): Promise<Figure[]>;
}

export function isMet({ value, ratio, target }: Pick<Figure, 'value' | 'ratio' | 'target'>): boolean {
  const [, ofRatio, sign, bound] = /^(ratio )?(>=|<=) ([\d.]+)$/.exec(target) ?? [];
  if (bound === undefined) throw new Error(`the target ${target} cannot be compared with`);
  const measured = ofRatio === undefined ? value : ratio;
  return sign === '>=' ? measured >= Number(bound) : measured <= Number(bound);
}

/** A figure about how long single calls take: its value is one of their percentiles, and the ratio is to the same of the raw calls. */
export function latencyFigure(
  metric: string,
  of: keyof Percentiles,
  target: number,
  samples: readonly number[],
  raw: readonly number[],
  more: { readonly note: string; readonly storeBytes?: number },
): Figure {
  const [spread, rawSpread] = [percentiles(samples), percentiles(raw)];
  const { p50, p99, p999 } = spread;
  const unit = `ms ${of === 'worst' ? of : of.replace('p999', 'p99.9')}`;
  return { metric, value: spread[of], unit, target: `<= ${target}`, ratio: spread[of] / rawSpread[of], p50, p99, p999, ...more };
}
