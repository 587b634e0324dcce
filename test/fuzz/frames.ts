import { createServer } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import type { SeededRandom } from '../../main/seeded-random.ts';
import { trustedHosts } from '../../main/transport/trusted-hosts.ts';
import { UnsentOfAll } from '../../main/transport/unsent-of-all.ts';
import { serveWebSocket } from '../../main/transport/websocket.ts';
import { WEBSOCKET_LIMITS } from '../../main/transport/websocket-limits.ts';
import { noticeSchema } from '../../shared/notices.ts';
import type { Reply } from '../../shared/refusals.ts';
import { IDENTITY } from '../main/support/here.ts';
import { replyProblem } from './calls.ts';
import { frameBytes, framesOf, textFrame } from './frame-bytes.ts';
import { type FuzzHub, openFuzzHub } from './fuzz-hub.ts';
import { goodInput, methodName } from './good-calls.ts';
import { editedText, mutated } from './mutate.ts';
import { anyText, oddJson, oddText } from './odd-values.ts';
import type { FuzzPart } from './part.ts';

interface FuzzConnection {
  /** The request that asks for a WebSocket, line by line. */
  readonly request: readonly string[];
  /** What is sent then, in base64. */
  readonly pieces: readonly string[];
  /** Nothing of it could swallow or end what follows. */
  readonly whole: boolean;
}

const REQUEST = [
  'GET /socket HTTP/1.1',
  'Host: 127.0.0.1:4610',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];
/** Asked at the end of every connection: whoever still answers this was not harmed. */
const LAST_ID = 999_999_999;
/** Made anew each time: the receiver takes the mask off where the bytes lie. */
const lastFrame = (): Buffer => textFrame(JSON.stringify({ id: LAST_ID, method: 'session.state', input: {} }));

function envelope(random: SeededRandom): string {
  const name = methodName(random);
  const call = { id: random.below(1_000), method: name, input: goodInput(random, name) };
  const chance = random.below(10);
  if (chance < 3) return JSON.stringify(call);
  if (chance === 3) return editedText(random, JSON.stringify(call));
  if (chance === 4) return JSON.stringify(oddJson(random)) ?? '';
  if (chance === 5) return `{"id":1,"id":2,"method":"session.state","method":"session.lock","input":{},"input":{"__proto__":{}}}`;
  if (chance === 6) return `{"id":1,"method":"session.state","input":${'['.repeat(random.pick([13, 2_000, 400_000]))}`;
  if (chance === 7) return random.below(2) === 0 ? oddText(random) : anyText(random, random.below(40));
  try {
    return JSON.stringify(mutated(random, call)) ?? '';
  } catch {
    return '{"id":1}';
  }
}

/** Bytes that are UTF-8, and bytes that only begin so. */
const utf8 = (random: SeededRandom, text: string): Buffer =>
  random.below(12) === 0
    ? Buffer.concat([Buffer.from(text), Buffer.from(random.pick([[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88], [0xe2, 0x82]]))])
    : Buffer.from(text);

