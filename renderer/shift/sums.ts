/** The sum of amounts of one currency; null as soon as one of them is not told. */
export const sumOrUntold = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);

/** Rows by their currency, in the order in which each came first. */
export function byCurrency<Row extends { readonly currency: string }>(rows: readonly Row[]): (readonly [string, readonly Row[]])[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return currencies.map((currency) => [currency, rows.filter((row) => row.currency === currency)] as const);
}
