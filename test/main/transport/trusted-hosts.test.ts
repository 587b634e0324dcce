import { describe, expect, it } from 'vitest';
import { isTrusted, trustedHosts } from '../../../main/transport/trusted-hosts.ts';

describe('whom a hub answers', () => {
  it.each([
    // [listens on, Host, Origin, answers]
    ['127.0.0.1', '127.0.0.1:4610', undefined, true],
    ['127.0.0.1', 'localhost:4610', 'http://localhost:4610', true],
    ['127.0.0.1', '[::1]:4610', 'http://[::1]:4610', true],
    ['127.0.0.1', 'LOCALHOST:4610', 'http://localhost:4610', true],
    ['127.0.0.1', undefined, undefined, false],
    ['127.0.0.1', '', undefined, false],
    ['127.0.0.1', 'evil.example:4610', undefined, false], // a name that was pointed here
    ['127.0.0.1', '192.168.1.7:4610', undefined, false],
    ['127.0.0.1', '127.0.0.1:4610', 'http://evil.example', false], // another site's page
    ['127.0.0.1', '127.0.0.1:4610', 'http://localhost:4610', false], // another name is another origin
    ['127.0.0.1', '127.0.0.1:4610', 'http://127.0.0.1:8080', false],
    ['127.0.0.1', '127.0.0.1:4610', 'null', false],
    ['127.0.0.1', '127.0.0.1:4610@evil.example', undefined, false],
    ['192.168.1.7', '192.168.1.7:4610', 'http://192.168.1.7:4610', true],
    ['desk.airline.example', 'desk.airline.example:4610', undefined, true],
    ['0.0.0.0', '127.0.0.1:4610', undefined, true],
    ['0.0.0.0', 'evil.example', undefined, false],
  ])('on %s: Host %s, Origin %s: %s', (listens, host, origin, answers) => {
    expect(isTrusted(trustedHosts(listens), host, origin)).toBe(answers);
  });
});
