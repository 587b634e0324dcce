import { EventEmitter } from 'node:events';
import { protocol } from './schemes.ts';
import { unsupported } from './unsupported.ts';

/** Handlers are kept, so that a test can ask for them; Chromium itself never calls them here. */
export class Session extends EventEmitter {
  readonly protocol = protocol;
  readonly webRequest = unsupported('webRequest', { onHeadersReceived() {}, onBeforeRequest() {}, onBeforeSendHeaders() {} });
  permissionRequestHandler: unknown = null;
  permissionCheckHandler: unknown = null;
  devicePermissionHandler: unknown = null;

  setPermissionRequestHandler(handler: unknown) {
    this.permissionRequestHandler = handler;
  }
  setPermissionCheckHandler(handler: unknown) {
    this.permissionCheckHandler = handler;
  }
  setDevicePermissionHandler(handler: unknown) {
    this.devicePermissionHandler = handler;
  }
  setSpellCheckerEnabled() {}
  async clearStorageData() {}
  async clearCache() {}
}

const partitions = new Map<string, Session>();

export const session = {
  defaultSession: new Session(),
  fromPartition(name: string) {
    const known = partitions.get(name) ?? new Session();
    partitions.set(name, known);
    return known;
  },
};
