/** Where a call comes from. The hub gives each address its turn, and each console of an address. */
export interface Caller {
  /** The network address of the other end, as `callerAddress` writes it. Windows of this process share one. */
  readonly address: string;
  /** Names one console of this hub process. A console that connects again is another. */
  readonly console: string;
  /** Whether it runs on the computer of the hub. */
  readonly local: boolean;
}

/** The hub process itself. */
export const THE_HUB: Caller = { address: 'hub', console: 'hub', local: true };

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Whether an address is one of this computer that no other computer can send from. */
export function isLoopback(address: string | undefined): boolean {
  const plain = MAPPED.exec(address ?? '')?.[1] ?? address ?? '';
  return plain === '::1' || /^127\.\d+\.\d+\.\d+$/.test(plain);
}

/** Whether a hub that listens on this host can be reached from its own computer alone. */
export const isLocalHost = (host: string): boolean => host === 'localhost' || isLoopback(host);

/** An address for counting. Of IPv6 only the network is taken, because one computer there can have any number of addresses. */
export function callerAddress(address: string | undefined): string {
  const plain = MAPPED.exec(address ?? '')?.[1] ?? address?.replace(/%.*$/, '') ?? 'unknown';
  if (!plain.includes(':') || isLoopback(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::`;
}
