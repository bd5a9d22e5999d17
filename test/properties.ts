/**
 * Every property test draws the same cases in each `npm test`, so that a change is judged by what it changes and
 * never by luck. `npm run soak` runs the same tests with other seeds, one after another; a case that it finds becomes
 * an example of its own.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261125) });
