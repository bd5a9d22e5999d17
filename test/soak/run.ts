/** `npm run soak -- --edits 1000000 --every 50 --seed 1 --minutes 30`: see the two files beside this one. */
import { soakEdits } from './edits.js';
import { soakSession } from './session.js';

soakEdits();
void soakSession();
