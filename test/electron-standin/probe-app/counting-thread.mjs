import { parentPort } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

const db = new Sqlite(':memory:');
parentPort?.postMessage(db.prepare('select 40 + 2 as sum').get());
