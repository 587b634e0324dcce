import type { HubFacts } from '../../../main/sessions/hub-facts.ts';
import { IDENTITY } from './here.ts';

/** A live hub at JFK, with no card terminal. */
export const FACTS: HubFacts = {
  mode: 'live',
  trainingUsers: [],
  trainingVouchers: [],
  version: '1',
  hub: IDENTITY.fingerprint,
  home: { airport: 'JFK', zone: 'America/New_York' },
  terminal: 'none',
};
