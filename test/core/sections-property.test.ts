import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../server/src/core/base/text.js';
import {
  type LabelLevel,
  readLabel,
  standardMarker,
} from '../../server/src/core/document/label.js';
import { type Syntax, walkSections } from '../../server/src/core/document/model.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { type Move, moveSections } from '../../server/src/core/edits/move-sections/move.js';
import { lint } from '../../server/src/core/lint/linter.js';
import climbingLevel from '../../server/src/core/lint/rules/climbing-level.js';
import labelNumber from '../../server/src/core/lint/rules/label-number.js';

/** A line without what a move may rewrite: `#`, a label and the blanks behind it, references. */
function bare(line: string): string {
  const [, lead, rest] = /^([ \t\u3000]*)(?:#{1,6}(?!#)[ \t]*)?([\s\S]*)$/.exec(line)!;
  const [, indent, bold, text] = /^([ \t\u3000]*)(\*\*)?([\s\S]*)$/.exec(rest!)!;
  const label = readLabel(text!);
  const content = label === null ? text! : text!.slice(label.marker.length);
  return `${lead}${indent}${bold ?? ''}${content.replace(/^[ \t\u3000]+/, '')}`
    .replace(/本文[^，。]+所述/, '本文…所述')
    .replace(/^见[^，。]+。/, '见…。');
}

const linesOf = (text: string) => text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
const endsOf = (text: string) => text.match(/\r\n|\r|\n/g) ?? [];
const sorted = (list: readonly string[]) => [...list].sort();

/** The edits that take `edits` back. */
function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return {
      span: { start, end: start + newText.length },
      newText: text.slice(span.start, span.end),
    };
  });
}

/** What is wrong with the numbers. */
function misnumbered(text: string, syntax: Syntax): string[] {
  const found = lint(parseSummary(text, syntax), { rules: [labelNumber, climbingLevel] });
  return found.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end + 10)}`);
}

interface Step {
  readonly kind: Move['kind'];
  readonly sections: readonly number[];
  readonly target: number;
}

/** Moves as a writer may ask for them; numbers choose among the sections that there are. */
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('up', 'down', 'promote', 'demote', 'before', 'after', 'into', 'onto'),
    sections: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
    target: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Applies the steps one after another and looks at every state. Gives back how many were not refused. */
function check(original: string, syntax: Syntax, sequence: readonly Step[]): number {
  const wrong = misnumbered(original, syntax);
  const undo: { text: string; edits: TextEdit[] }[] = [];
  let text = original;
  for (const { kind, sections, target } of sequence) {
    const summary = parseSummary(text, syntax);
    const lines = [...walkSections(summary.sections)].map(({ line }) => line);
    if (lines.length === 0) return 0;
    const at = (index: number) => lines[index % lines.length]!;
    const move: Move =
      kind === 'up' || kind === 'down' || kind === 'promote' || kind === 'demote'
        ? { kind }
        : { kind, target: at(target) };
    const result = moveSections(summary, sections.map(at), move);
    if ('refusal' in result) continue;
    const { edits, newOffset } = result;
    for (const [index, { span }] of edits.entries()) {
      assert.ok(index === 0 || edits[index - 1]!.span.end < span.start, 'edits are apart');
    }
    const next = applyEdits(text, edits);
    assert.equal(applyEdits(next, inverse(text, edits)), text, 'undone');
    assert.deepEqual(sorted(linesOf(next).map(bare)), sorted(linesOf(text).map(bare)));
    assert.deepEqual(sorted(endsOf(next)), sorted(endsOf(text)), 'line ends');
    assert.equal(/[\r\n]$/.test(next), /[\r\n]$/.test(text), 'end of the document');
    assert.equal(next.lastIndexOf('\uFEFF'), text.lastIndexOf('\uFEFF'), 'byte order mark');
    const titles = (of: string) =>
      [...walkSections(parseSummary(of, syntax).sections)].map((s) => s.title);
    assert.deepEqual(sorted(titles(next)), sorted(titles(text)));
    for (const line of summary.lines) {
      // The last character of a line is no label.
      if (line.end - line.start < 8) continue;
      assert.equal(next[newOffset(line.end - 1)], text[line.end - 1], 'a place in the text');
    }
    undo.push({ text: next, edits: inverse(text, edits) });
    text = next;
  }
  for (const { text: before, edits } of undo.reverse()) text = applyEdits(before, edits);
  assert.equal(text, original);
  const end = undo[0]?.text ?? original;
  if (wrong.length === 0) assert.deepEqual(misnumbered(end, syntax), []);
  return undo.length;
}

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
  readonly levels: readonly LabelLevel[];
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
  levels: fc.constantFrom<LabelLevel[]>([1, 2, 3, 4], [1, 3, 4, 5], [2, 3, 4, 5], [1, 2, 4, 5]),
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
      const marker = hashed && !how.labels ? '' : standardMarker(level, number);
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
  it('keeps every line once, numbers rightly and can be undone: made-up outlines', function () {
    this.timeout(60_000);
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

  const FOLDERS = {
    'a fixture': '../fixtures/sample/',
    'the samples': '../../snippets/samples/',
    'the seed': '../../../shared/seeds/',
  };
  for (const [what, where] of Object.entries(FOLDERS)) {
    it(`… and on real ones: ${what}`, function () {
      const folder = new URL(where, import.meta.url);
      if (!existsSync(folder)) return this.skip();
      this.timeout(60_000);
      const runs = what === 'the samples' ? 20 : 100;
      for (const name of readdirSync(folder)) {
        const text = readFileSync(new URL(encodeURI(name), folder), 'utf8');
        const syntax = name.endsWith('.md') ? 'markdown' : 'plain';
        let done = 0;
        fc.assert(
          fc.property(steps, fc.boolean(), fc.boolean(), (sequence, windows, open) => {
            let form = open ? text.trimEnd() : text;
            if (windows) form = `\uFEFF${form.replace(/\n/g, '\r\n')}`;
            done += check(form, syntax, sequence);
          }),
          { numRuns: runs },
        );
        assert.ok(done > runs, `${done} moves were made in ${name}`);
      }
    });
  }
});
