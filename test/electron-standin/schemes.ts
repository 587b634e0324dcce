/** An app's own schemes. Chromium cannot be told of them from outside, so `app://ui/x` travels as `https://ui.app.electron-standin/x`. */
type Handler = (request: Request) => Response | Promise<Response>;

export const HOST = 'electron-standin';
const handlers = new Map<string, Handler>();
let isReady = false;

export function closeRegistration() {
  isReady = true;
}

export function handlerOf(url: string): Handler | undefined {
  return handlers.get(url.split(':')[0] ?? '');
}

export function toHttp(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return handlers.has(scheme) ? `https://${host}.${scheme}.${HOST}${rest || '/'}` : url;
}

export function fromHttp(url: string): string {
  return url.replace(new RegExp(`^https://([^/]*)\\.([a-z0-9+-]+)\\.${HOST}`), '$2://$1');
}

export const protocol = {
  registerSchemesAsPrivileged() {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
  },
  handle(scheme: string, handler: Handler) {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string) => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
};
