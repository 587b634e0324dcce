import { type Figure, isMet } from './figure.ts';
import type { Machine } from './machine.ts';

const WIDTHS = [20, 21, 13, 6, 10, 25, 9] as const;
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, place) => cell.padEnd(WIDTHS[place] ?? 0))
    .join(' ')
    .trimEnd();

/** Three digits say enough of a measured number. */
export const rounded = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(value >= 10 ? 3 : 2)));

export function machineText({ cores, processor, memoryGiB, system, node, sqlite, sync }: Machine): string {
  const cost = `a synced write takes ${rounded(sync.p50)} ms, p99 ${rounded(sync.p99)} ms`;
  return `${cores} x ${processor}, ${memoryGiB} GiB, ${system}, Node ${node}, SQLite ${sqlite}; ${cost}`;
}

export const headText = (): string => line(['metric', 'value', 'target', 'met', 'ratio', 'p50 / p99 / p99.9 ms', 'store', 'note']);

export function figureText(figure: Figure): string {
  const { metric, value, unit, target, ratio, p50, p99, p999, storeBytes, note } = figure;
  const spread = p50 === undefined ? '' : [p50, p99 ?? 0, p999 ?? 0].map(rounded).join(' / ');
  const store = storeBytes === undefined ? '' : `${rounded(storeBytes / 2 ** 20)} MiB`;
  return line([metric, `${rounded(value)} ${unit}`, target, isMet(figure) ? 'yes' : 'NO', `${rounded(ratio)} raw`, spread, store, note]);
}

/** One object a line; six digits of a measured number are more than enough. */
export const figureJson = (figure: Figure): string =>
  JSON.stringify({ ...figure, met: isMet(figure) }, (_, value) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value,
  );
