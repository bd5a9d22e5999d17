import type { ReadLanguageFile } from './read.js';

/** Files below an address, as a browser gets them. */
export function filesAt(address: URL): ReadLanguageFile {
  return async (name) => {
    const answer = await fetch(new URL(name, address));
    if (!answer.ok || answer.body === null) throw new Error(`${name}: ${answer.status}`);
    const unpacked = answer.body.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  };
}
