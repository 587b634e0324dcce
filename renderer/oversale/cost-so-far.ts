import type { OversaleRoom } from './oversale-store.ts';

export interface CostLine {
  readonly label: string;
  readonly detail: string;
  readonly currency: string;
  /** Minor units. */
  readonly amount: number;
}

const sumOf = (parts: readonly { readonly amount: number; readonly currency: string }[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { amount, currency } of parts) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return sums;
};

/** What the oversale has cost: vouchers of volunteers, seats on flights of other carriers, denied boarding; and the sum of each currency. */
export function costSoFar(room: Pick<OversaleRoom, 'volunteers' | 'denied' | 'currency'>): { lines: CostLine[]; sums: CostLine[] } {
  const took = room.volunteers.filter(({ state }) => state === 'TOOK');
  const lines: CostLine[] = [];
  const add = (label: string, parts: readonly { amount: number; currency: string; detail: string }[]): void => {
    for (const [currency, amount] of sumOf(parts)) {
      const detail = [...new Set(parts.filter((part) => part.currency === currency).map((part) => part.detail))].join(', ');
      lines.push({ label, detail, currency, amount });
    }
  };
  add(
    took.length === 1 ? 'Voucher, 1' : `Vouchers, ${took.length}`,
    took.map(({ amount, currency, seat }) => ({ amount, currency, detail: seat })),
  );
  const moved = [
    ...took.map(({ rebooked, rebookedCurrency, way }) => ({ amount: rebooked, currency: rebookedCurrency, detail: way.flight })),
    ...room.denied.map(({ rebooked, rebookedCurrency, way }) => ({
      amount: rebooked,
      currency: rebookedCurrency,
      detail: way?.flight ?? '',
    })),
  ].filter(({ amount }) => amount > 0);
  add('Other carriers', moved);
  add(
    `Denied boarding, ${room.denied.length}`,
    room.denied.flatMap(({ owed, owedCurrency, percent }) =>
      owed === null || owedCurrency === null
        ? []
        : [{ amount: owed, currency: owedCurrency, detail: percent === null ? 'as the rule says' : `${percent} %` }],
    ),
  );
  const sums = [...sumOf(lines)].map(([currency, amount]) => ({ label: 'Spent', detail: '', currency, amount }));
  return { lines, sums: sums.length > 0 ? sums : [{ label: 'Spent', detail: 'nothing yet', currency: room.currency, amount: 0 }] };
}
