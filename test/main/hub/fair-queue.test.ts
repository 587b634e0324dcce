import { describe, expect, it, test } from 'vitest';
import { callerAddress, isLoopback } from '../../../main/hub/caller.ts';
import { FairQueue } from '../../../main/hub/fair-queue.ts';

const at = (address: string, console: string) => ({ address, console });

function filled(...asked: readonly [address: string, console: string, item: string][]): FairQueue<string> {
  const queue = new FairQueue<string>();
  for (const [address, console, item] of asked) queue.add(at(address, console), item);
  return queue;
}

function order(queue: FairQueue<string>): string[] {
  const taken: string[] = [];
  for (let item = queue.next(); item !== undefined; item = queue.next()) taken.push(item);
  return taken;
}

describe('a fair queue', () => {
  test.each<[string, [string, string, string][], string]>([
    [
      'one console keeps its order',
      [
        ['a', '1', 'x'],
        ['a', '1', 'y'],
        ['a', '1', 'z'],
      ],
      'x y z',
    ],
    [
      'two consoles take turns',
      [
        ['a', '1', 'x'],
        ['a', '1', 'y'],
        ['a', '1', 'z'],
        ['a', '2', 'b'],
      ],
      'x b y z',
    ],
    [
      'two addresses take turns, however many consoles one has',
      [
        ['a', '1', 'x'],
        ['a', '2', 'y'],
        ['a', '3', 'z'],
        ['b', '9', 'b'],
        ['b', '9', 'c'],
      ],
      'x b y c z',
    ],
  ])('%s', (_, asked, taken) => {
    const queue = filled(...asked);
    expect(queue.size).toBe(asked.length);
    expect(order(queue).join(' ')).toBe(taken);
    expect(queue.size).toBe(0);
  });

  it('puts a console behind the others when it asks again', () => {
    const queue = filled(['a', '1', 'x'], ['a', '2', 'y'], ['a', '3', 'z']);
    expect(queue.next()).toBe('x');
    queue.add(at('a', '1'), 'x again');
    expect(order(queue)).toEqual(['y', 'z', 'x again']);
  });

  test.each<[string, [string, string, string][], [string, string], string | undefined]>([
    [
      'nobody has more',
      [
        ['a', '1', 'x'],
        ['b', '2', 'y'],
      ],
      ['c', '3'],
      undefined,
    ],
    [
      'another address has two more',
      [
        ['a', '1', 'x'],
        ['a', '2', 'y'],
      ],
      ['c', '3'],
      'x',
    ],
    [
      'the newest of its busiest console',
      [
        ['a', '1', 'w'],
        ['a', '2', 'x'],
        ['a', '2', 'y'],
      ],
      ['c', '3'],
      'y',
    ],
    [
      'its own address has the most: by console',
      [
        ['a', '1', 'x'],
        ['a', '1', 'y'],
        ['a', '2', 'z'],
      ],
      ['a', '3'],
      'y',
    ],
    [
      'it has the most itself',
      [
        ['a', '1', 'x'],
        ['a', '1', 'y'],
        ['b', '2', 'z'],
      ],
      ['a', '1'],
      undefined,
    ],
  ])('takes back for a newcomer: %s', (_, asked, [address, console], taken) => {
    const queue = filled(...asked);
    expect(queue.takeBackFor(at(address, console))).toBe(taken);
    expect(order(queue).sort()).toEqual(
      asked
        .map(([, , item]) => item)
        .filter((item) => item !== taken)
        .sort(),
    );
  });
});

test.each<[string | undefined, string, boolean]>([
  ['127.0.0.1', '127.0.0.1', true],
  ['127.8.0.9', '127.8.0.9', true],
  ['::1', '::1', true],
  ['::ffff:127.0.0.1', '127.0.0.1', true],
  ['::ffff:10.1.2.3', '10.1.2.3', false],
  ['10.1.2.3', '10.1.2.3', false],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::', false],
  ['2001:0db8:1::9', '2001:db8:1:0::', false],
  ['fe80::1%eth0', 'fe80:0:0:0::', false],
  [undefined, 'unknown', false],
])('the address %s counts as %s', (address, counted, local) => {
  expect(callerAddress(address)).toBe(counted);
  expect(isLoopback(address)).toBe(local);
});
