/**
 * Flags of the Node that runs the hub, which can only be given when Node starts.
 * 1. A small young heap. V8 lets the short-lived objects of the main thread grow to 64 MiB, and a board is no faster for it. With 8 MiB the hub needs some 30 MiB less.
 *    With 4, as its other threads have it (young-heap.ts), the main thread of a thousand busy consoles would collect twice as often, and others would wait for it.
 * 2. An old heap that may have 512 MiB. It needs 60 with a thousand consoles, but on a computer with much memory V8 lets it grow to four times what is
 *    needed before it collects. Knowing a bound it collects sooner, at no cost that can be measured: 340 MiB instead of 457.
 * 3. One helper for collecting garbage and compiling instead of four. On two processors four of them take both from the threads that sell: with one, a hold took 35 to 99 ms
 *    at p99 instead of 55 to 300, in four runs each. A collection of the main thread's heap is bounded, so that more processors need no more helpers.
 * 4. `gc` for the reader, which collects its garbage when it has read routes ahead (reader-thread.ts).
 * The first two count for each thread by itself, and instead of the `resourceLimits` that it asks for: a thread that asks for 384 or 900 MiB may have 512. Its own
 * limits count in a window, where Electron takes no flags. A thread past its bound ends alone (ERR_WORKER_OUT_OF_MEMORY); the main thread ends the hub.
 * Figures stand in docs/performance.md.
 */
export const HUB_FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=512', '--v8-pool-size=1', '--expose-gc'];

/**
 * Variables that the C library of Linux reads when a program starts. Other systems ignore them. Without this one it makes up to eight arenas for each
 * processor, so that threads that ask for memory at the same time need not wait, and an arena keeps memory that nobody uses any more. With two the hub needs 5 to 30 MiB
 * less, at no cost that can be measured (docs/performance.md).
 */
export const HUB_ENV = { MALLOC_ARENA_MAX: '2' };
