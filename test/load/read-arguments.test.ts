import { describe, expect, test } from 'vitest';
import { LoadRefused, readArguments } from './read-arguments.ts';

describe('what the load is asked for', () => {
  test('is a thousand consoles for two minutes unless it says otherwise', () => {
    expect(readArguments([])).toEqual({
      ...{
        scene: 'mix',
        line: 'none',
        consoles: 1_000,
        minutes: 2,
        rate: 2_000,
        stops: 1,
        seed: 13,
        host: '127.0.0.1',
        secure: false,
        json: false,
        profile: undefined,
      },
    });
  });

  test.each([
    [['--consoles', '2000', '--minutes', '90'], { consoles: 2_000, minutes: 90 }],
    [['--flash'], { scene: 'flash', line: 'none' }],
    [['--flash', '--line', 'lot'], { scene: 'flash', line: 'lot' }],
    [['--storm', '--json'], { scene: 'storm', json: true }],
    [['--host', '::1'], { host: '::1' }],
    [['--storm', '--secure'], { scene: 'storm', host: '127.0.0.1', secure: true }],
  ])('%j is done', (args, expected) => {
    expect(readArguments(args)).toMatchObject(expected);
  });

  test.each([
    [['--consoles', '2001'], '--consoles takes a whole number from 1 to 2,000.'],
    [['--consoles', ''], '--consoles takes a whole number from 1 to 2,000.'],
    [['--consoles', '1.5'], '--consoles takes a whole number from 1 to 2,000.'],
    [['--minutes', '91'], '--minutes takes a number from 0.05 to 90.'],
    [['--host', '0.0.0.0'], '--host takes this computer alone: 127.0.0.1, ::1, localhost.'],
    [['--host', '10.0.0.7'], '--host takes this computer alone: 127.0.0.1, ::1, localhost.'],
    [['--secure', '--host', '::1'], '--secure has the hub listen on every address: leave --host out.'],
    [['--flash', '--storm'], '--flash and --storm are two runs: give one of them.'],
    [['--flash', '--line', 'short'], '--line takes none, order, lot.'],
    [['--line', 'order'], '--line belongs to --flash: only there holds wait in line.'],
    [['--quick'], "Unknown option '--quick'."],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(() => readArguments(args)).toThrow(new LoadRefused(sentence));
  });
});
