import type { Connection } from '../hub/connection.ts';

/** A console that hears frames of events. */
export interface LiveConsole extends Connection {
  /** Sends a frame: its JSON. False when too much waits for this console, or for all; then nothing is sent. */
  sendFrame(frame: string): boolean;
  /** Whether it has read nearly all that was sent to it. */
  readonly hasRead: boolean;
}
