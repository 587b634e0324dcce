import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** A mean of simulated runs and the interval that holds the true mean in 95 of 100 simulations. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Needs at least two figures, and some thirty before the interval is worth its name (it takes the mean for normal). */
export function meanInterval(figures: readonly number[]): MeanInterval {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const variance = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / (figures.length - 1);
  const reach = quantile(0.975, 0, 1) * Math.sqrt(variance / figures.length);
  return { mean, low: mean - reach, high: mean + reach };
}
