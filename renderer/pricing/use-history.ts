import { isAbout } from '../../shared/event-effects.ts';
import type { PolicyView } from '../../shared/methods/policy-view.ts';
import { accept } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { type PageSource, usePages } from './use-pages.ts';

const PAGE = 50;

const POLICIES: PageSource<PolicyView> = {
  async read(before) {
    const reply = await call('pricing.history', { limit: PAGE, ...(before === undefined ? {} : { before }) });
    return reply.ok ? accept({ items: reply.value.policies, more: reply.value.more }) : reply;
  },
  numberOf: ({ version }) => version,
  renews: (event) => isAbout(event, 'pricing'),
};

/** All versions of policies over all scopes, newest first, a page at a time. */
export const useHistory = () => usePages(POLICIES);
