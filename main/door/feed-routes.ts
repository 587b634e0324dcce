import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { CSV_BEGINS, csvRows } from '../../shared/csv.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { Caller } from '../hub/caller.ts';
import { JOURNAL_COLUMNS } from '../queries/journal-page.ts';
import type { HttpRoute } from '../transport/http-route.ts';
import { followJournal, type JournalFeedOptions, writeJournal } from './journal-feed.ts';
import type { KeyLoads } from './key-load.ts';
import { readQuery } from './read-query.ts';
import { sendProblem } from './send-problem.ts';
import type { KeyOf } from './system-key.ts';

export interface FeedRoutesOptions {
  readonly hub: JournalFeedOptions['hub'];
  readonly keyOf: KeyOf;
  readonly loads: KeyLoads;
  /** How often a feed that is followed shows that it is alive. Shorter than an answer may go unread. */
  readonly beatMs?: number;
}

const BEAT_MS = 10_000;
const LAST_MS = 8_640_000_000_000;

/** A day begins at midnight UTC. */
const moment = z
  .union([z.iso.date(), z.iso.datetime()], 'is a date such as 2026-11-28, or a time in UTC such as 2026-11-28T09:30:00Z')
  .transform(Date.parse);

export const journalQuery = z.strictObject({
  after: z.coerce.number('is the number of an event').int().min(0).default(0),
  follow: z.literal(['true', 'false'], 'is true or false').default('false'),
});
export const journalCsvQuery = z.strictObject({ from: moment.default(0), to: moment.default(LAST_MS) });

interface Feed extends JournalFeedOptions {
  readonly gone: AbortSignal;
}

/** The journal for programs that count and compare: one event a line, or a table. For a key that may read feeds. */
export function feedRoutes({ hub, keyOf, loads, beatMs = BEAT_MS }: FeedRoutesOptions): readonly HttpRoute[] {
  const route = (
    path: HttpRoute['path'],
    feed: (request: IncomingMessage, response: ServerResponse, feed: Feed) => Promise<Refused | undefined>,
  ): HttpRoute => ({
    path,
    methods: ['GET'],
    forPrograms: true,
    async answer(request, response, caller) {
      const { authorization } = request.headers;
      const key = keyOf(authorization, caller.address);
      if (!key) return sendProblem(response, refuse('KEY_NEEDED'));
      if (!key.rights.feeds) return sendProblem(response, refuse('SYSTEM_MAY_NOT', { what: 'read the journal', needed: 'feeds' }));
      const seconds = loads.beginFeed(key);
      if (seconds > 0) return sendProblem(response, refuse('TOO_MANY_CALLS', { seconds }));
      const gone = new AbortController();
      response.on('error', () => {}).on('close', () => gone.abort());
      const own: Caller = { ...caller, console: `feed ${key.id}` };
      try {
        const refused = await feed(request, response, {
          hub,
          caller: own,
          mayGoOn: () => keyOf(authorization, caller.address)?.rights.feeds === true,
          gone: gone.signal,
        });
        if (!refused) response.end();
        else if (!response.headersSent) sendProblem(response, refused);
        // What has begun is broken off, so that nobody takes it for whole.
        else response.destroy();
      } finally {
        loads.feedEnded(key);
      }
    },
  });

  return [
    route('/feeds/journal', async (request, response, feed) => {
      const asked = readQuery(journalQuery, request.url);
      if (!asked.ok) return asked;
      const { after, follow } = asked.value;
      const known = await hub.look('journal.known', { after }, feed.caller);
      if (!known.ok) return known;
      response.setHeader('Content-Type', 'application/x-ndjson');
      if (request.method === 'HEAD') return undefined;
      const last = await writeJournal(response, { after, before: null, as: 'lines' }, feed, feed.gone);
      if (typeof last !== 'number') return last;
      if (follow === 'false') return undefined;
      response.flushHeaders();
      return followJournal(response, last, { ...feed, beatMs }, feed.gone);
    }),
    route('/feeds/journal.csv', async (request, response, feed) => {
      const asked = readQuery(journalCsvQuery, request.url);
      if (!asked.ok) return asked;
      const dated = await hub.look('journal.dated', asked.value, feed.caller);
      if (!dated.ok) return dated;
      response.setHeader('Content-Type', 'text/csv; charset=utf-8; header=present');
      response.setHeader('Content-Disposition', 'attachment; filename="journal.csv"');
      response.write(CSV_BEGINS + csvRows([JOURNAL_COLUMNS]));
      if (request.method === 'HEAD') return undefined;
      for (const { after, before } of dated.value.ranges) {
        const last = await writeJournal(response, { after, before, as: 'csv' }, feed, feed.gone);
        if (typeof last !== 'number') return last;
      }
      return undefined;
    }),
  ];
}
