import { answer } from './answers.js';
import { UNITS } from './shapes.js';

const LENGTH = 6000;

/** Not timed: what grows with the third power does not end within the test's own limit. */
describe('one line of a single sign, thousands of times', () => {
  for (const syntax of ['plain', 'markdown'] as const) {
    it(`is read and checked: ${syntax}`, () => {
      for (const unit of UNITS) {
        answer(`${unit.repeat(Math.ceil(LENGTH / unit.length))}x。`, syntax);
      }
    });
  }
});
