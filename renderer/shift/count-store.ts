import { create } from 'zustand';
import type { Input } from '../../shared/contract.ts';
import { type Minor, minor, moneyText, readMoney } from '../../shared/money.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { piecesOf } from './pieces.ts';

type Count = Input<'shift.count'>['counts'][number];

interface Counting {
  /** Whether the drawer is being counted. */
  readonly open: boolean;
  /** What was typed, by currency and value in minor units; `loose` for what has no pieces. */
  readonly typed: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly reason: string;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
}

const NOTHING: Counting = { open: false, typed: {}, reason: '', busy: false, refusal: null };

/** The count that is being made. It is forgotten when somebody else signs in. */
export const useCount = create<Counting>(() => NOTHING);
onSessionOver(() => useCount.setState(NOTHING));

export const beginCount = (): void => useCount.setState({ ...NOTHING, open: true });
export const dropCount = (): void => useCount.setState(NOTHING);

export const typePieces = (currency: string, value: number | 'loose', text: string): void =>
  useCount.setState(({ typed }) => ({ typed: { ...typed, [currency]: { ...typed[currency], [value]: text } } }));

/** Whether a text is a number of pieces: of five digits at most, or nothing. A locator that was scanned into the field is none. */
export const isPieces = (text: string): boolean => /^\s*\d{0,5}\s*$/.test(text);

/** What was typed for cash without pieces; undefined where it is no amount. */
export const looseOf = (text: string | undefined, currency: string): Minor | undefined =>
  (text ?? '').trim() === '' ? minor(0) : readMoney(text ?? '', currency);

/** The count of one currency as it is given in; undefined while something that was typed is no number. */
export function countOf(currency: string, typed: Counting['typed']): Count | undefined {
  const texts = typed[currency] ?? {};
  const { notes, coins } = piecesOf(currency) ?? { notes: [], coins: [] };
  const pieces = [...notes, ...coins].map((value) => ({ value, text: texts[value] ?? '' }));
  const sum = looseOf(texts.loose, currency);
  if (sum === undefined || pieces.some(({ text }) => !isPieces(text))) return undefined;
  return { currency, pieces: pieces.map(({ value, text }) => ({ value, pieces: Number(text) })), loose: sum };
}

/** Minor units of a count. */
export const sumOfCount = ({ pieces, loose }: Count): number => pieces.reduce((sum, one) => sum + one.value * one.pieces, loose);

/** `744.00 USD`, one for each currency. */
export const sumText = (sums: readonly { readonly currency: string; readonly amount: number }[]): string =>
  sums.map(({ currency, amount }) => `${moneyText(minor(amount), currency)} ${currency}`).join(', ');
