import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { UnsentBytes } from './unsent-bytes.ts';

/** Somebody for whom bytes may wait. */
export interface Reader {
  readonly unsent: number;
  /** Ends the connection, and what waits goes with it. */
  cut(): void;
}

/** All for whom something waits at the hub: consoles, and whoever calls over HTTP. One bound holds for all of them together. */
export class UnsentOfAll {
  readonly #readers = new Set<Reader>();
  readonly #bytes: UnsentBytes;

  constructor(bytesMax: number) {
    this.#bytes = new UnsentBytes(bytesMax, () => {
      let sum = 0;
      for (const { unsent } of this.#readers) sum += unsent;
      return sum;
    });
  }

  enter(reader: Reader): void {
    this.#readers.add(reader);
  }

  leave(reader: Reader): void {
    this.#readers.delete(reader);
  }

  /** Whether so many bytes may wait too. They are counted then. */
  hasRoom(bytes: number): boolean {
    return this.#bytes.hasRoom(bytes);
  }

  /** Cuts off those for whom most waits, until so many bytes may wait too. */
  makeRoom(bytes: number): void {
    while (!this.#bytes.hasRoom(bytes)) {
      let slowest: Reader | undefined;
      for (const reader of this.#readers) if (reader.unsent > (slowest?.unsent ?? 0)) slowest = reader;
      if (!slowest) return;
      slowest.cut();
      this.#readers.delete(slowest);
      this.#bytes.freed();
    }
  }
}

/** A connection over HTTP. A caller may send the next request before it has read the answer to the one before. */
class HttpReader implements Reader {
  readonly answers = new Set<ServerResponse>();
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  get unsent(): number {
    let sum = 0;
    for (const { writableLength } of this.answers) sum += writableLength;
    return sum;
  }

  cut(): void {
    this.#socket.destroy();
  }
}

/** Counts what a server answers, until it is sent or its connection is closed. */
export function countAnswers(server: Server, all: UnsentOfAll): void {
  const readers = new WeakMap<Socket, HttpReader>();
  server.on('request', ({ socket }, response) => {
    const reader = readers.get(socket) ?? new HttpReader(socket);
    readers.set(socket, reader);
    reader.answers.add(response);
    all.enter(reader);
    response.once('close', () => {
      reader.answers.delete(response);
      if (reader.answers.size === 0) all.leave(reader);
    });
  });
}