function piece(random: SeededRandom): { readonly bytes: Buffer; readonly whole: boolean } {
  const text = envelope(random);
  const payload = utf8(random, text);
  const plain = { opcode: 1, fin: true, reserved: 0, masked: true, payload };
  switch (random.below(14)) {
    case 0:
      return { bytes: frameBytes({ ...plain, opcode: random.below(16) }), whole: false };
    case 1:
      return { bytes: frameBytes({ ...plain, reserved: 1 + random.below(7) }), whole: false };
    case 2:
      return { bytes: frameBytes({ ...plain, masked: false }), whole: false };
    case 3:
      return {
        bytes: frameBytes({ ...plain, said: random.pick([0, 1, 125, 126, 65_535, 65_536, 2 ** 20 + 1, 2 ** 31, 2 ** 53, 2 ** 63]) }),
        whole: false,
      };
    case 4:
      return { bytes: frameBytes({ ...plain, wide: random.pick([2, 8]) }), whole: false };
    case 5: {
      const cut = random.below(payload.length + 1);
      const first = frameBytes({ ...plain, fin: false, payload: payload.subarray(0, cut) });
      const between = random.below(2) === 0 ? frameBytes({ ...plain, opcode: 9, payload: Buffer.from('between') }) : Buffer.alloc(0);
      const second = frameBytes({ ...plain, opcode: random.pick([0, 0, 0, 1]), fin: random.below(4) > 0, payload: payload.subarray(cut) });
      return { bytes: Buffer.concat([first, between, second]), whole: false };
    }
    case 6:
      return { bytes: frameBytes({ ...plain, opcode: 2 }), whole: true };
    case 7:
      return {
        bytes: Buffer.concat(
          Array.from({ length: random.pick([1, 10, 1_000]) }, () =>
            frameBytes({ ...plain, opcode: random.pick([9, 10]), payload: Buffer.alloc(random.below(126)) }),
          ),
        ),
        whole: true,
      };
    case 8:
      return {
        bytes: frameBytes({
          ...plain,
          opcode: 8,
          payload: random.pick([Buffer.alloc(0), Buffer.from([3]), Buffer.from([3, 232]), Buffer.from([0, 0, 255]), Buffer.alloc(126)]),
        }),
        whole: false,
      };
    case 9:
      return { bytes: Buffer.from(anyText(random, 1 + random.below(60)), 'latin1'), whole: false };
    case 10:
      return { bytes: frameBytes(plain).subarray(0, random.below(20)), whole: false };
    default: {
      const good = frameBytes({ ...plain, payload: Buffer.from(text) });
      return { bytes: good, whole: good.length <= 1_048_576 };
    }
  }
}

function request(random: SeededRandom): string[] {
  const lines = [...REQUEST];
  for (let left = 1 + random.below(2); left > 0; left--) {
    const at = random.below(lines.length);
    const line = lines[at] ?? '';
    const odd = [
      editedText(random, line),
      `${line}, ${line}`,
      line.replace(/: .*/, `: ${anyText(random, random.below(30))}`),
      `Origin: ${random.pick(['null', 'http://evil.example', 'http://127.0.0.1:4610', 'file://', ''])}`,
      'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits; a="',
      'Sec-WebSocket-Protocol: a,,b',
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
      'Expect: 100-continue',
      `X: ${'x'.repeat(random.pick([10, 20_000]))}`,
    ];
    if (random.below(4) === 0) lines.splice(at, 1);
    else lines[at] = random.pick(odd);
  }
  return lines;
}

function generate(random: SeededRandom): FuzzConnection {
  const pieces = Array.from({ length: random.below(5) }, () => piece(random));
  const asked = random.below(8) === 0 ? request(random) : REQUEST;
  return {
    request: asked,
    pieces: pieces.map(({ bytes }) => bytes.toString('base64')),
    whole: asked === REQUEST && pieces.every(({ whole }) => whole),
  };
}

const turn = (): Promise<void> => new Promise((next) => setImmediate(next));
/** Turns of the event loop after which a server that says nothing has nothing to say. */
const TURNS_MAX = 60;
/** How a server may end a connection: never with "something is wrong here" (1011). From 3000 on the code is the caller's own, said back. */
const CLOSE_CODES = new Set([1000, 1001, 1002, 1003, 1005, 1007, 1008, 1009]);
const closesWell = (code: number): boolean => CLOSE_CODES.has(code) || (code >= 3_000 && code < 5_000);

const TRUSTED = trustedHosts('127.0.0.1');

class FramesSubject {
  readonly #target: FuzzHub;
  readonly #server = createServer((_, response) => response.writeHead(404).end());
  readonly #sockets: ReturnType<typeof serveWebSocket>;

