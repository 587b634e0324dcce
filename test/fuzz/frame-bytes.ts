/** One frame of RFC 6455, or almost one. */
export interface Frame {
  readonly opcode: number;
  readonly fin: boolean;
  /** The three reserved bits. */
  readonly reserved: number;
  readonly masked: boolean;
  readonly payload: Buffer;
  /** What the frame says its length is; undefined: the truth. */
  readonly said?: number | undefined;
  /** Writes the length in 2 or 8 bytes though fewer would do. */
  readonly wide?: 2 | 8 | undefined;
}

const MASK = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);

export function frameBytes({ opcode, fin, reserved, masked, payload, said, wide }: Frame): Buffer {
  const length = said ?? payload.length;
  const form = wide ?? (length < 126 ? 1 : length < 65_536 ? 2 : 8);
  const head = Buffer.alloc(form === 1 ? 2 : form === 2 ? 4 : 10);
  head[0] = (fin ? 0x80 : 0) | ((reserved & 7) << 4) | (opcode & 15);
  head[1] = (masked ? 0x80 : 0) | (form === 1 ? length & 127 : form === 2 ? 126 : 127);
  if (form === 2) head.writeUInt16BE(length & 0xffff, 2);
  if (form === 8) head.writeBigUInt64BE(BigInt.asUintN(64, BigInt(length)), 2);
  if (!masked) return Buffer.concat([head, payload]);
  const body = Buffer.from(payload);
  for (let at = 0; at < body.length; at++) body[at] = (body[at] ?? 0) ^ (MASK[at & 3] ?? 0);
  return Buffer.concat([head, MASK, body]);
}

export const textFrame = (text: string): Buffer =>
  frameBytes({ opcode: 1, fin: true, reserved: 0, masked: true, payload: Buffer.from(text) });

export interface HeardFrame {
  readonly opcode: number;
  readonly payload: Buffer;
}

/** Takes what a server sent apart. What is left over is not a whole frame yet. */
export function framesOf(bytes: Buffer): { readonly frames: HeardFrame[]; readonly rest: Buffer } {
  const frames: HeardFrame[] = [];
  let at = 0;
  while (bytes.length - at >= 2) {
    const short = (bytes[at + 1] ?? 0) & 127;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (bytes.length - at < head) break;
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short;
    if (bytes.length - at < head + length) break;
    frames.push({ opcode: (bytes[at] ?? 0) & 15, payload: bytes.subarray(at + head, at + head + length) });
    at += head + length;
  }
  return { frames, rest: bytes.subarray(at) };
}
