import type { TraceLine } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';

/** Names keep their capital: those of days, and those of two words and more, which somebody may have given. */
const IS_NAME = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^[A-Z].* [A-Z]|^(Class|Promotion) /;
const spokenName = (label: string): string =>
  /^[A-Z][a-z]/.test(label) && !IS_NAME.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** `+32 %` -> `times 1.32`, and a half and the whole as people say them. */
function spokenChange(detail: string): string | undefined {
  const match = /^([+\u2212])(\d+(?:\.\d+)?) %$/.exec(detail);
  if (!match) return undefined;
  const percent = Number(match[2]) * (match[1] === '+' ? 1 : -1);
  if (percent === 0) return 'as it is';
  if (percent === 50) return 'plus half';
  if (percent === 100) return 'times two';
  if (percent === -50) return 'half of it';
  return `times ${Number((1 + percent / 100).toFixed(3))}`;
}

function spokenLoad(label: string): string | undefined {
  const match = /^Load( of the flight)? (\d+ %)$/.exec(label);
  return match ? `${match[2]}${match[1] ? ' of the flight' : ''} sold` : undefined;
}

function spokenLine({ label, detail, amount }: TraceLine, first: boolean, currency: string): string {
  const money = moneyText(minor(amount), currency);
  if (first) return `${label.startsWith('Base fare') ? 'base' : spokenName(label)} ${money}`;
  if (detail === '') return `${spokenName(label)} ${amount > 0 ? '+' : ''}${money}`;
  const name = spokenLoad(label) ?? spokenName(label);
  const change = spokenChange(detail) ?? /times [\d.]+$/.exec(detail)?.[0];
  if (change) return `${name} ${change}`;
  if (detail === 'for every seat') return `${name} ${money}`;
  return amount === 0 ? `${name} ${detail}` : `${name}, ${detail}: ${amount > 0 ? '+' : ''}${money}`;
}

/**
 * A fare in words that can be said to a passenger: `base 100.00, 64 % sold times 1.32, Saturday plus half, fuel 12.00: 210.00 USD`. `trace`: what
 * the fare was worked out by, whose lines add up to `fare` in minor units.
 */
export function priceSentence(trace: readonly TraceLine[], fare: number, currency: string): string {
  const lines = trace.map((line, at) => spokenLine(line, at === 0, currency));
  return `${lines.join(', ')}: ${moneyText(minor(fare), currency)} ${currency}`;
}
