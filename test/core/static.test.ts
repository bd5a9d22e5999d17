import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import { findPlaceholders } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { recognise } from '../../server/src/core/document/recognise.js';
import { plainText } from '../../server/src/core/features/completion-item.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import { KINDS } from '../../server/src/core/phrases/model.js';
import { messages } from '../helpers/messages.js';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(encodeURI(path), root), 'utf8');
const json = (path: string) => JSON.parse(read(path));

interface Snippet {
  prefix: string[];
  body: string[];
}

describe('snippets', () => {
  const snippets: Record<string, Snippet> = json('snippets/work-summary.json');
  const expand = ({ body }: Snippet) => plainText(body.join('\n'));

  it('have prefixes of their own, in Chinese and in pinyin initials', () => {
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const { prefix } of Object.values(snippets)) {
      assert.ok(prefix.some((word) => /^[a-z]+$/.test(word)));
      assert.ok(prefix.some((word) => /^[\u4e00-\u9fff]+$/.test(word)));
    }
  });

  for (const [name, snippet] of Object.entries(snippets)) {
    it(`${name} has tab stops in order and is numbered and punctuated rightly`, () => {
      const body = snippet.body.join('\n');
      const stops = [...body.matchAll(/(?<!\\)\$\{(\d+)[:|]/g)].map(([, stop]) => Number(stop));
      assert.deepEqual(
        stops,
        stops.map((_, index) => index + 1),
      );
      assert.ok(body.includes('$0'));
      // A section by itself starts at its usual number.
      const found = lint(parseSummary(expand(snippet), 'plain'), { rules: RULES }).filter(
        ({ rule }) => rule !== 'label-start',
      );
      assert.deepEqual(found, []);
    });
  }

  it('have a skeleton for each kind of document of no one trade', () => {
    for (const { name, textWords } of KINDS) {
      const snippet = snippets[name];
      assert.equal(snippet === undefined, textWords !== undefined, name);
      if (snippet === undefined) continue;
      const text = expand(snippet);
      assert.ok(recognise('', text).isSummary, name);
      assert.ok(parseSummary(text, 'plain').sections.length >= 3, name);
    }
  });
});

describe('the grammar', () => {
  let grammar: textmate.IGrammar;
  before(async () => {
    const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
    await oniguruma.loadWASM(readFileSync(wasm).buffer as ArrayBuffer);
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (): Promise<textmate.IRawGrammar> =>
        json('syntaxes/work-summary.tmLanguage.json'),
    });
    grammar = (await registry.loadGrammar('text.work-summary'))!;
  });

  const scoped = (line: string, scope: string): string[] =>
    grammar
      .tokenizeLine(line, null)
      .tokens.filter(({ scopes }) =>
        scopes.some((name) => name.split(' ').some((s) => s.startsWith(scope))),
      )
      .map(({ startIndex, endIndex }) => line.slice(startIndex, endIndex));

  it('marks labels and their headings, not the text after the first 。', () => {
    assert.deepEqual(scoped('\uFEFF　一、主要工作', 'markup.heading.1'), ['一、', '主要工作']);
    assert.deepEqual(scoped('　（一）抓𠮷祥。全年办班。', 'markup.heading.2'), [
      '（一）',
      '抓𠮷祥',
    ]);
    assert.deepEqual(scoped('1.学习', 'markup.list'), ['1.']);
    for (const line of [
      '每周一、三开放',
      '一、二年级参加',
      '1.5万元',
      '（一）至（三）项',
      '十、百、千、万',
    ]) {
      assert.deepEqual(scoped(line, 'markup.'), [], line);
    }
  });

  it('marks placeholders, and not what only looks like one', () => {
    const masks = (line: string) => scoped(line, 'keyword.control.placeholder');
    assert.deepEqual(masks('于X月XX日走访XX户，20XX年【待补充】。'), [
      'X月XX日',
      'XX',
      '20XX',
      '【待补充】',
    ]);
    assert.deepEqual(masks('一、服务XX人次'), ['XX']);
    for (const line of ['YSXT机制', 'X射线', '7×24小时', '二○二一年', '1+N+X', '【工作回顾】']) {
      assert.deepEqual(masks(line), [], line);
    }
  });

  it('colours no Markdown that is no summary: there, tokens of the server do it', () => {
    const grammars: { injectTo?: string[] }[] = json('package.json').contributes.grammars;
    assert.deepEqual(
      grammars.filter(({ injectTo }) => injectTo !== undefined),
      [],
    );
  });
});

