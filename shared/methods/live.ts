import { z } from 'zod';
import { method } from '../method.ts';
import { TOPICS_MAX, topicSchema } from '../topics.ts';

/** What a console hears of the journal. */
export const liveMethods = {
  /**
   * From now on this console hears the events of these topics and no others, each once; before the first call it hears none. `after`: it knows all
   * that happened until this event. So it hears at once what came since then of topics that it did not follow, or that it must ask anew, when too much came.
   * `anew`: what was sent before was not heard, because the page or who sits at it is another one.
   */
  'console.follow': method({
    kind: 'hub',
    access: 'session',
    input: z.strictObject({ topics: z.array(topicSchema).max(TOPICS_MAX), after: z.int().min(0), anew: z.boolean().default(false) }),
    /** The newest event that it knows with what it was sent. */
    output: z.strictObject({ to: z.int() }),
    refusals: [],
  }),
};
