import { FIGURES, type FigureName } from '../../../shared/health/figures.ts';
import type { FigureView, HealthView } from '../../../shared/methods/health.ts';

export const CHECKED_AT = Date.UTC(2026, 10, 21, 19, 5, 3);

/** A figure that is good unless told. */
export const figureSample = (figure: FigureName, more: Partial<FigureView> = {}): FigureView => ({
  ...{ figure, state: 'good', now: FIGURES[figure].unit === 'share' ? 100 : 0, limit: FIGURES[figure].limit, limitSet: false, more: '' },
  hour: Array<number | null>(60).fill(null),
  ...more,
});

/** A hub that has nothing to say but that it is well. */
export const healthSample = (more: Partial<HealthView> = {}): HealthView => ({
  ...{ checkedAt: CHECKED_AT, startedAt: CHECKED_AT - 3_600_000, figures: [figureSample('store')], alarms: [] },
  ...{ consoles: { live: 1, off: [] }, terminal: null },
  today: { since: CHECKED_AT - 3_600_000, holds: 0, confirmed: 0, seatsSold: 0, ended: 0, endedLate: 0, denied: 0 },
  ...more,
});
