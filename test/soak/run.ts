/**
 * `npm run soak -- --rounds 20 --edits 1000000 --every 50 --server-edits 30000 --seed 1 --minutes 30`: see the
 * files beside this one.
 */
import { soakEdits } from './edits.js';
import { soakGrowth } from './growth.js';
import { soakProperties } from './properties.js';
import { soakServer } from './server.js';
import { soakSession } from './session.js';

async function main(): Promise<void> {
  soakProperties();
  soakGrowth();
  soakEdits();
  await soakServer();
  await soakSession();
}

void main();
