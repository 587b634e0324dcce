const { contextBridge, ipcRenderer } = require('electron');

let fsError = '';
try {
  require('node:fs');
} catch (error) {
  fsError = error.message;
}

contextBridge.exposeInMainWorld('api', {
  fsError,
  urlType: typeof require('node:url').URL,
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  onTold: (listener) => ipcRenderer.on('told', (_event, ...args) => listener(...args)),
  throws() {
    throw new TypeError('boom');
  },
  later: (callback) => new Promise((resolve) => setTimeout(() => resolve(callback(20) + 1), 5)),
  nested: { list: [1, { x: 2 }] },
});
