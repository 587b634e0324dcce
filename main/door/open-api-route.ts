import type { HttpRoute } from '../transport/http-route.ts';
import { openApi } from './open-api.ts';

/** The description of all calls, for everybody: it says nothing of this hub. Made when it is asked for first. */
export function openApiRoute(): HttpRoute {
  let made: Promise<Buffer> | undefined;
  return {
    path: '/openapi.json',
    methods: ['GET'],
    forPrograms: true,
    async answer(_request, response) {
      made ??= openApi().then((document) => Buffer.from(JSON.stringify(document)));
      const body = await made;
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
    },
  };
}
