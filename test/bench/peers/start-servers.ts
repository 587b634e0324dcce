import { findProgram } from './find-program.ts';
import { ThrowAwayServer } from './throw-away-server.ts';

export interface PeerServers {
  /** Folder of PostgreSQL's socket. */
  readonly postgres: string;
  /** Path of Redis' socket; undefined when it is not installed. */
  readonly redis: string | undefined;
  stop(): Promise<void>;
}

/** Durable as Aisle is, with memory for the whole of the bench's data, and no checkpoint while it is measured. */
const SETTINGS = {
  listen_addresses: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '512MB',
  wal_buffers: '16MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  max_connections: '100',
};

/** Starts what is installed; without PostgreSQL there is no peer, which is said. Everything listens on sockets in folders alone. */
export async function startServers(say: (sentence: string) => void): Promise<PeerServers | undefined> {
  const [initdb, postgres, redis] = ['initdb', 'postgres', 'redis-server'].map((name) => findProgram(name));
  if (!initdb || !postgres) {
    say('PostgreSQL is not installed here, so there are no peers to compare with.');
    return undefined;
  }
  if (!redis) say('Redis is not installed here, so there is no Redis lock to compare with.');
  const database = new ThrowAwayServer('postgres');
  database.run(initdb, ['-D', 'data', '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  await database.start(postgres, ['-D', 'data', '-k', database.folder, ...settings], /ready to accept connections/);
  const lock = redis ? new ThrowAwayServer('redis') : undefined;
  const socket = lock && `${lock.folder}/redis.sock`;
  if (lock && redis)
    await lock.start(
      redis,
      ['--port', '0', '--unixsocket', `${socket}`, '--save', '', '--appendonly', 'no'],
      /ready to accept connections/,
    );
  return {
    postgres: database.folder,
    redis: socket,
    async stop() {
      await lock?.stop();
      await database.stop();
    },
  };
}
