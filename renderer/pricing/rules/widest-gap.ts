/** The widest gap between two places of a line, and its middle; undefined where no whole number lies between any two. */
export function widestGap(places: readonly number[], most: number): { readonly at: number; readonly place: number } | undefined {
  const ends = [...places, most + 1];
  let found: { at: number; place: number; wide: number } | undefined;
  for (const [at, place] of places.entries()) {
    const wide = (ends[at + 1] ?? 0) - place;
    if (wide > (found?.wide ?? 1)) found = { at: at + 1, place: place + Math.floor(wide / 2), wide };
  }
  return found;
}
