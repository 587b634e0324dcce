/** What cannot be. Assertions stay on in production: a broken invariant stops the command, not the desk. */
export class BrokenInvariant extends Error {
  override name = 'BrokenInvariant';
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BrokenInvariant(message);
}

export function assertNever(value: never, message = 'unreachable'): never {
  throw new BrokenInvariant(`${message}: ${JSON.stringify(value)}`);
}
