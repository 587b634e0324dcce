/**
 * Flags of the Node that runs the hub, which can only be given when Node starts.
 * 1. A small young heap. V8 lets the short-lived objects of the main thread grow to 64 MiB, and a board is no faster for it. With this the
 *    hub needs 40 MiB less (docs/performance.md).
 * 2. `gc` for the reader, which collects its garbage when it has read routes ahead (reader-thread.ts).
 */
export const HUB_FLAGS = ['--max-semi-space-size=4', '--expose-gc'];