  constructor(target: FuzzHub) {
    this.#target = target;
    this.#server.on('clientError', (_, socket) => socket.destroy());
    this.#sockets = serveWebSocket({
      server: this.#server,
      hub: target.hub,
      live: target.live,
      dispatcher: target.dispatcher,
      identity: IDENTITY,
      trusted: () => TRUSTED,
      unsent: new UnsentOfAll(WEBSOCKET_LIMITS.allWaitingBytesMax),
    });
  }

  async attempt({ request: asked, pieces, whole }: FuzzConnection): Promise<string | undefined> {
    const [near, far] = duplexPair();
    this.#server.emit('connection', far);
    const problem = await this.#talk(near, Buffer.from(`${[asked].flat().join('\r\n')}\r\n\r\n`, 'latin1'), [pieces].flat(), whole);
    near.destroy();
    far.destroy();
    for (let turns = 0; this.#sockets.consoles > 0 && turns < TURNS_MAX; turns++) await turn();
    if (problem) return problem;
    if (this.#sockets.consoles > 0) return `leaves ${this.#sockets.consoles} consoles behind when it is gone`;
    if (this.#target.log.lines[0] !== undefined) return `made the log say: ${this.#target.log.lines[0]}`;
    return this.#target.reports[0] && `broke something inside: ${this.#target.reports[0]}`;
  }

  async #talk(near: Duplex, hello: Buffer, pieces: readonly string[], whole: boolean): Promise<string | undefined> {
    let heard = Buffer.alloc(0);
    let ended = false;
    near.on('data', (data: Buffer) => {
      heard = Buffer.concat([heard, data]);
    });
    near.on('error', () => {});
    near.on('end', () => {
      ended = true;
    });
    near.write(hello);
    for (let turns = 0; !ended && !heard.includes('\r\n\r\n') && turns < TURNS_MAX; turns++) await turn();
    const head = heard.indexOf('\r\n\r\n');
    const answer = heard.subarray(0, Math.max(0, head)).toString('latin1');
    if (!answer.startsWith('HTTP/1.1 101'))
      return head < 0 || /^HTTP\/1\.1 (4\d\d|100) /.test(answer) ? undefined : `is answered ${answer.slice(0, 80)}`;
    heard = heard.subarray(head + 4);
    for (const piece of pieces) near.write(Buffer.from(String(piece), 'base64'));
    near.write(lastFrame());
    for (let turns = 0; !ended && turns < TURNS_MAX; turns++) {
      await turn();
      const said = this.#understood(heard);
      if (said.problem) return said.problem;
      if (said.last) return undefined;
    }
    const said = this.#understood(heard);
    if (said.problem || said.closed || ended) return said.problem;
    return whole && !said.last ? 'is neither answered nor closed' : undefined;
  }

  #understood(heard: Buffer): { readonly problem?: string | undefined; readonly last: boolean; readonly closed: boolean } {
    let last = false;
    let closed = false;
    for (const { opcode, payload } of framesOf(heard).frames) {
      if (opcode === 8) {
        closed = true;
        if (payload.length >= 2 && !closesWell(payload.readUInt16BE(0)))
          return { problem: `is closed with ${payload.readUInt16BE(0)}`, last, closed };
      }
      if (opcode !== 1) continue;
      const said = JSON.parse(payload.toString()) as { notice?: true; event?: number; id?: number | null } & Reply<unknown>;
      if (said.notice && !noticeSchema.safeParse(said).success) return { problem: 'hears a notice that is none', last, closed };
      if (said.notice || said.event !== undefined) continue;
      if (said.id !== null && !Number.isSafeInteger(said.id)) return { problem: `hears a reply to ${String(said.id)}`, last, closed };
      if (said.id === LAST_ID) last = true;
      const problem = said.ok ? undefined : replyProblem(undefined, said);
      // Which method was asked is not looked up again here; its refusals are the business of the calls.
      if (problem && !/which is not for/.test(problem)) return { problem, last, closed };
    }
    return { last, closed };
  }

  async close(): Promise<void> {
    await this.#sockets.close();
    await this.#target.close();
  }
}

/** What is sent where frames are expected: broken ones, parts, floods, other alphabets, and requests that are none. */
export const FRAMES_PART: FuzzPart<FuzzConnection> = {
  name: 'frames',
  share: 10,
  episode: 5_000,
  generate,
  open: async () => new FramesSubject(await openFuzzHub()),
};
