/** `npm run soak -- --rounds 20 --edits 1000000 --every 50 --seed 1 --minutes 30`: see the three files beside this one. */
import { soakEdits } from './edits.js';
import { soakProperties } from './properties.js';
import { soakSession } from './session.js';

soakProperties();
soakEdits();
void soakSession();
