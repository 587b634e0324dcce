import type { FigureRule } from '../../shared/health/figures.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';

interface LimitUnit {
  /** Behind the number. */
  readonly name: string;
  /** What one of it is in the unit of the figure. */
  readonly per: number;
}

/** In what a person types the limit of a figure: by the limit that it comes with. */
export function limitUnit({ unit, limit }: Pick<FigureRule, 'unit' | 'limit'>): LimitUnit {
  if (unit === 'share') return { name: '%', per: 1 };
  if (unit === 'bytes') return { name: 'GB', per: 1e9 };
  if (unit === 'count') return { name: '', per: 1 };
  if (limit <= SECOND_MS) return { name: 'ms', per: 1 };
  if (limit <= MINUTE_MS) return { name: 's', per: SECOND_MS };
  return limit < HOUR_MS ? { name: 'min', per: MINUTE_MS } : { name: 'h', per: HOUR_MS };
}

/** The limit that was typed; undefined when it is no number. */
export function readLimit(text: string, { per }: LimitUnit): number | undefined {
  const plain = text.trim().replace(',', '.');
  return /^\d{1,9}(\.\d{1,3})?$/.test(plain) ? Math.round(Number(plain) * per) : undefined;
}
