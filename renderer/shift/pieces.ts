import { decimalsOf } from '../../shared/currencies.ts';

interface Pieces {
  readonly notes: readonly number[];
  readonly coins: readonly number[];
}

// Pieces in circulation, in whole units, largest first. A currency that is not here is counted as one sum.
const UNITS: Readonly<Record<string, Pieces>> = {
  USD: { notes: [100, 50, 20, 10, 5, 1], coins: [0.25, 0.1, 0.05, 0.01] },
  CAD: { notes: [100, 50, 20, 10, 5], coins: [2, 1, 0.25, 0.1, 0.05] },
  EUR: { notes: [200, 100, 50, 20, 10, 5], coins: [2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01] },
  GBP: { notes: [50, 20, 10, 5], coins: [2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01] },
  MXN: { notes: [1000, 500, 200, 100, 50, 20], coins: [10, 5, 2, 1, 0.5] },
  JPY: { notes: [10_000, 5_000, 2_000, 1_000], coins: [500, 100, 50, 10, 5, 1] },
  KWD: { notes: [20, 10, 5, 1, 0.5, 0.25], coins: [0.1, 0.05, 0.02, 0.01, 0.005] },
  VND: { notes: [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000], coins: [] },
};

/** The pieces of a currency in minor units; undefined where they are not known. */
export function piecesOf(currency: string): Pieces | undefined {
  const units = UNITS[currency];
  const toMinor = (value: number): number => Math.round(value * 10 ** decimalsOf(currency));
  return units && { notes: units.notes.map(toMinor), coins: units.coins.map(toMinor) };
}
