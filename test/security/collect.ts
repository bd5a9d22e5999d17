/** Prints every pattern as JSON; a process of its own, because most are built when their module is loaded. */
import { builtDuring, literals } from './patterns.js';

async function main(): Promise<void> {
  const built = await builtDuring(async () => {
    const { EVERYTHING } = await import('../helpers/texts.js');
    const { lint } = await import('../../server/src/core/lint/linter.js');
    const { parseSummary } = await import('../../server/src/core/document/parse.js');
    const { RULES } = await import('../../server/src/core/lint/rules.generated.js');
    await import('../../server/src/engine.js');
    await import('../../server/src/word/write/index.js');
    lint(parseSummary(EVERYTHING, 'plain'), { rules: RULES });
  });
  process.stdout.write(JSON.stringify([...literals(), ...built]));
}

void main();
