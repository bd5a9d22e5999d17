import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { styleOfForm, withNumber } from '../../server/src/core/document/label.js';
import { gbForm } from '../../server/src/core/document/label-forms.js';
import type { Syntax } from '../../server/src/core/document/model.js';
import type { Move } from '../../server/src/core/edits/move-sections/move.js';
import { SUMMARIES, syntaxOf } from '../helpers/fixtures.js';
import { check, checkWhole, steps } from '../helpers/moves.js';

interface Branch {
  readonly title: string;
  readonly body: readonly string[];
  readonly children: readonly Branch[];
}

const title = fc.constantFrom(
  '抓学习',
  '强𠮷祥社区',
  '2024年工作',
  '建制度、促规范',
  '办好实事',
  '守纪律',
);
const body = fc.constantFrom(
  '　　全年办班XX期，成效明显。',
  '组织走访𠮷日村，帮助解决问题。',
  '\t按照本文二（一）所述推进。',
  '见第二部分。',
  '　　一是抓早，二是抓小。',
);
const { outline } = fc.letrec<{ outline: Branch[] }>((tie) => ({
  outline: fc.array(
    fc.record({
      title,
      body: fc.array(body, { maxLength: 2 }),
      children: fc.oneof({ depthSize: 'small', maxDepth: 3 }, fc.constant([]), tie('outline')),
    }),
    { minLength: 1, maxLength: 4 },
  ),
}));

/** Ways in which writers type the same outline. */
interface Style {
  readonly syntax: Syntax;
  readonly levels: readonly number[];
  readonly hashes: number;
  readonly labels: boolean;
  readonly runIn: boolean;
  readonly bold: boolean;
  readonly indent: string;
  readonly blank: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly ends: readonly string[];
  readonly mark: boolean;
  readonly finalEnd: boolean;
}

const style = fc.record<Style>({
  syntax: fc.constantFrom('plain', 'markdown'),
  levels: fc.constantFrom<number[]>([1, 2, 3, 4], [1, 3, 4, 5], [2, 3, 4, 5], [1, 2, 4, 5]),
  hashes: fc.nat(4),
  labels: fc.boolean(),
  runIn: fc.boolean(),
  bold: fc.boolean(),
  indent: fc.constantFrom('', '　　'),
  blank: fc.nat(2),
  before: fc.constantFrom(
    [],
    ['县图书馆2024年工作总结', ''],
    ['', '2024年，全馆认真落实各项任务。'],
  ),
  after: fc.constantFrom(
    [],
    ['特此报告。', '', '县图书馆', '2024年12月5日'],
    ['附件：1.名单', '', '县图书馆', '2024年12月5日', '附件1', '一、说明', '二、名单'],
  ),
  ends: fc.constantFrom(['\n'], ['\r\n'], ['\n', '\r\n', '\r']),
  mark: fc.boolean(),
  finalEnd: fc.boolean(),
});

function write(branches: readonly Branch[], how: Style): string {
  const markdown = how.syntax === 'markdown';
  const lines: string[] = [...how.before];
  const add = (list: readonly Branch[], depth: number) => {
    for (const [index, branch] of list.entries()) {
      const hashed = markdown && depth < how.hashes;
      const number = index + 1;
      const level = how.levels[depth]!;
      const marker =
        hashed && !how.labels ? '' : withNumber(styleOfForm(gbForm(level)!.id), number);
      const apart = marker.endsWith('.') && /^\d/.test(branch.title) ? ' ' : '';
      const stars = markdown && how.bold && !hashed ? '**' : '';
      const rest = how.runIn && !hashed ? '。同时加强督查，确保落实。' : '';
      const hash = hashed ? `${'#'.repeat(depth + 2)} ` : how.indent;
      lines.push(hash + stars + marker + apart + branch.title + stars + rest);
      lines.push(...branch.body, ...Array<string>(how.blank).fill(''));
      add(branch.children, depth + 1);
    }
  };
  add(branches, 0);
  lines.push(...how.after);
  const text = lines.map((line, index) => {
    const last = index === lines.length - 1 && !how.finalEnd;
    return line + (last ? '' : how.ends[index % how.ends.length]!);
  });
  return (how.mark ? '\uFEFF' : '') + text.join('');
}

describe('any sequence of moves, promotions and demotions', () => {
  it('keeps every line once, numbers rightly and can be undone: made-up outlines', () => {
    let done = 0;
    fc.assert(
      fc.property(outline, style, steps, (branches, how, sequence) => {
        done += check(write(branches, how), how.syntax, sequence);
      }),
      { numRuns: 400 },
    );
    assert.ok(done > 400, `${done} moves were made`);
  });

  it('… where Markdown could take a section for an item of a list', () => {
    const move = (kind: Move['kind'], section: number) => ({
      kind,
      sections: [section],
      target: 0,
    });
    const item = '2. 2024年工作\n\t按照方案推进。\n（1）办班\n（2）办班\n（3）办班';
    const text = `（一）抓学习\n1.抓学习\n（1）抓学习\n（2）抓学习\n${item}`;
    assert.equal(check(text, 'markdown', [move('promote', 6), move('up', 5)]), 2);
    const first = '1. 2024年工作\n\t按照方案推进。\n2.抓学习';
    const headings = `## 甲\n（一）抓学习\n${first}\n## 乙\n（一）抓学习\n1.抓学习\n`;
    assert.equal(check(headings, 'markdown', [move('down', 0)]), 1);
  });

  const samples = ['../fixtures/sample/', '../../snippets/samples/'].flatMap((where) => {
    const folder = new URL(where, import.meta.url);
    return readdirSync(folder).map((name) => ({
      name,
      text: readFileSync(new URL(encodeURI(name), folder), 'utf8'),
      syntax: syntaxOf(name),
      runs: where.includes('fixtures') ? 100 : 20,
    }));
  });
  const whole = SUMMARIES.map((summary) => ({ ...summary, runs: 100 }));
  for (const { runs, ...text } of [...samples, ...whole]) {
    it(`… and on ${text.name}`, () => {
      checkWhole(text, runs);
    });
  }
});
