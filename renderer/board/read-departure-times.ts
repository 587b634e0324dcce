import { clockOf } from '../../shared/clock-of.ts';
/** Local minutes of the day between which an itinerary leaves. */
export interface DepartureTimes {
  readonly from: number;
  readonly to: number;
}

export const ANY_TIME: DepartureTimes = { from: 0, to: 1440 };

/** `5`, `05`, `530`, `0530`, `5:30` -> minutes of the day. */
function minutes(text: string): number | undefined {
  const match = /^(\d{1,2})(?::?(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const value = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && value <= 1440 ? value : undefined;
}

/** Reads `8-12`, `0800 to 1200`, `17-` or `after 17`, `-9` or `before 9`, `any`; undefined when it is none of these. */
export function readDepartureTimes(typed: string): DepartureTimes | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '' || text === 'any' || text === 'any time') return ANY_TIME;
  // Two times are shorter than that. The pattern needs much more time for a long text than for a short one.
  if (text.length > 30) return undefined;
  const after = /^(?:after|from)\s*(\S+)$/.exec(text);
  const before = /^(?:before|to|until)\s*(\S+)$/.exec(text);
  const parts = after ? [after[1] ?? '', ''] : before ? ['', before[1] ?? ''] : text.split(/\s*(?:-|\u2013|\bto\b)\s*/);
  if (parts.length !== 2) return undefined;
  const from = parts[0] ? minutes(parts[0]) : 0;
  const to = parts[1] ? minutes(parts[1]) : 1440;
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

export const departureTimesText = ({ from, to }: DepartureTimes): string =>
  from === 0 && to === 1440 ? 'Any time' : `${clockOf(from)} to ${clockOf(to)}`;
