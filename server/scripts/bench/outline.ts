import { placeholdersOf } from '../../src/core/analysis/placeholders/placeholders.js';
import { parseSummary } from '../../src/core/document/parse.js';
import { moveSections } from '../../src/core/edits/move-sections/move.js';
import { outlineEntries } from '../../src/core/features/outline.js';
import { interleaved, median, type Row } from './measure.js';

/** A summary with 5 000 sections: 50 一、 with 9 （一）, each with 10 1. or so; a reference here and there. */
function manySections(): string {
  const lines = ['区图书馆2024年工作总结'];
  const han = (n: number) => {
    const digits = '零一二三四五六七八九';
    const tens = n > 19 ? digits[Math.floor(n / 10)] : '';
    return n < 10 ? digits[n]! : `${tens}十${n % 10 === 0 ? '' : digits[n % 10]}`;
  };
  for (let a = 1; a <= 50; a++) {
    lines.push(`${han(a)}、第${a}项工作`);
    for (let b = 1; b <= 9; b++) {
      lines.push(`　　（${han(b)}）抓好落实。全年走访XX户，按本文${han(a)}（${han(b)}）所述办理。`);
      for (let c = 1; c <= 10; c++) lines.push(`　　${c}.建立台账，X月XX日前完成。`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What a writer waits for in the outline of a long document. */
export function outline(): Row[] {
  const text = manySections();
  // The view asks after a change, so that nothing is known of the text yet.
  const tree = () => {
    const summary = parseSummary(text, 'plain');
    outlineEntries(summary, placeholdersOf(summary));
  };
  const move = () => {
    const summary = parseSummary(text, 'plain');
    const [first, , , fourth] = summary.sections;
    moveSections(summary, [fourth!.line], { kind: 'before', target: first!.line });
  };
  const times = interleaved({ tree, move }, 9);
  return [
    { name: 'tree of 5 000 sections', atMost: 300, of: times.tree! },
    { name: 'move of a section among 5 000', atMost: 200, of: times.move! },
  ].map(({ name, atMost, of }) => ({
    name,
    value: median(of),
    unit: 'ms',
    reach: atMost,
    better: 'most' as const,
    detail: 'parsing included',
  }));
}
