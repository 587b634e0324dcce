import { MESSAGE_BYTES_MAX } from '../../shared/bounds.ts';

const DEPTH_MAX = 12;
const VALUES_MAX = 50_000;
/** Keys that mean something to JavaScript itself. */
const LOADED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Checks an input before its schema sees it. It must hold only what JSON carries, be no deeper than any method needs and have no keys
 * that mean something to JavaScript (else 'odd'), and be no larger than a message may be (else 'large'). IPC can carry more than JSON:
 * maps, dates, cycles, `__proto__`.
 */
export function plainProblem(input: unknown): 'odd' | 'large' | undefined {
  let values = 0;
  let length = 0;

  function look(value: unknown, depth: number): 'odd' | 'large' | undefined {
    if (++values > VALUES_MAX) return 'large';
    if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return undefined;
    if (typeof value === 'string') {
      length += value.length;
      return length > MESSAGE_BYTES_MAX ? 'large' : undefined;
    }
    if (typeof value !== 'object' || depth >= DEPTH_MAX) return 'odd';
    if (Array.isArray(value)) {
      if (value.length > VALUES_MAX) return 'large';
      for (const each of value) {
        const problem = look(each, depth + 1);
        if (problem) return problem;
      }
      return undefined;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return 'odd';
    for (const key of Object.keys(value)) {
      if (LOADED_KEYS.has(key)) return 'odd';
      length += key.length;
      const problem = look((value as Record<string, unknown>)[key], depth + 1);
      if (problem) return problem;
    }
    return undefined;
  }
  return look(input, 0);
}
