/** Something that must never be was seen. `kind` tells whether two failures are the same one. */
export class Failure extends Error {
  override name = 'Failure';
  readonly kind: string;

  constructor(kind: string, what: string) {
    super(`${kind}: ${what}`);
    this.kind = kind;
  }
}

/** Where `actual` lacks what is expected of it: the path to the first difference, or undefined. More fields than expected are no difference. */
export function difference(expected: unknown, actual: unknown, path = ''): string | undefined {
  if (expected === actual) return undefined;
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null)
    return `${path || 'it'} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`;
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length !== actual.length)
    return `${path} has ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`;
  for (const key of Object.keys(expected)) {
    const found = difference(expected[key as never], actual[key as never], path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return undefined;
}