describe('the samples', () => {
  it('show every finding, an outline and placeholders', () => {
    const text = read('snippets/samples/practice.txt');
    assert.equal(recognise('x.txt', text).reason, 'content');
    const summary = parseSummary(text, 'plain');
    assert.equal(summary.sections.length, 4);
    const rules = new Set(lint(summary, { rules: RULES }).map(({ rule }) => rule));
    assert.deepEqual([...rules].sort(), [
      'label-number',
      'paired-marks',
      'repeated-character',
      'trailing-space',
    ]);
    assert.ok(findPlaceholders(text, summary.lines, { markdown: false, exempt: [] }).length > 15);
  });

  it('are there for every kind, are recognised, and have blanks but no other finding', () => {
    const names = readdirSync(new URL('snippets/samples', root));
    const wanted = ['practice', ...KINDS.map(({ id }) => id)].map((id) => `${id}.txt`);
    assert.deepEqual(names.sort(), wanted.sort());
    for (const name of names.filter((name) => name !== 'practice.txt')) {
      const text = read(`snippets/samples/${name}`);
      assert.equal(recognise('x.txt', text).reason, 'content', name);
      const summary = parseSummary(text, 'plain');
      assert.ok(summary.sections.length >= 3, name);
      assert.deepEqual(lint(summary, { rules: RULES }), [], name);
      const { exempt, lines } = summary;
      assert.ok(findPlaceholders(text, lines, { markdown: false, exempt }).length > 5, name);
    }
  });
});

