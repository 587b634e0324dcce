import type { Output } from '../../shared/contract.ts';
import type { Action, ActionOf } from './action.ts';
import type { Model } from './model/model.ts';
import { NOBODY_KNOWS } from './sale-input.ts';

type WayAction = ActionOf<'propose' | 'keep-ways' | 'release-ways' | 'undo-ways' | 'accept-ways' | 'sell-way' | 'missed'>;

const ABOUT: ReadonlySet<string> = new Set<WayAction['do']>([
  ...(['propose', 'keep-ways', 'release-ways', 'undo-ways', 'accept-ways', 'sell-way', 'missed'] as const),
]);
export const isAboutWays = (action: Action): action is WayAction => ABOUT.has(action.do);

/** A desk hears of ways: by booking, the last one at the end. */
export function hearWays(told: Map<number, readonly number[]>, { proposals }: Output<'reaccommodation.propose'>): void {
  for (const { bookingId, ways } of proposals) told.set(bookingId, [...(told.get(bookingId) ?? []), ...ways.map(({ hold }) => hold)]);
}

/** What is sent about ways on. `bookingId`: what a step placed. `ways`: those that the desk has heard of. */
export function wayInput(
  action: WayAction,
  model: Model,
  bookingId: (key: number) => number,
  ways: ReadonlyMap<number, readonly number[]>,
): [method: string, body: object] {
  const ids = 'bookings' in action ? [...new Set(action.bookings.map(bookingId))] : [];
  const version = (id: number, seen = 0): number => Math.max(1, (model.bookings.get(id)?.version ?? 1) - seen);
  switch (action.do) {
    case 'propose':
      return ['reaccommodation.propose', { bookingIds: ids, ways: action.ways }];
    case 'keep-ways':
      return ['reaccommodation.keep', { bookingIds: ids }];
    case 'release-ways':
      return ['reaccommodation.release', { bookingIds: ids }];
    case 'undo-ways':
      return ['reaccommodation.undo', { items: ids.map((id) => ({ bookingId: id, version: version(id) })) }];
    case 'accept-ways': {
      const items = action.items.map(({ booking, way, seen }) => {
        const id = bookingId(booking);
        return { bookingId: id, version: version(id, seen), hold: way === null ? null : (ways.get(id)?.at(-1 - way) ?? NOBODY_KNOWS) };
      });
      return ['reaccommodation.accept', { items }];
    }
    case 'sell-way':
      return [`holds.${action.what}`, { bookingId: ways.get(bookingId(action.booking))?.at(-1) ?? NOBODY_KNOWS }];
    case 'missed': {
      const id = bookingId(action.booking);
      const segment = model.bookings.get(id)?.legs[action.leg]?.segment ?? 9;
      return ['bookings.missed', { bookingId: id, segment, by: action.by, reason: 'the flight before it was late' }];
    }
  }
}
