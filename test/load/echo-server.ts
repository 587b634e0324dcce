// What a call costs when nothing is done: a WebSocket server that says back what it hears. `node echo-server.ts`; prints its port.
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary })));
server.on('listening', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
// It ends with whoever started it.
process.stdin.on('end', () => process.exit()).resume();
