/**
 * `.work-summary.yaml`: reading it with a clear word for every mistake. Text in, data out; who reads
 * and saves the file is not known here.
 */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { GROUPS } from '../core/analysis/lexicon/lexicon.js';
import type { Localized } from '../core/base/localized.js';
import { firstLabels, SCHEMES, schemeOfLabels } from '../core/document/schemes.js';
import type { OptionSpec, Rule } from '../core/lint/rule.js';
import type { Bounds, SectionTarget, Targets } from '../core/settings/length-targets.js';
import {
  DEFAULT_CONFIG,
  type IgnoredOnce,
  type LearnedWord,
  type Level,
  type LintConfig,
  type MustFix,
  type NeverReported,
  type RuleSetting,
  type UserTerm,
} from '../core/settings/lint-config.js';
import {
  accepts,
  expectedValue,
  FORMAT_OPTIONS,
  type FormatOption,
  type PrintFormat,
} from '../core/settings/print-format.js';
import { LIMITS, tooLarge } from '../reading/limits.js';
import { parseYaml, yamlProblemText } from '../reading/yaml.js';
import { type ConfigProblem, NodeReader } from './node-reader.js';

export { CONFIG_NAME } from './config-file-name.js';
export type { ConfigProblem } from './node-reader.js';

export const LEVELS: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];
/** The levels as they are called where findings are shown. */
const IN_CHINESE: ReadonlyMap<string, Level> = new Map([
  ['关', 'off'],
  ['关闭', 'off'],
  ['提示', 'hint'],
  ['疑似', 'warning'],
  ['必错', 'error'],
]);

export interface ReadConfig {
  readonly config: LintConfig;
  readonly problems: readonly ConfigProblem[];
}

/** Reads a configuration; what is wrong is told and left out, the rest counts. Never throws. */
export function readConfiguration(text: string, rules: readonly Rule[]): ReadConfig {
  const reader = new Reader(text, rules);
  return { config: reader.read(), problems: reader.problems };
}

/** The `rules` part alone, as an editor's settings hold it: same shape, read by the same code. */
export function readRuleSettings(value: unknown, rules: readonly Rule[]): LintConfig['rules'] {
  if (typeof value !== 'object' || value === null) return {};
  return readConfiguration(JSON.stringify({ rules: value }), rules).config.rules;
}

class Reader extends NodeReader {
  private readonly rules: ReadonlyMap<string, Rule>;

  constructor(
    private readonly text: string,
    rules: readonly Rule[],
  ) {
    super();
    this.rules = new Map(
      rules.flatMap((rule) => [rule.id, ...(rule.formerIds ?? [])].map((id) => [id, rule])),
    );
  }

  read(): LintConfig {
    if (this.text.length > LIMITS.configurationBytes) {
      const { zh, en } = tooLarge('configurationBytes');
      this.tell({ start: 0, end: 0 }, { zh: `配置${zh}`, en });
      return DEFAULT_CONFIG;
    }
    const { document, problem } = parseYaml(this.text, { pieces: LIMITS.yamlPieces });
    if (problem !== null) {
      const { zh, en } = yamlProblemText(problem);
      this.problem(problem, `${zh}。配置未生效`, `${en}. The configuration is not used`);
      return DEFAULT_CONFIG;
    }
    if (document.contents === null) return DEFAULT_CONFIG;
    let config: LintConfig = DEFAULT_CONFIG;
    for (const [key, value, node] of this.entries(document.contents, '配置文件', 'The file')) {
      const part = this.part(key, value, node);
      if (part !== null) config = { ...config, ...part };
    }
    return config;
  }

  private part(key: string, value: Node | null, node: Node): Partial<LintConfig> | null {
    switch (key) {
      case 'rules':
        return { rules: this.ruleSettings(value, node) };
      case 'groups':
        return { disabledGroups: this.groups(value, node) };
      case 'terms':
        return { terms: this.list(value, node, (item) => this.term(item)) };
      case 'learned':
        return { learned: this.learned(value ?? node) };
      case 'never-report':
        return { neverReport: this.list(value, node, (item) => this.never(item)) };
      case 'ignore-once':
        return { ignoreOnce: this.list(value, node, (item) => this.once(item)) };
      case 'must-fix':
        return { mustFix: this.list(value, node, (item) => this.must(item)) };
      case 'targets':
        return { targets: this.targets(value, node) };
      case 'numbering':
        return { numbering: this.numbering(value, node) };
      case 'export':
        return { print: this.print(value ?? node) };
      default: {
        const known =
          'rules、groups、terms、learned、never-report、ignore-once、must-fix、targets、numbering、export';
        this.problem(node, `没有“${key}”这个配置项，可用的有：${known}`, `Unknown key “${key}”`);
        return null;
      }
    }
  }

