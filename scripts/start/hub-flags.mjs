/**
 * Flags of the Node that runs the hub: a small young heap. V8 lets the short-lived objects of the main thread grow to 64 MiB, and a board
 * is no faster for it. With this the hub needs 40 MiB less (docs/performance.md). The flag can only be given when Node starts.
 */
export const HUB_FLAGS = ['--max-semi-space-size=4'];
