// Loaded before the server: whatever reaches out of the process is written down and refused.
const { appendFileSync } = require('node:fs');
const log = process.env.TRAP_LOG;
const trap = (name, module, methods) => {
  for (const method of methods) {
    if (typeof module[method] !== 'function') continue;
    module[method] = () => {
      appendFileSync(log, `${name}.${method}\n`);
      throw new Error(`${name}.${method} is trapped`);
    };
  }
};
const fs = require('node:fs');
const written = [
  'writeFile',
  'writeFileSync',
  'createWriteStream',
  'mkdir',
  'mkdirSync',
  'rename',
  'renameSync',
  'rm',
  'rmSync',
  'unlink',
  'unlinkSync',
  'copyFile',
  'copyFileSync',
];
trap('child_process', require('node:child_process'), [
  'spawn',
  'spawnSync',
  'exec',
  'execSync',
  'execFile',
  'execFileSync',
  'fork',
]);
trap('net', require('node:net'), ['connect', 'createConnection', 'createServer']);
trap('net.Socket', require('node:net').Socket.prototype, ['connect']);
trap('http', require('node:http'), ['request', 'get', 'createServer']);
trap('https', require('node:https'), ['request', 'get']);
trap('http2', require('node:http2'), ['connect']);
trap('tls', require('node:tls'), ['connect']);
trap('dns', require('node:dns'), ['lookup', 'resolve']);
trap('dgram', require('node:dgram'), ['createSocket']);
trap('globalThis', globalThis, ['fetch', 'WebSocket', 'eval', 'Function']);
trap('fs', fs, written);
trap('fs/promises', fs.promises, written);
