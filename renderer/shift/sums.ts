/** The sum of amounts of one currency; null as soon as one of them is not told. */
export const sumOrUntold = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);

const compare = <Place extends string | number>(a: Place, b: Place): number => (a < b ? -1 : a > b ? 1 : 0);

/** Rows in the order of a place that each has, those of one place by their currency: the same on every screen and every paper. */
export const inOrder = <Row extends { readonly currency: string }, Place extends string | number>(
  rows: readonly Row[],
  placeOf: (row: Row) => Place,
): Row[] => rows.toSorted((a, b) => compare(placeOf(a), placeOf(b)) || compare(a.currency, b.currency));

/** Rows by their currency, in the order of the codes. */
export function byCurrency<Row extends { readonly currency: string }>(rows: readonly Row[]): (readonly [string, readonly Row[]])[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => [currency, rows.filter((row) => row.currency === currency)] as const);
}
