/** Simpler forms of a plain value, the boldest first. What is no plain value has none. */
function* simpler(value: unknown, depth = 0): Generator<unknown> {
  if (depth > 14) return;
  if (typeof value === 'string' && value.length > 0) {
    yield '';
    if (value.length > 1) {
      yield value.slice(0, value.length >> 1);
      yield value.slice(value.length >> 1);
    }
    if (value.length <= 80) for (let at = 0; at < value.length; at++) yield value.slice(0, at) + value.slice(at + 1);
    if (/[^A]/.test(value) && value.length <= 40)
      for (let at = 0; at < value.length; at++) if (value[at] !== 'A') yield `${value.slice(0, at)}A${value.slice(at + 1)}`;
  } else if (typeof value === 'number' && value !== 0) {
    yield 0;
    if (Number.isInteger(value) && Math.abs(value) > 1) yield Math.trunc(value / 2);
  } else if (Array.isArray(value)) {
    if (value.length > 0) yield [];
    for (let size = value.length >> 1; size > 0; size >>= 1)
      for (let at = 0; at < value.length; at += size) yield [...value.slice(0, at), ...value.slice(at + size)];
    for (const [place, each] of value.slice(0, 50).entries()) for (const less of simpler(each, depth + 1)) yield value.with(place, less);
  } else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    for (const key of Object.keys(value)) {
      const { [key]: each, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const less of simpler(each, depth + 1)) yield { ...value, [key]: less };
    }
  }
}

/** The simplest form of a value that still fails, found step by step with at most `tries` trials. */
export async function shrunk<T>(value: T, fails: (simpler: T) => Promise<boolean>, tries = 2_000): Promise<T> {
  let best = value;
  for (let found = true; found; ) {
    found = false;
    for (const each of simpler(best)) {
      if (tries-- <= 0) return best;
      if (!(await fails(each as T))) continue;
      best = each as T;
      found = true;
      break;
    }
  }
  return best;
}
