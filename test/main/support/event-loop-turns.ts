/** Lets what was begun without a timer go on: each turn of the event loop runs what the one before it made ready. */
export async function eventLoopTurns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((next) => setImmediate(next));
}
