/** Something that must never be. Assertions stay on in production: a broken invariant stops the command, not the hub. */
export class BrokenInvariant extends Error {
  override name = 'BrokenInvariant';
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BrokenInvariant(message);
}

export function assertNever(value: never, message = 'unreachable'): never {
  throw new BrokenInvariant(`${message}: ${JSON.stringify(value)}`);
}
