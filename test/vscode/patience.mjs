// How long the tests wait for what is to come. Where everything takes longer, WORK_SUMMARY_TEST_PATIENCE
// says how much: 3 for three times as long.
import { setTimeout as pause } from 'node:timers/promises';

const FACTOR = Number(process.env.WORK_SUMMARY_TEST_PATIENCE || 1);

/**
 * As long as this machine needs for it. Milliseconds.
 * @param {number} milliseconds
 */
export const patient = (milliseconds) => milliseconds * FACTOR;

/** What has not come by then will not. Milliseconds. */
export const PATIENCE = patient(30_000);

/** For a whole test, in which several things are waited for. Milliseconds. */
export const TEST_PATIENCE = patient(120_000);

/**
 * Asks again and again until `check` neither throws nor gives false, and gives what it gave then. If it
 * never does, the error is what it threw last, or `message`: a text, or a function that makes one.
 * @template T
 * @param {() => T | false | Promise<T | false>} check
 * @param {string | (() => string | Promise<string>)} [message]
 * @param {{ timeout?: number }} [options]
 * @returns {Promise<T>}
 */
export async function eventually(check, message, { timeout = PATIENCE } = {}) {
  for (const end = Date.now() + timeout; ; ) {
    let reason;
    try {
      const answer = await check();
      if (answer !== false) return answer;
    } catch (error) {
      reason = error;
    }
    if (Date.now() > end) {
      throw reason ?? new Error(typeof message === 'function' ? await message() : message);
    }
    await pause(50);
  }
}
