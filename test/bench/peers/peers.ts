import pg from 'pg';
import type { Bench } from '../bench-context.ts';
import { type Hold, makeSmallStore, oneSeat, openBenchHub, placeHold, SEATS } from '../bench-hub.ts';
import type { Figure, Row } from '../figure.ts';
import { percentiles, underLoad } from '../measure.ts';
import type { PeerStyle } from './peer-hold.ts';
import { FORGET, PEER_SCHEMA } from './peer-schema.ts';
import { type RecordedHold, recordedHolds } from './recorded-holds.ts';
import { CLIENT_THREADS, type PeerRun, runPeer } from './run-peer.ts';
import { startServers } from './start-servers.ts';

const FLIGHTS = 1_000;
const WARM_UP = 1_000;
const HOLDS = 6_000;

/** One hold a flight in turn, so that no two that are under way count the same cabin: rows that are locked would slow a peer down. */
const peerHold = (turn: number): Hold => oneSeat(`bench-peer-${turn}`, 1 + (turn % FLIGHTS), SEATS[Math.floor(turn / FLIGHTS)] ?? '');

/** The same holds by Aisle and by its peers, with the same number of callers: how many times as many Aisle places in a second. */
const peerRow = (clients: number): Row => ({
  metrics: [`peer.postgres.${clients}`, `peer.redis_postgres.${clients}`],
  async measure(bench) {
    const servers = await startServers(bench.say);
    if (!servers) return [];
    try {
      const admin = new pg.Client({ host: servers.postgres, user: 'postgres', database: 'postgres' });
      admin.on('error', () => {});
      await admin.connect();
      await admin.query(PEER_SCHEMA);
      const first = await aisleRun(bench, clients);
      const plain = await bothStyles(admin, servers.postgres, undefined, clients, first.recorded);
      const aisle = [first, await aisleRun(bench, clients)];
      const figures = [peerFigure(`peer.postgres.${clients}`, aisle, plain)];
      if (servers.redis !== undefined) {
        const locked = await bothStyles(admin, servers.postgres, servers.redis, clients, first.recorded);
        figures.push(peerFigure(`peer.redis_postgres.${clients}`, aisle, locked));
      }
      await admin.end();
      return figures;
    } finally {
      await servers.stop();
    }
  },
});

export const PEER_ROWS = [16, 64].map(peerRow);

type StyledRun = PeerRun & { readonly style: PeerStyle };

async function bothStyles(admin: pg.Client, postgres: string, redis: string | undefined, clients: number, holds: readonly RecordedHold[]) {
  const runs: StyledRun[] = [];
  for (const style of ['statements', 'function'] as const) {
    await admin.query(FORGET);
    const asked = { postgres, redis, style, clients, warmUp: holds.slice(0, WARM_UP), holds: holds.slice(WARM_UP) };
    runs.push({ style, ...(await runPeer(asked)) });
  }
  return runs;
}

/** Held against the peer's faster way. */
function peerFigure(metric: string, aisle: readonly AisleRun[], runs: readonly StyledRun[]): Figure {
  const perSecond = aisle.reduce((sum, run) => sum + run.perSecond, 0) / aisle.length;
  const best = runs.reduce((a, b) => (a.perSecond > b.perSecond ? a : b));
  const { p50, p99, p999 } = percentiles(best.samples);
  const own = `Aisle ${perSecond.toFixed(0)}/s, p99 ${percentiles(aisle.flatMap(({ samples }) => samples)).p99.toFixed(1)} ms`;
  const seen = runs.map((run) => `${run.style} ${run.perSecond.toFixed(0)}/s`).join(', ');
  const threads = `its clients in ${CLIENT_THREADS} threads, ${(best.busy * 100).toFixed(0)} % busy`;
  const note = `${own}; peer: ${seen}; ${threads}; percentiles are those of its faster way`;
  const value = perSecond / best.perSecond;
  return { metric, value, unit: 'x as many', target: '>= 1', ratio: value, p50, p99, p999, storeBytes: aisle[0]?.storeBytes ?? 0, note };
}

type AisleRun = Awaited<ReturnType<typeof aisleRun>>;

/** Aisle's own run, and the rows that it wrote. */
async function aisleRun(bench: Bench, clients: number) {
  const file = await makeSmallStore(bench, FLIGHTS);
  const opened = await openBenchHub(file);
  const place = (turn: number) => placeHold(opened, peerHold(turn));
  await underLoad(0, WARM_UP, clients, place);
  const { perSecond, samples } = await underLoad(WARM_UP, WARM_UP + HOLDS, clients, place);
  await opened.close();
  return { perSecond, samples, storeBytes: opened.bytes(), recorded: recordedHolds(file) };
}
