import type { Output } from '../../shared/contract.ts';

/** The users of a training store. Their PINs are on the sign-in screen, because there is nothing to protect. */
export const TRAINING_USERS: Output<'session.state'>['trainingUsers'] = [
  { user: 'ruiz', display: 'Ana Ruiz', role: 'agent', does: 'agent, counter', pin: '1204' },
  { user: 'weber', display: 'Jonas Weber', role: 'agent', does: 'agent, reservations desk', pin: '2210' },
  { user: 'osei', display: 'Mercy Osei', role: 'supervisor', does: 'supervisor, pricing and schedule', pin: '3307' },
];
