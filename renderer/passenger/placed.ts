/** Rows that are known by nothing but their place in the list, with that place. */
export const placed = <Row extends object>(rows: readonly Row[]): (Row & { readonly place: number })[] =>
  rows.map((row, place) => ({ ...row, place }));
