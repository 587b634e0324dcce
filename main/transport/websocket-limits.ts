export interface WebSocketLimits {
  /** How many calls a console may make at once, and how many a second after that. */
  readonly callsAtOnce: number;
  readonly callsPerSecond: number;
  /**
   * How many calls beyond that are answered with a refusal: so many at once, and so many a second. A console that sends still more is cut
   * off, because answering for ever would be the flood's own work.
   */
  readonly refusalsAtOnce: number;
  readonly refusalsPerSecond: number;
  /** Calls of one console that may be under way. */
  readonly callsOpenMax: number;
  readonly consolesMax: number;
  /** Bytes that may wait for a console before no events are sent to it. It asks anew once it has read. */
  readonly waitingEventBytesMax: number;
  /**
   * Bytes that may wait for all consoles together, and for all who call over HTTP. For a reply beyond that whoever most waits for is cut off, because a reply
   * cannot be left out.
   */
  readonly allWaitingBytesMax: number;
  /** Replies that may wait for one console, before it is cut off. It connects again, and asks for what was not answered. */
  readonly waitingBytesMax: number;
  /** The same for a console at which nobody has signed in: little is sent to it, and anybody can open it. */
  readonly strangerWaitingBytesMax: number;
  /** How often a console must show that it is still there. */
  readonly pingMs: number;
}

export const WEBSOCKET_LIMITS: WebSocketLimits = {
  callsAtOnce: 400,
  callsPerSecond: 200,
  refusalsAtOnce: 1_000,
  refusalsPerSecond: 100,
  callsOpenMax: 64,
  consolesMax: 2_500,
  waitingEventBytesMax: 1_048_576,
  allWaitingBytesMax: 128 * 1_048_576,
  waitingBytesMax: 32 * 1_048_576,
  strangerWaitingBytesMax: 262_144,
  pingMs: 15_000,
};
