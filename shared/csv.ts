import { decimalsOf } from './currencies.ts';

/** A text, or minor units of a currency; null where they are not told. */
export type Cell = string | { readonly amount: number | null; readonly currency: string };

/**
 * A spreadsheet runs a text as a formula that begins with = + - @, also written wide as in Japan, or with a tab or a new line. One that takes another
 * sign than the comma for the end of a field begins a new one there, and leaves quotes at its beginning out. At each such place an apostrophe makes it a
 * text, which is shown.
 */
const FORMULA = /(^|[;,|\t\r\n])([\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r\n])/g;

/** One field. An amount that is negative begins with a minus and is a number: nothing in it can run. */
export function csvField(cell: Cell): string {
  if (typeof cell !== 'string') return cell.amount === null ? '' : plainNumber(cell.amount, cell.currency);
  const text = cell.replace(FORMULA, "$1'$2");
  return /[",;\r\n\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `-96.20`, `149500`, `12.125`: with the decimals of the currency. */
function plainNumber(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return amount < 0 ? `-${text}` : text;
}

/** What a file of CSV begins with: a mark that says UTF-8, without which Excel spoils letters. */
export const CSV_BEGINS = '\uFEFF';

/** Rows as CSV (RFC 4180), each with its end. */
export const csvRows = (rows: readonly (readonly Cell[])[]): string => rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');

/** A whole file. */
export const csvText = (rows: readonly (readonly Cell[])[]): string => CSV_BEGINS + csvRows(rows);
