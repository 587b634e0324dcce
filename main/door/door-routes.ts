import { performance } from 'node:perf_hooks';
import type { Dispatcher } from '../transport/dispatch.ts';
import { sendHttpProblem } from '../transport/http-problem.ts';
import type { HttpRoute } from '../transport/http-route.ts';
import { callRoute } from './call-route.ts';
import { type FeedRoutesOptions, feedRoutes } from './feed-routes.ts';
import { DOOR_LIMITS, type DoorLimits, KeyLoads } from './key-load.ts';
import { openApiRoute } from './open-api-route.ts';
import type { KeyOf } from './system-key.ts';

export interface DoorOptions {
  readonly hub: FeedRoutesOptions['hub'];
  readonly dispatcher: Dispatcher;
  readonly keyOf: KeyOf;
  readonly limits?: Partial<DoorLimits>;
  readonly beatMs?: number;
}

/** An address that somebody may have misspelt. It is answered as what is spelt right. */
const nothingThere = (path: HttpRoute['path']): HttpRoute => ({
  path,
  methods: ['GET', 'POST'],
  forPrograms: true,
  async answer(_, response) {
    sendHttpProblem(response, 404, 'There is nothing at this address. /openapi.json says what there is.');
  },
});

/** All that other systems of the airline are answered over HTTP. */
export function doorRoutes({ hub, dispatcher, keyOf, limits, beatMs }: DoorOptions): readonly HttpRoute[] {
  const loads = new KeyLoads({ ...DOOR_LIMITS, ...limits }, () => performance.now());
  return [
    callRoute({ dispatcher, keyOf, loads }),
    openApiRoute(),
    ...feedRoutes({ hub, keyOf, loads, ...(beatMs === undefined ? {} : { beatMs }) }),
    ...(['/v1', '/feeds', '/feeds/', '/openapi', '/openapi/'] as const).map(nothingThere),
  ];
}
