import type { Output } from '../../shared/contract.ts';

/** What this hub process is, as a console is told before anybody has signed in; settled at start. */
export type HubFacts = Pick<
  Output<'session.state'>,
  'mode' | 'trainingUsers' | 'trainingVouchers' | 'version' | 'desk' | 'home' | 'terminal'
>;
