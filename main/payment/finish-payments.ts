import type { InnerHub } from '../hub/hub.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import { giveUpPayments } from './give-up-payments.ts';
import type { Payments } from './take-payment.ts';

/**
 * Finishes payments before the store closes. No new payment is taken. The card that is being asked is sold or given up. Payments that the store
 * could not record earlier are given up now. Due reversals are tried once more. It takes no longer than the time limits of the terminal and of
 * the jobs.
 */
export async function finishPayments(hub: InnerHub, payments: Payments, jobs: JobRunner): Promise<void> {
  hub.refuseNew();
  await payments.close();
  await giveUpPayments(hub).catch(() => {});
  await jobs.close();
}
