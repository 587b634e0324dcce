import { join } from 'node:path';
import type { StoreHub } from '../../main/engine/store-hub.ts';
import { clockMethods } from '../../main/hub/clock-methods.ts';
import type { HubMethods } from '../../main/hub/hub-methods.ts';
import { reaccommodationMethods } from '../../main/hub/reaccommodation-methods.ts';
import { hubImportStore } from '../../main/import/import-store.ts';
import { scheduleMethods } from '../../main/import/schedule-methods.ts';
import { Uploads } from '../../main/import/uploads.ts';
import type { Payments } from '../../main/payment/take-payment.ts';
import { withSupervisor } from '../../main/payment/with-supervisor.ts';
import { accept } from '../../shared/refusals.ts';
import { simulatedReference as reference } from './simulated-reference.ts';

/** A change by hand needs no thread. */
const noTask = () => Promise.reject(new Error('no file is read in a thread here'));

/** What the hub process does itself, as far as people in a run ask for it. Files are staged and applied step by step, without an upload. */
export function simulatedMethods(hub: StoreHub, payments: Payments, folder: string): HubMethods {
  const uploads = new Uploads(join(folder, 'uploads'));
  const methods = {
    'bookings.confirm': withSupervisor(async ({ actor }) => accept({ user: actor.user }), payments.confirm),
    'bookings.change': payments.change,
    'payments.giveUp': payments.giveUp,
    ...reaccommodationMethods(hub),
    ...clockMethods(hub),
    ...scheduleMethods(uploads, hubImportStore(hub, noTask), { reference, now: () => hub.now() }),
  };
  return methods as unknown as HubMethods;
}
