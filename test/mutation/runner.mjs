// A test runner for Stryker. A test is a bundle of build.mjs, evaluated anew for each mutant: most of
// a rule is computed when it is loaded, and a new process for every such mutant would take hours.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { LEFT_OUT } from './groups.mjs';

const { NAMESPACE } = INSTRUMENTER_CONSTANTS;
globalThis[NAMESPACE] ??= {};
const instrumented = globalThis[NAMESPACE];
const SKIPPED = Symbol('skipped');
/** `this` of a test: the part of Mocha's that is used. */
const CONTEXT = {
  timeout() {},
  skip() {
    throw SKIPPED;
  },
};

/** Runs the tests that a bundle describes, one after another; the first that fails throws. */
async function run(bundle) {
  const tests = [];
  const describe = (_title, body) => body.call(CONTEXT);
  const it = (title, body) => {
    if (!LEFT_OUT.test(title)) tests.push(body);
    return CONTEXT;
  };
  const before = (body) => tests.push(body);
  bundle(createRequire(import.meta.url), { exports: {} }, describe, it, before);
  for (const test of tests) {
    try {
      await test.call(CONTEXT);
    } catch (error) {
      if (error !== SKIPPED) throw error;
    }
  }
}

class BundleRunner {
  bundles = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    for (const name of readdirSync('.mutation')) {
      const filename = `.mutation/${name}`;
      const code = readFileSync(filename, 'utf8');
      const parameters = ['require', 'module', 'describe', 'it', 'before'];
      this.bundles.set(name, vm.compileFunction(code, parameters, { filename }));
    }
  }

  async dryRun() {
    const tests = await this.runAll(this.bundles.keys());
    const { mutantCoverage } = instrumented;
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }) {
    instrumented.activeMutant = activeMutant.id;
    instrumented.hitLimit = hitLimit;
    instrumented.hitCount = hitLimit === undefined ? undefined : 0;
    const tests = await this.runAll(testFilter ?? this.bundles.keys());
    return instrumented.hitCount > hitLimit
      ? { status: MutantRunStatus.Timeout, reason: 'It went on for ever.' }
      : toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }

  /** Until one fails. */
  async runAll(names) {
    const results = [];
    for (const name of names) {
      instrumented.currentTestId = name;
      const start = performance.now();
      const failure = await run(this.bundles.get(name)).then(
        () => undefined,
        (error) => String(error),
      );
      const timeSpentMs = performance.now() - start;
      const status = failure === undefined ? TestStatus.Success : TestStatus.Failed;
      results.push({ id: name, name, status, timeSpentMs, failureMessage: failure });
      if (failure !== undefined) break;
    }
    return results;
  }

  dispose() {}
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundles', BundleRunner)];