  private ruleSettings(value: Node | null, node: Node): Record<string, RuleSetting> {
    const settings: Record<string, RuleSetting> = {};
    for (const [id, setting, at] of this.entries(value ?? node, 'rules', 'rules')) {
      const rule = this.rules.get(id);
      if (rule === undefined) {
        this.problem(
          at,
          `没有名为“${id}”的规则，这一条未生效。请核对规则名`,
          `There is no rule “${id}”; this entry is not used`,
        );
        continue;
      }
      let own: RuleSetting | null;
      if (isMap(setting)) own = this.ruleSetting(rule, setting);
      else {
        const level = this.level(setting, at);
        own = level && { level };
      }
      // What is said of a former rule counts where nothing is said of the one that took its place.
      if (own !== null && (id === rule.id || settings[rule.id] === undefined))
        settings[rule.id] = own;
    }
    return settings;
  }

  private ruleSetting(rule: Rule, node: Node): RuleSetting {
    let level: Level | undefined;
    const options: Record<string, number | boolean | readonly string[]> = {};
    for (const [name, value, at] of this.entries(node, rule.id, rule.id)) {
      if (name === 'level') {
        level = this.level(value, at) ?? undefined;
        continue;
      }
      const spec = rule.options?.[name];
      if (spec === undefined) {
        this.problem(
          at,
          `规则“${rule.id}”没有“${name}”这个选项`,
          `The rule “${rule.id}” has no option “${name}”`,
        );
        continue;
      }
      const read = this.option(spec, value);
      if (read === null) {
        this.problem(
          value ?? at,
          `“${name}”应为${OPTION_NAMES[spec.type].zh}`,
          `“${name}” takes ${OPTION_NAMES[spec.type].en}`,
        );
      } else options[name] = read;
    }
    return { ...(level !== undefined && { level }), options };
  }

  private option(spec: OptionSpec, node: Node | null): number | boolean | readonly string[] | null {
    const value = isScalar(node) ? node.value : undefined;
    switch (spec.type) {
      case 'number':
        return typeof value === 'number' && value >= spec.minimum ? value : null;
      case 'boolean':
        return typeof value === 'boolean' ? value : null;
      case 'strings': {
        if (!isSeq(node)) return null;
        const items = this.within(node.items, node).map((item) => this.string(item as Node));
        return items.every((item) => item !== null) ? items : null;
      }
    }
  }

  private level(node: Node | null, at: Node): Level | null {
    const value = isScalar(node) ? node.value : undefined;
    if (value === false) return 'off';
    const level = LEVELS.find((known) => known === value) ?? IN_CHINESE.get(`${value}`);
    if (level !== undefined) return level;
    this.problem(
      node ?? at,
      `级别应为 ${LEVELS.join('、')} 之一，也可以写关闭、提示、疑似、必错`,
      `The level is one of ${LEVELS.join(', ')}`,
    );
    return null;
  }

  private numbering(value: Node | null, node: Node): readonly string[] {
    const known = SCHEMES.find(({ id }) => id === this.string(value));
    if (known !== undefined) return firstLabels(known);
    const labels = this.list(value, node, (item) => this.word(item));
    if (labels.length === 0 || schemeOfLabels(labels) !== null) return labels;
    this.problem(
      value ?? node,
      'numbering 应为各层的第一个序号，由外到内，如 [第一章, 第一节, 一、]，每种只写一次',
      'numbering lists the first label of each level, such as [第一章, 第一节, 一、], each form once',
    );
    return [];
  }

  private print(node: Node): Partial<PrintFormat> {
    const given: Record<string, unknown> = {};
    for (const [name, value, at] of this.entries(node, 'export', 'export')) {
      const option: FormatOption | undefined = Object.hasOwn(FORMAT_OPTIONS, name)
        ? FORMAT_OPTIONS[name as keyof typeof FORMAT_OPTIONS]
        : undefined;
      if (option === undefined) {
        this.problem(
          at,
          `export 中没有“${name}”这一项，可用的有：${Object.keys(FORMAT_OPTIONS).join('、')}`,
          `export has no “${name}”`,
        );
        continue;
      }
      const scalar = isScalar(value) ? value.value : undefined;
      if (accepts(option, scalar)) given[name] = scalar;
      else {
        const { zh, en } = expectedValue(option);
        this.problem(value ?? at, `“${name}”应为${zh}`, `“${name}” takes ${en}`);
      }
    }
    return given as Partial<PrintFormat>;
  }

