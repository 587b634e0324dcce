/**
 * Chances of 0 ... `last`, which add up to 1, from the ratio of neighbours: `ratio(k)` = P(k) / P(k - 1).
 * It begins at the most likely number, because the chance of 0 can be too small for a double (e^-1000) while those in the middle are not.
 */
export function massFromMode(last: number, mode: number, ratio: (k: number) => number): readonly number[] {
  const mass = new Array<number>(last + 1).fill(0);
  mass[mode] = 1;
  for (let k = mode + 1; k <= last; k++) mass[k] = (mass[k - 1] ?? 0) * ratio(k);
  for (let k = mode; k > 0; k--) mass[k - 1] = (mass[k] ?? 0) / ratio(k);
  const total = mass.reduce((sum, chance) => sum + chance, 0);
  return mass.map((chance) => chance / total);
}
