import { DAY_MS } from '../../shared/instants.ts';
import type { RefusalCode, Reply } from '../../shared/refusals.ts';
import { SYSTEM } from '../actor.ts';
import type { SellDay } from '../colleagues/sell-day.ts';
import type { InnerHub } from '../hub/hub.ts';
import { hashPin } from '../sessions/pin-hash.ts';
import { StoreError, type StoreTrouble } from '../store/database.ts';
import type { TrainingDay } from '../store/tables/training-day.ts';
import { FIRST_SALE_DAYS } from '../training/booking-curve.ts';
import { TRAINING_USERS } from '../training/training-users.ts';

/**
 * Lays the sample day, users and vouchers into a training store. Without flights and users nobody could be trained; that is better said at once
 * than seen on an empty board. Returns how far simulated desks have sold the store; null: they do not. They do if it had no entry yet (`isNew`).
 * Throws StoreError.
 */
export async function furnishTraining(hub: InnerHub, isNew: boolean): Promise<TrainingDay | null> {
  // Before the first sale that the booking curve knows.
  const underWaySince = hub.now() - (FIRST_SALE_DAYS + 10) * DAY_MS;
  const laid = done(await hub.change('schedule.loadSample', isNew ? { underWaySince } : {}, SYSTEM, null));
  const vouchers = hub.change('vouchers.addTraining', {}, SYSTEM, null);
  await Promise.all([vouchers, addTrainingUsers(hub)]);
  return laid.day;
}

/** Adds the flights of the days that are missing, and has them sold if the store is sold by simulated desks. */
export async function laySampleDay(hub: InnerHub, sellDay: SellDay): Promise<void> {
  const laid = await hub.change('schedule.loadSample', {}, SYSTEM, null);
  if (laid.ok && laid.value.day && laid.value.added > 0) await sellDay.sell(laid.value.day).catch(() => {});
}

const TROUBLES: Partial<Record<RefusalCode, StoreTrouble>> = {
  STORE_FULL: 'full',
  STORE_READ_ONLY: 'read-only',
  STORE_DAMAGED: 'corrupt',
};

/** What starting cannot go on without. Throws StoreError. */
export function done<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  const { code, message } = reply.refusal;
  throw new StoreError(TROUBLES[code] ?? 'failed', message);
}

/** A kill may have come when only some of them were kept, so those that are missing are added. */
async function addTrainingUsers(hub: InnerHub): Promise<void> {
  const known = await hub.look('users.count', {});
  if (!known.ok || known.value.count >= TRAINING_USERS.length) return;
  const made = TRAINING_USERS.map(async ({ user, display, role, pin }) => {
    const requestId = `training-user-${user}`;
    return hub.change('users.add', { user, display, role, pinHash: await hashPin(pin, user, requestId) }, SYSTEM, requestId);
  });
  for (const reply of await Promise.all(made)) if (reply.ok || reply.refusal.code !== 'USER_EXISTS') done(reply);
}
