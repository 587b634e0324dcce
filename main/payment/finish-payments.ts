import type { InnerHub } from '../hub/hub.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import { giveUpPayments } from './give-up-payments.ts';
import type { Payments } from './take-payment.ts';

/**
 * Before the store closes: nothing new is taken, the card that is being asked is sold or given up, what the store could not keep earlier is
 * given up now, and what is to be reversed is tried once more. Bounded by the terminal's time limit and that of the jobs.
 */
export async function finishPayments(hub: InnerHub, payments: Payments, jobs: JobRunner): Promise<void> {
  hub.refuseNew();
  await payments.close();
  await giveUpPayments(hub).catch(() => {});
  await jobs.close();
}
