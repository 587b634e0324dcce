import { SYSTEM } from '../../main/actor.ts';
import type { StoreHub } from '../../main/engine/store-hub.ts';
import { giveUpPayments } from '../../main/payment/give-up-payments.ts';

/** What main/boot/boot.ts does about a crash, before anybody is let in. */
export async function clearUp(hub: StoreHub): Promise<void> {
  await hub.change('schedule.discard', { importId: null }, SYSTEM, null);
  await giveUpPayments(hub);
  await hub.change('jobs.hastenRefunds', {}, SYSTEM, null);
}