describe('the manifest', () => {
  it('has every text in Chinese and in English, and uses them all', () => {
    const english = Object.keys(json('package.nls.json'));
    assert.deepEqual(Object.keys(json('package.nls.zh-cn.json')), english);
    const used = new Set<string>();
    JSON.parse(read('package.json'), (_, value) => {
      const [, key] = /^%([\w.]+)%$/.exec(value) ?? [];
      if (key !== undefined) used.add(key);
      return value;
    });
    assert.deepEqual([...used].sort(), [...english].sort());
  });

  it('has ids that can be searched: none is put together from pieces', () => {
    const composed = ['client/src/', 'server/src/', 'test/'].flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
        .map((name) => folder + name.replaceAll('\\', '/'))
        .filter((name) => /\.m?ts$/.test(name))
        .filter((name) => /`workSummary[./_][\w.]*\$\{/.test(read(name))),
    );
    assert.deepEqual(composed, []);
  });

  it('describes every setting with an example, and puts them in order', () => {
    const settings: Record<string, Record<string, unknown>> = json('package.json').contributes
      .configuration.properties;
    const orders = Object.values(settings).map(({ order }) => order);
    assert.equal(new Set(orders).size, orders.length, 'no two in one place');
    for (const [file, example] of [
      ['package.nls.zh-cn.json', /如/],
      ['package.nls.json', /such as|for example/],
    ] as const) {
      const texts = json(file);
      for (const [id, setting] of Object.entries(settings)) {
        const key = (setting.markdownDescription ?? setting.description) as string;
        const choices = setting.enumItemLabels ?? setting.markdownEnumDescriptions;
        assert.ok(choices !== undefined || example.test(texts[key.slice(1, -1)]), `${file}: ${id}`);
      }
    }
  });

  it('has every setting found by the name of the product, and no choice told in English alone', () => {
    const settings: Record<string, Record<string, unknown>> = json('package.json').contributes
      .configuration.properties;
    const chinese = json('package.nls.zh-cn.json');
    const textOf = (key: unknown) => chinese[(key as string).slice(1, -1)] as string;
    for (const [id, { description, markdownDescription, ...setting }] of Object.entries(settings)) {
      assert.match(textOf(markdownDescription ?? description), /工作总结/, id);
      if (setting.enum === undefined) continue;
      const labels = setting.enumItemLabels as readonly unknown[];
      assert.equal(labels?.length, (setting.enum as readonly unknown[]).length, id);
    }
  });

  it('has no mark of Markdown where texts are shown as they are', () => {
    for (const name of ['package.nls.json', 'package.nls.zh-cn.json']) {
      for (const [key, text] of Object.entries<string>(json(name))) {
        if (/^(?:walkthrough|views)\./.test(key)) assert.doesNotMatch(text, /`|\*\*/, key);
      }
    }
  });

  it('names no key first that input methods take', () => {
    const names = ['README.md', 'README.en.md', 'docs/guides/proofread.md', 'docs/guides/write.md'];
    for (const name of [...names, 'package.nls.json', 'package.nls.zh-cn.json']) {
      for (const line of read(name).split('\n')) {
        const [taken, own] = [/Ctrl\+(?:\.|空格|Space)/, /Alt\+(?:回车|Enter|\/)/];
        if (taken.test(line)) assert.match(line.slice(0, taken.exec(line)!.index), own, name);
      }
    }
  });

  it('has its commands found by the name of the product, whatever the language', () => {
    for (const name of ['package.nls.json', 'package.nls.zh-cn.json']) {
      assert.match(json(name)['command.category'], /工作总结/);
    }
    const steps = '<!-- start:steps';
    const [before] = read('README.md').split(steps);
    assert.match(before!, /语言包/, 'the steps begin with what an English editor needs');
  });

  it('lists no command where it has nothing to do, and none that only we run', () => {
    const { commandPalette } = json('package.json').contributes.menus;
    const whenOf = (command: string) =>
      (commandPalette as { command: string; when: string }[]).find(
        (entry) => entry.command === command,
      )?.when;
    for (const [command, when] of [
      ['workSummary.endFinalCheck', /workSummary\.finalCheckOn/],
      ['workSummary.outline.clearFilter', /workSummary\.outline\.filtered/],
      ['workSummary.placeholders.clearFilter', /workSummary\.placeholders\.filtered/],
      ['workSummary.clearFolderCheck', /workSummary\.folderChecked/],
      ['workSummary.enter', /^false$/],
      ['workSummary.placeholders.reveal', /^false$/],
    ] as const) {
      assert.match(whenOf(command) ?? 'always', when, command);
    }
  });

  it('offers on a right click what is done there: export, new sections, filling in', () => {
    const { menus } = json('package.json').contributes;
    const commandsOf = (menu: string, when = /(?:)/) =>
      (menus[menu] as { command?: string; when: string }[])
        .filter((entry) => when.test(entry.when))
        .map(({ command }) => command);
    const [first] = commandsOf('editor/context');
    assert.equal(first, 'workSummary.quickFix');
    assert.ok(commandsOf('editor/context').includes('workSummary.exportDocx'));
    const outline = commandsOf('view/item/context', /view == workSummary\.outline/);
    for (const command of ['workSummary.newSibling', 'workSummary.newChild']) {
      assert.ok(outline.includes(command), command);
    }
    const blank = commandsOf('view/item/context', /view == workSummary\.placeholders/);
    for (const command of ['workSummary.placeholders.reveal', 'workSummary.fillPlaceholders']) {
      assert.ok(blank.includes(command), command);
    }
  });

  it('gives each of its buttons above a text a picture of its own', () => {
    const { menus, commands } = json('package.json').contributes;
    const iconOf = (name: string) =>
      (commands as { command: string; icon?: string }[]).find(({ command }) => command === name)
        ?.icon;
    const icons = (menus['editor/title'] as { command: string; group: string }[])
      .filter(({ group }) => group.startsWith('navigation'))
      .map(({ command }) => iconOf(command));
    // The editor's own preview of Markdown stands beside them.
    assert.ok(icons.length > 0 && !icons.includes('$(open-preview)'), `${icons}`);
    assert.ok(!icons.includes('$(search)'));
    assert.equal(new Set(icons).size, icons.length);
  });

  it('has one button to take a text for a summary, and a next step in what is empty', () => {
    const texts = json('package.nls.zh-cn.json');
    const welcomes: { contents: string; when: string }[] =
      json('package.json').contributes.viewsWelcome;
    const told = welcomes.map(({ contents, when }) => ({
      when,
      buttons: [...(texts[contents.slice(1, -1)] as string).matchAll(/\]\(command:([\w.]+)/g)].map(
        ([, command]) => command,
      ),
    }));
    const enabling = told.filter(({ buttons }) => buttons.includes('workSummary.enable'));
    assert.equal(enabling.length, 1);
    assert.match(enabling[0]!.when, /(?<!!)workSummary\.mayEnable/);
    const empty = told.find(({ when }) => when.includes('outline.empty'))!;
    assert.deepEqual(empty.buttons, ['workSummary.new', 'workSummary.openSample']);
    assert.match(texts['views.outline.empty'], /##.*一个 # .*标题/);
  });

  it('has what the client says in Chinese, all of it and nothing else', () => {
    const texts = Object.keys(json('l10n/bundle.l10n.zh-cn.json'));
    const { said, strings } = messages();
    assert.ok(said.size > 200, `${said.size}`);
    assert.deepEqual(
      [...said].filter((text) => !texts.includes(text)),
      [],
      'not in Chinese',
    );
    assert.deepEqual(
      texts.filter((text) => !strings.has(text)),
      [],
      'no longer said',
    );
  });
});
