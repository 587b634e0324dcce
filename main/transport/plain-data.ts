import { MESSAGE_BYTES_MAX } from '../../shared/bounds.ts';

export const DEPTH_MAX = 12;
const VALUES_MAX = 50_000;

export type PlainProblem = { readonly kind: 'large' } | { readonly kind: 'odd'; readonly field: string; readonly problem: string };

/**
 * Looks at what a console sent before anything else does: only what JSON carries, not deeper or larger than any method
 * needs, no key that means something to JavaScript. IPC can carry more than JSON (maps, cycles, NaN); none of it gets in.
 */
export function plainProblem(input: unknown): PlainProblem | undefined {
  let values = 0;
  let length = 0;
  const odd = (path: readonly string[], problem: string): PlainProblem => ({ kind: 'odd', field: path.join('.') || 'input', problem });

  function look(value: unknown, path: readonly string[]): PlainProblem | undefined {
    if (++values > VALUES_MAX) return { kind: 'large' };
    if (value === null || typeof value === 'boolean' || value === undefined) return undefined;
    if (typeof value === 'number') return Number.isFinite(value) ? undefined : odd(path, 'is not a number');
    if (typeof value === 'string') {
      length += value.length;
      return length > MESSAGE_BYTES_MAX ? { kind: 'large' } : undefined;
    }
    if (typeof value !== 'object') return odd(path, 'is of a kind that cannot be sent');
    if (path.length >= DEPTH_MAX) return odd(path, 'goes too deep');
    if (Array.isArray(value)) {
      if (value.length > VALUES_MAX) return { kind: 'large' };
      for (let place = 0; place < value.length; place++) {
        const problem = look(value[place], [...path, String(place)]);
        if (problem) return problem;
      }
      return undefined;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return odd(path, 'is of a kind that cannot be sent');
    for (const key of Object.keys(value)) {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') return odd(path, 'holds a field that does not belong there');
      length += key.length;
      // A key that no method knows is not repeated: it may be anything.
      const problem = look((value as Record<string, unknown>)[key], [...path, /^\w{1,32}$/.test(key) ? key : '?']);
      if (problem) return problem;
    }
    return undefined;
  }
  return look(input, []);
}
