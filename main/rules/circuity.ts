/** How much longer than the great circle an itinerary may be, by the length of the great circle. Bounds are inclusive. */
const BANDS: readonly { readonly upToMiles: number; readonly times: number }[] = [
  { upToMiles: 250, times: 2.4 },
  { upToMiles: 800, times: 1.9 },
  { upToMiles: 2_000, times: 1.5 },
  { upToMiles: Number.POSITIVE_INFINITY, times: 1.3 },
];

/** A tolerance: a product of binary fractions can be a little less than the bound that it means. */
const HAIR = 1e-9;

/** Most statute miles that may be flown between two places `directMiles` apart. */
export function flownMilesMax(directMiles: number): number {
  const band = BANDS.find(({ upToMiles }) => directMiles <= upToMiles);
  return directMiles * (band?.times ?? 1) * (1 + HAIR);
}
