import type { MadePages } from '../transport/console-server.ts';
import { securityHeaders } from '../transport/content-security.ts';
import { staticFile } from '../transport/static-files.ts';

/** Answers what a window asks for under the scheme of Aisle. */
export type Pages = (request: Pick<Request, 'url' | 'method'>) => Promise<Response>;

const HEADERS = securityHeaders("'none'");
const nothing = (status: number) => new Response(null, { status, headers: HEADERS });

/** Answers `app://aisle/...` with the built console's files, confined to their folder. */
export const consolePages =
  (root: string): Pages =>
  async (request) => {
    const path = pathOf(request);
    if (path === undefined) return nothing(403);
    const file = await staticFile(root, path);
    if (!file) return nothing(404);
    return new Response(new Uint8Array(file.body), { headers: { ...HEADERS, 'Content-Type': file.type, 'Cache-Control': 'no-cache' } });
  };

/** Answers `app://aisle/...` with pages made in memory. */
export const madePages =
  (made: MadePages): Pages =>
  async (request) => {
    const path = pathOf(request);
    if (path === undefined) return nothing(403);
    const page = made[path] ?? (path === '/index.html' ? made['/'] : undefined);
    if (!page) return nothing(404);
    return new Response(page.body, { headers: { ...HEADERS, 'Content-Type': page.type, 'Cache-Control': 'no-store' } });
  };

function pathOf({ url, method }: Pick<Request, 'url' | 'method'>): string | undefined {
  const { host, pathname } = new URL(url);
  return host === 'aisle' && method === 'GET' ? pathname : undefined;
}
