import { patient } from '../patience.mjs';

/** Set by the bundle's entry: loads every *.test.ts beside this file. */
declare global {
  var loadTests: () => void;
}

/** Called by VS Code in the extension host. The counts go to the runner in a line of the log. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: patient(40_000),
    forbidOnly: true,
    reporter: 'spec',
    color: false,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  globalThis.loadTests();
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const { passes: passed = 0, pending: skipped = 0 } = runner.stats ?? {};
      console.log(`WORK-SUMMARY-RESULT ${JSON.stringify({ passed, failed, skipped })}`);
      if (failed > 0) reject(new Error(`${failed} failed`));
      else if (passed === 0) reject(new Error('no test ran'));
      else resolve();
    });
  });
}
