import { expect, test } from 'vitest';
import { whoGivesWay } from '../../../main/transport/who-gives-way.ts';

/** `a:1` is a place of address a at which nobody is signed in; `a:1=ruiz` one of somebody; `a:1?` one that is silent. Oldest first. */
const place = (text: string) => {
  const [at = '', user] = text.replace('?', '').split('=');
  return { name: at, address: at.split(':')[0] ?? '', user, silent: text.endsWith('?') };
};

test.each<[string, places: string, newcomer: string, gives: string | undefined]>([
  ['the oldest stranger', 'a:1=ruiz a:2 a:3', 'b', 'a:2'],
  ['a stranger of the address that has most of them', 'a:1 b:1 b:2', 'c', 'b:1'],
  ['a silent one before a sign-in screen of its address (silent sockets cut off who was signing in)', 'a:1 a:2? a:3?', 'a', 'a:2'],
  ['not a silent one of an address that has fewer', 'a:1? b:1 b:2', 'c', 'b:1'],
  ['of the own address too', 'a:1=ruiz b:1', 'b', 'b:1'],
  ['a stranger before anybody who is signed in, however many places those have', 'a:1=x a:2=x a:3=x a:4=x b:1', 'c', 'b:1'],
  ['nobody, when each address has as many as it may', 'a:1=x b:1=y', 'c', undefined],
  ['nobody of the own address', 'a:1=x a:2=x', 'a', undefined],
  ['the newest of whoever has most, at the address that has most', 'a:1=x a:2=y a:3=y a:4=x a:5=y b:1=z', 'c', 'a:5'],
])('gives way: %s', (_, places, newcomer, gives) => {
  expect(whoGivesWay(places.split(' ').map(place), newcomer)?.name).toBe(gives);
});
