import type { ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { HealthView } from '../../shared/methods/health.ts';
import type { HttpRoute } from '../transport/http-route.ts';

/**
 * Whether the hub can serve, in a word. closing: it is being stopped. damaged: the store is, and nothing is sold on it. stopped: a part of the hub
 * has ended. store, reader: the store cannot be written, or read. clock: nobody has confirmed the time yet.
 */
export type Readiness = 'ready' | 'closing' | 'damaged' | 'stopped' | 'store' | 'reader' | 'clock';

/** What a hub is doing that is not open yet. opening: it locks, opens and checks the store, and puts back a backup. settling: it ends what a stop has left. */
type Starting = 'opening' | 'migrating' | `migrating, ${number} %` | 'reading' | 'settling';
export type Standing = Readiness | Starting;

const say = (response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void => {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }).end(body);
};

/** For what watches over the hub from outside: is it alive, and can it serve? Anybody may ask, and learns no figure. */
export const watchRoutes = (standing: () => Standing): readonly HttpRoute[] => [
  {
    path: '/healthz',
    methods: ['GET'],
    async answer(_, response) {
      say(response, 200, 'alive\n');
    },
  },
  {
    path: '/readyz',
    methods: ['GET'],
    async answer(_, response) {
      const found = standing();
      say(response, found === 'ready' ? 200 : 503, `${found}\n`);
    },
  },
];

/** Whether an `Authorization` header, sent from a network address, proves a key of a system. */
export type HasKey = (authorization: string | undefined, address: string) => boolean;

/** The figures for Prometheus: on this computer, or with the key of a system of the airline. */
export const metricsRoute = (registry: Registry, hasKey: HasKey): HttpRoute => ({
  path: '/metrics',
  methods: ['GET'],
  async answer({ headers }, response, { local, address }) {
    if (!local && !hasKey(headers.authorization, address)) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      return say(response, 401, 'Ask on the computer of the hub, or with the key of a system.\n');
    }
    say(response, 200, await registry.metrics(), registry.contentType);
  },
});

/** What the health screen shows, as one object, for the command line of this computer. */
export const figuresRoute = (view: () => HealthView): HttpRoute => ({
  path: '/figures',
  methods: ['GET'],
  async answer(_, response, { local }) {
    if (!local) return say(response, 403, 'Ask on the computer of the hub.\n');
    say(response, 200, JSON.stringify(view()), 'application/json; charset=utf-8');
  },
});
