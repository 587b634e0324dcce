import { accept } from '../../shared/refusals.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import type { LiveFeed } from './live-feed.ts';

export const liveMethods = (live: LiveFeed): Pick<HubMethods, 'console.follow'> => ({
  'console.follow': async ({ connection }, wish) => accept({ to: await live.follow(connection, wish) }),
});
