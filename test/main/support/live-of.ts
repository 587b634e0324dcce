import type { Hub } from '../../../main/hub/hub.ts';
import { processTimer } from '../../../main/hub/timer.ts';
import { LiveFeed, type LiveFeedOptions } from '../../../main/live/live-feed.ts';
import { accept } from '../../../shared/refusals.ts';

/** The frames of a hub whose past is not asked for. */
export const liveOf = (hub: Pick<Hub, 'on' | 'newestEvent'>, options: Partial<Omit<LiveFeedOptions, 'hub'>> = {}): LiveFeed =>
  new LiveFeed({
    hub: {
      on: (listener) => hub.on(listener),
      newestEvent: hub.newestEvent,
      ask: async () => accept({ events: [], newest: hub.newestEvent }) as never,
    },
    timer: processTimer,
    ...options,
  });