  private learned(node: Node): LearnedWord[] {
    return this.entries(node, 'learned', 'learned').flatMap(([word, value, at]) => {
      const count = isScalar(value) ? value.value : undefined;
      if (typeof count === 'number' && count > 0 && word.trim() !== '') return [{ word, count }];
      this.problem(
        value ?? at,
        `“${word}”后面应为它出现的次数`,
        `“${word}” takes the number of times that it occurs`,
      );
      return [];
    });
  }

  private groups(value: Node | null, node: Node): string[] {
    const off: string[] = [];
    for (const [name, setting, at] of this.entries(value ?? node, 'groups', 'groups')) {
      const state = isScalar(setting) ? setting.value : undefined;
      if (!GROUPS.includes(name)) {
        this.problem(
          at,
          `没有“${name}”这个词库分组，可用的有：${GROUPS.join('、')}`,
          `There is no group “${name}”`,
        );
      } else if (state === 'off' || state === false) off.push(name);
      else if (state !== 'on' && state !== true) {
        this.problem(setting ?? at, '分组的值应为 on 或 off', 'A group is on or off');
      }
    }
    return off;
  }

  private term(node: Node): UserTerm | null {
    const fields = this.fields(node, ['term'], ['variants']);
    if (fields === null) return null;
    const variants = fields.get('variants') ?? null;
    return {
      term: this.string(fields.get('term')!)!,
      variants: variants === null ? [] : this.list(variants, node, (item) => this.word(item)),
    };
  }

  private word(node: Node): string | null {
    const word = this.string(node);
    if (word === null) this.problem(node, '这里应为词语', 'A word is expected here');
    return word;
  }

  private never(node: Node): NeverReported | null {
    const word = this.string(node);
    if (word !== null) return { text: word };
    const fields = this.fields(node, ['text'], ['rule']);
    if (fields === null) return null;
    const rule = this.string(fields.get('rule') ?? null);
    return {
      text: this.string(fields.get('text')!)!,
      ...(rule !== null && { rule: this.idOf(rule) }),
    };
  }

  private once(node: Node): IgnoredOnce | null {
    const fields = this.fields(node, ['rule', 'text', 'sentence'], []);
    if (fields === null) return null;
    const get = (name: string) => this.string(fields.get(name)!)!;
    return { rule: this.idOf(get('rule')), text: get('text'), sentence: get('sentence') };
  }

  /** The id that a rule has now. */
  private idOf(rule: string): string {
    return this.rules.get(rule)?.id ?? rule;
  }

  private must(node: Node): MustFix | null {
    const word = this.string(node);
    if (word !== null) return { text: word };
    const fields = this.fields(node, ['text'], ['to']);
    if (fields === null) return null;
    const to = this.string(fields.get('to') ?? null);
    return { text: this.string(fields.get('text')!)!, ...(to !== null && { to }) };
  }

  private targets(value: Node | null, node: Node): Targets {
    let document: Bounds | null = null;
    const sections: SectionTarget[] = [];
    for (const [key, bounds, at] of this.entries(value ?? node, 'targets', 'targets')) {
      if (key === 'document') document = this.bounds(bounds, at);
      else if (key === 'sections') {
        for (const [heading, own, place] of this.entries(bounds ?? at, 'sections', 'sections')) {
          const read = this.bounds(own, place);
          if (read !== null) sections.push({ heading, bounds: read });
        }
      } else {
        this.problem(
          at,
          `targets 下没有“${key}”，可用的有：document、sections`,
          `Unknown key “${key}” in targets`,
        );
      }
    }
    return { document, sections };
  }

  /** `[300, 800]`, `800` for at most, or `min` and `max` alone. */
  private bounds(node: Node | null, at: Node): Bounds | null {
    const number = (item: unknown) => {
      const value = isScalar(item) ? item.value : undefined;
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
    };
    let min: number | null = null;
    let max: number | null = null;
    let right = false;
    if (isSeq(node)) {
      [min, max] = [number(node.items[0]), number(node.items[1])];
      right = node.items.length === 2 && min !== null && max !== null;
    } else if (isMap(node)) {
      min = number(node.get('min', true));
      max = number(node.get('max', true));
      const count = Number(min !== null) + Number(max !== null);
      right = count > 0 && node.items.length === count;
    } else {
      max = number(node);
      right = max !== null;
    }
    if (right && (min ?? 0) <= (max ?? Number.POSITIVE_INFINITY)) return { min, max };
    this.problem(
      node ?? at,
      '字数应写成 [下限, 上限]、一个上限，或 min、max，如 [300, 800]，且下限不大于上限',
      'A length is [least, most], one number for the most, or min and max',
    );
    return null;
  }
}

const OPTION_NAMES: Record<OptionSpec['type'], Localized> = {
  number: { zh: '不小于下限的数字', en: 'a number not below its minimum' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  strings: { zh: '词语列表', en: 'a list of words' },
};
