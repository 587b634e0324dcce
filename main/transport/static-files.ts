import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** The kinds of files that the console is built of. Others are not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export interface StaticFile {
  readonly body: Buffer;
  readonly type: string;
  /** A file whose name holds a hash of its content never changes. All others are asked for again. */
  readonly cache: string;
}

/** The pages that are asked for without the name of a file. */
const PAGES: Readonly<Record<string, string>> = { '/': '/index.html', '/passenger': '/passenger/index.html' };

/**
 * Reads one file of the console by the path of its URL (`/` is index.html), or undefined when there is none to show.
 * Nothing outside the folder is ever read: not by `..`, by an encoded slash, by a link that leads out, by a hidden file.
 */
export async function staticFile(root: string, urlPath: string): Promise<StaticFile | undefined> {
  const parts = partsOf(PAGES[urlPath] ?? urlPath);
  const type = TYPES[extname(parts?.at(-1) ?? '').toLowerCase()];
  if (!parts || !type) return undefined;
  try {
    const home = await realpath(root);
    const file = await realpath(join(home, ...parts));
    if (!file.startsWith(home + sep)) return undefined;
    const hashed = parts[0] === 'assets' && /-[\w-]{8,}\.\w+$/.test(parts.at(-1) ?? '');
    return { body: await readFile(file), type, cache: hashed ? 'public, max-age=31536000, immutable' : 'no-cache' };
  } catch {
    // Not there, a folder, or not readable: the caller gets the same answer.
    return undefined;
  }
}

function partsOf(urlPath: string): string[] | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (!path.startsWith('/') || path.length > 512) return undefined;
  const parts = path.slice(1).split('/');
  return parts.every((part) => /^[\w@-][\w@. -]*$/.test(part) && !part.includes('..')) ? parts : undefined;
}
