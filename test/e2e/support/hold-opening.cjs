// Loaded into the program before its own code: the writer's thread is not heard until `openStore` is called, as with a store that is slow to open.
const { syncBuiltinESMExports } = require('node:module');
const threads = require('node:worker_threads');

const opening = Promise.withResolvers();
Object.assign(globalThis, { openStore: opening.resolve });

const { Worker } = threads;
Object.assign(threads, {
  Worker: class extends Worker {
    /**
     * @param {string | URL} file
     * @param {import('node:worker_threads').WorkerOptions} options
     */
    constructor(file, options) {
      super(file, options);
      if (!String(file).includes('writer-thread')) return;
      const { emit } = this;
      /** @type {(event: string, ...told: unknown[]) => boolean} */
      const later = (event, ...told) => {
        if (event !== 'message') return Reflect.apply(emit, this, [event, ...told]);
        void opening.promise.then(() => Reflect.apply(emit, this, [event, ...told]));
        return true;
      };
      Object.assign(this, { emit: later });
    }
  },
});
syncBuiltinESMExports();
