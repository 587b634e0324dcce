import type { Input } from '../../../shared/contract.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import type { OverrideKind } from '../../../shared/rule-overrides.ts';
import { known, refused } from './expected.ts';
import type { Commands, Model, ModelCommand } from './model.ts';

/** Above how much a count that differs needs a reason, and after how long anybody at the desk may close a shift. */
const DIFFERENCE = 100;
const FORGOTTEN_MS = 12 * HOUR_MS;

/** Cash that came into the drawer of a desk, below 0 that went out. `turn`: of the command that moved it. */
export interface CashMoved {
  readonly desk: string;
  readonly turn: number;
  readonly amount: number;
}

/** A decision otherwise than the rules, by a command of this desk. */
export interface Decided extends Pick<CashMoved, 'desk' | 'turn'> {
  readonly kind: OverrideKind;
}

/** Events that are decisions by their type alone. */
const DECISIONS: Readonly<Record<string, OverrideKind>> = {
  'cabin.authorised': 'authorised',
  'class.overridden': 'bookingClass',
  'waitlist.moved': 'priority',
};

/** What the command under way decided. */
export function decidedBy({ events, desk, turn }: Model): Decided[] {
  const kinds = events.flatMap(([type, , data]) => DECISIONS[type] ?? (data as { overrides?: OverrideKind[] }).overrides ?? []);
  return kinds.map((kind) => ({ desk, turn, kind }));
}

export interface ModelShift {
  readonly id: number;
  readonly desk: string;
  readonly user: string;
  readonly openedAt: number;
  readonly opened: number;
  readonly float: number;
  readonly moves: { readonly kind: 'safe' | 'in' | 'out'; readonly amount: number; readonly turn: number }[];
  readonly counts: { readonly turn: number; readonly counted: number; readonly expected: number }[];
  /** The number of its Z. */
  z: number | null;
}

/** What moved at the desk since the shift was opened. */
const cashOf = ({ cash }: Model, { desk, opened }: ModelShift): CashMoved[] => cash.filter((one) => one.desk === desk && one.turn > opened);

/** What must be in the drawer. */
export function expectedOf(model: Model, shift: ModelShift): number {
  const moved = shift.moves.reduce((sum, { kind, amount }) => sum + (kind === 'in' ? amount : -amount), shift.float);
  return cashOf(model, shift).reduce((sum, { amount }) => sum + amount, moved);
}

function report(model: Model, shift: ModelShift): object {
  const { id: shiftId, desk, user, openedAt, counts, float, z } = shift;
  const last = counts.at(-1);
  const kinds = model.decisions.filter((one) => one.desk === desk && one.turn > shift.opened).map(({ kind }) => kind);
  const since = (turn: number): boolean => [...shift.moves, ...cashOf(model, shift)].some((one) => one.turn > turn);
  return {
    ...{ shiftId, desk, user, openedAt, hidden: false, counts: counts.length },
    cash: [{ currency: 'USD', float, expected: expectedOf(model, shift) }],
    counted: last && {
      number: counts.length,
      outdated: since(last.turn),
      currencies: [{ currency: 'USD', counted: last.counted, expected: last.expected }],
    },
    totals: {
      overrides: kinds.length,
      overridden: Object.fromEntries(kinds.map((kind) => [kind, kinds.filter((one) => one === kind).length])),
    },
    closed: z === null ? null : { z },
  };
}

function open(model: Model, shiftId: number, { actor, now }: ModelCommand, to: 'move' | 'end'): ModelShift {
  const shift = known(model.shifts[shiftId - 1], 'SHIFT_UNKNOWN');
  if (shift.z !== null) throw refused('SHIFT_CLOSED', { z: shift.z });
  const forgotten = to === 'end' && shift.openedAt + FORGOTTEN_MS <= now && shift.desk === actor.desk;
  if (shift.user !== actor.user && actor.role !== 'supervisor' && !forgotten) throw refused('SHIFT_OF_OTHER');
  return shift;
}

export const SHIFTS: Commands = {
  'shift.open'(model, { floats }: Input<'shift.open'>, { actor: { desk, user }, now }) {
    const before = model.shifts.find((shift) => shift.desk === desk && shift.z === null);
    if (before) throw refused('SHIFT_OPEN', { desk, user: before.user });
    const shiftId = model.shifts.length + 1;
    const float = floats[0]?.amount ?? 0;
    model.shifts.push({ id: shiftId, desk, user, openedAt: now, opened: model.turn, float, moves: [], counts: [], z: null });
    model.events.push(['shift.opened', null, { shiftId, floats }]);
    return { shiftId };
  },
  'shift.drop'(model, { shiftId, kind, currency, amount }: Input<'shift.drop'>, command) {
    open(model, shiftId, command, 'move').moves.push({ kind, amount, turn: model.turn });
    model.events.push(['shift.moved', null, { shiftId, kind, currency, amount }]);
    return { shiftId };
  },
  'shift.count'(model, { shiftId, counts }: Input<'shift.count'>, command) {
    const shift = open(model, shiftId, command, 'end');
    const given = counts.find(({ currency }) => currency === 'USD');
    if (!given) throw refused('SHIFT_COUNT_MISSING', { currencies: ['USD'] });
    const amount = given.pieces.reduce((sum, { value, pieces }) => sum + value * pieces, given.loose);
    shift.counts.push({ turn: model.turn, counted: amount, expected: expectedOf(model, shift) });
    model.events.push(['shift.counted', null, { shiftId, number: shift.counts.length, counted: [{ currency: 'USD', amount }] }]);
    return report(model, shift);
  },
  'shift.close'(model, { shiftId, count, reason }: Input<'shift.close'>, command) {
    const shift = open(model, shiftId, command, 'end');
    const last = shift.counts.at(-1);
    if (!last || shift.counts.length !== count) throw refused('SHIFT_NOT_COUNTED');
    if ([...shift.moves, ...cashOf(model, shift)].some(({ turn }) => turn > last.turn)) throw refused('SHIFT_COUNT_OUTDATED');
    const { counted, expected } = last;
    if (reason === '' && Math.abs(counted - expected) > DIFFERENCE) throw refused('SHIFT_REASON_MISSING');
    shift.z = 1 + model.shifts.filter(({ desk, z }) => desk === shift.desk && z !== null).length;
    const cash = [{ currency: 'USD', expected, counted }];
    model.events.push(['shift.closed', null, { shiftId, shiftDesk: shift.desk, z: shift.z, cash }]);
    return report(model, shift);
  },
};
