import type { Codec, Encoded } from '../codec.ts';

export interface Peer {
  /** What to do when the other world tells something. */
  readonly on: Record<string, (value: never) => void>;
  tell(what: string, value: unknown): void;
}

/**
 * One end of the context bridge: the page's two JavaScript worlds share only the document, so they speak by synchronous DOM events.
 * Functions and promises travel as numbers and become proxies on the other side. Sent to the page as source text.
 */
export function makePeer(me: string, other: string, makeCodec: () => Codec): Peer {
  type Message =
    | { what: 'call'; id: number; call: number; args: Encoded }
    | { what: 'return'; call: number; value?: Encoded; error?: Encoded }
    | { what: 'resolve' | 'reject'; id: number; value: Encoded }
    | { what: 'tell'; name: string; value: Encoded };
  type Callable = (...args: unknown[]) => unknown;

  const { encode, decode } = makeCodec();
  const functions = new Map<number, Callable>();
  const ids = new Map<Callable, number>();
  const proxies = new Map<number, Callable>();
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  const replies = new Map<number, (message: Message & { what: 'return' }) => void>();
  const on: Peer['on'] = {};
  let last = 0;

  const post = (message: Message) => window.dispatchEvent(new CustomEvent(`standin:${other}`, { detail: JSON.stringify(message) }));

  const extend = (value: unknown): Encoded | undefined => {
    if (typeof value === 'function') {
      const callable = value as Callable;
      const id = ids.get(callable) ?? ++last;
      ids.set(callable, id);
      functions.set(id, callable);
      return ['function', id];
    }
    if (Object.prototype.toString.call(value) !== '[object Promise]') return undefined;
    const id = ++last;
    (value as Promise<unknown>).then(
      (result) => post({ what: 'resolve', id, value: encode(result, extend) }),
      (error) => post({ what: 'reject', id, value: encode(error, extend) }),
    );
    return ['promise', id];
  };

  const restore = (node: Encoded) => {
    const [kind, id] = node as [string, number];
    if (kind === 'promise') return new Promise((resolve, reject) => promises.set(id, { resolve, reject }));
    const proxy = proxies.get(id) ?? ((...args: unknown[]) => call(id, args));
    proxies.set(id, proxy);
    return proxy;
  };

  function call(id: number, args: unknown[]) {
    const number = ++last;
    let reply: (Message & { what: 'return' }) | undefined;
    replies.set(number, (message) => {
      reply = message;
    });
    post({ what: 'call', id, call: number, args: encode(args, extend) });
    replies.delete(number);
    if (!reply) throw new Error('stand-in: the other world did not answer');
    if (reply.error !== undefined) throw decode(reply.error, restore);
    return decode(reply.value ?? null, restore);
  }

  function answer({ id, call: number, args }: Message & { what: 'call' }) {
    try {
      const value = functions.get(id)?.(...(decode(args, restore) as unknown[]));
      post({ what: 'return', call: number, value: encode(value, extend) });
    } catch (error) {
      post({ what: 'return', call: number, error: encode(error, extend) });
    }
  }

  window.addEventListener(`standin:${me}`, (event) => {
    event.stopImmediatePropagation();
    const message: Message = JSON.parse((event as CustomEvent).detail);
    switch (message.what) {
      case 'call':
        return answer(message);
      case 'return':
        return replies.get(message.call)?.(message);
      case 'resolve':
      case 'reject':
        promises.get(message.id)?.[message.what](decode(message.value, restore));
        promises.delete(message.id);
        return;
      case 'tell':
        return on[message.name]?.(decode(message.value, restore) as never);
    }
  });

  return { on, tell: (name, value) => post({ what: 'tell', name, value: encode(value, extend) }) };
}
