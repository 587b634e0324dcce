import type { Output } from '../../shared/contract.ts';

/** Facts about this hub process that a console is told before anybody has signed in. They do not change after the start. */
export type HubFacts = Pick<
  Output<'session.state'>,
  'mode' | 'trainingUsers' | 'trainingVouchers' | 'version' | 'hub' | 'home' | 'terminal'
>;
