import type { Codec } from '../codec.ts';
import type { makePeer as MakePeer } from './peer.ts';

/** The page's own world: receives what the preload exposes, frozen, and hands window.open to the main process. Sent as source text. */
export function mainWorld(makePeer: typeof MakePeer, makeCodec: () => Codec) {
  const peer = makePeer('main', 'isolated', makeCodec);

  const freeze = (value: unknown): unknown => {
    if (value && typeof value === 'object' && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
      Object.freeze(value);
      for (const part of Object.values(value)) freeze(part);
    }
    return value;
  };
  peer.on.expose = ([key, api]: [string, unknown]) => {
    Object.defineProperty(window, key, { value: freeze(api), enumerable: true });
  };

  window.open = (url = 'about:blank', name = '', features = '') => {
    peer.tell('open', [String(new URL(url, location.href)), name, features]);
    return null;
  };
  window.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[target=_blank]');
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    peer.tell('open', [link.href, '_blank', '']);
  });
}
