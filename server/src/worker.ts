/** The code of a bundle as the build wraps it for workers. */
type BundleBody = (
  module: { exports: unknown },
  exports: unknown,
  require: (id: string) => unknown,
) => void;

declare const self: DedicatedWorkerGlobalScope & { define(body: BundleBody): void };

/**
 * Starts the server in a browser's worker. The editor runs this script from an address that says
 * nothing of the folder it lies in, so the client's first message names that; all others are for the
 * server, which takes them over.
 */
self.onmessage = ({ data }: MessageEvent<{ folder: string }>) => {
  const folder = data.folder.replace(/\/?$/, '/');
  const loaded = new Map<string, unknown>();
  const require = (id: string): unknown => {
    if (!loaded.has(id)) {
      const module = { exports: {} as unknown };
      self.define = (body) => body(module, module.exports, require);
      importScripts(folder + id.replace('./', ''));
      loaded.set(id, module.exports);
    }
    return loaded.get(id);
  };
  self.onmessage = null;
  require('./server.web.js');
};

export {};
