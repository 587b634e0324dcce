/** Turns what `encode` cannot (functions, promises) into a node of its own, or leaves it. */
export type Extend = (value: unknown) => Encoded | undefined;
/** Turns such a node back. */
export type Restore = (node: Encoded) => unknown;
/** JSON in which every composite value is an array with its kind first. */
export type Encoded = null | boolean | string | number | readonly unknown[];

export interface Codec {
  encode(value: unknown, extend?: Extend): Encoded;
  decode(node: Encoded, restore?: Restore): unknown;
}

/**
 * Structured clone over JSON, with cycles. Runs in Node and, by its source text, in both worlds of the page: so it may use
 * nothing from outside itself.
 */
export function makeCodec(): Codec {
  const VIEWS = [
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
    'DataView',
  ];
  const UNCLONEABLE = ['Promise', 'WeakMap', 'WeakSet', 'WeakRef', 'Generator'];
  const tagOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1);

  function toBase64(bytes: Uint8Array) {
    let text = '';
    // In slices, for a call takes only so many arguments.
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(text);
  }
  function fromBase64(text: string) {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  }

  function encode(value: unknown, extend?: Extend, seen = new Map<object, number>()): Encoded {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') {
      if (Object.is(value, -0)) return ['number', '-0'];
      return Number.isFinite(value) ? value : ['number', String(value)];
    }
    if (value === undefined) return ['undefined'];
    if (typeof value === 'bigint') return ['bigint', String(value)];
    const own = extend?.(value);
    if (own) return own;
    const tag = tagOf(value);
    if (typeof value !== 'object' || UNCLONEABLE.includes(tag)) throw new Error('An object could not be cloned.');
    const earlier = seen.get(value);
    if (earlier !== undefined) return ['again', earlier];
    seen.set(value, seen.size);
    const inner = (part: unknown) => encode(part, extend, seen);
    if (Array.isArray(value)) return ['array', Array.from(value, inner)];
    if (value instanceof Date || tag === 'Date') return ['date', (value as Date).getTime()];
    if (value instanceof RegExp) return ['regexp', value.source, value.flags];
    if (value instanceof Map) return ['map', [...value].map(([key, part]) => [inner(key), inner(part)])];
    if (value instanceof Set) return ['set', [...value].map(inner)];
    if (tag === 'ArrayBuffer') return ['buffer', toBase64(new Uint8Array(value as ArrayBuffer))];
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return ['view', VIEWS.includes(tag) ? tag : 'Uint8Array', toBase64(bytes)];
    }
    if (tag === 'Error' || value instanceof Error) {
      const error = value as Error;
      return ['error', error.name, error.message, error.stack ?? ''];
    }
    return ['object', Object.entries(value).map(([key, part]) => [key, inner(part)])];
  }

  function decode(node: Encoded, restore?: Restore, seen: unknown[] = []): unknown {
    if (!Array.isArray(node)) return node;
    const [kind, first, second, third] = node;
    const inner = (part: unknown) => decode(part as Encoded, restore, seen);
    // Composite values are remembered before their parts are read, in encode's order, so that a cycle finds them.
    const keep = <T>(value: T) => {
      seen.push(value);
      return value;
    };
    switch (kind) {
      case 'number':
        return Number(first);
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(first);
      case 'again':
        return seen[first];
      case 'array': {
        const array: unknown[] = keep([]);
        for (const part of first) array.push(inner(part));
        return array;
      }
      case 'date':
        return keep(new Date(first));
      case 'regexp':
        return keep(new RegExp(first, second));
      case 'map': {
        const map = keep(new Map());
        for (const [key, part] of first) map.set(inner(key), inner(part));
        return map;
      }
      case 'set': {
        const set = keep(new Set());
        for (const part of first) set.add(inner(part));
        return set;
      }
      case 'buffer':
        return keep(fromBase64(first).buffer);
      case 'view': {
        const { buffer } = fromBase64(second);
        return keep(Reflect.construct(Reflect.get(globalThis, first), [buffer]));
      }
      case 'error':
        return keep(Object.assign(new Error(second), { name: first, stack: third }));
      case 'object': {
        const object: object = keep({});
        for (const [key, part] of first) {
          // Defined, not assigned: a key such as __proto__ must stay a key.
          Object.defineProperty(object, key, { value: inner(part), writable: true, enumerable: true, configurable: true });
        }
        return object;
      }
      default:
        return restore?.(node);
    }
  }

  return { encode: (value, extend) => encode(value, extend), decode: (node, restore) => decode(node, restore) };
}
