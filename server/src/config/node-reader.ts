/** Reading the parts of a YAML document that a person wrote: every mistake is told, none stops the reading. */
import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Localized } from '../core/base/localized.js';
import type { Span } from '../core/base/text.js';
import { LIMITS } from '../reading/limits.js';

/** A mistake in the configuration. Offsets are UTF-16 units of its text. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: Localized;
}

/** More than anybody reads at once. */
const MOST_PROBLEMS = 100;

export class NodeReader {
  readonly problems: ConfigProblem[] = [];

  /** The fields of a mapping; null, and told, when a needed one is missing or no text. */
  protected fields(
    node: Node,
    needed: readonly string[],
    optional: readonly string[],
  ): Map<string, Node> | null {
    const found = new Map<string, Node>();
    if (!isMap(node)) {
      this.problem(node, `这里应写明 ${needed.join('、')}`, `Give ${needed.join(', ')} here`);
      return null;
    }
    for (const [key, value, at] of this.entries(node, '', '')) {
      if (![...needed, ...optional].includes(key)) {
        this.problem(
          at,
          `没有“${key}”这一项，可用的有：${[...needed, ...optional].join('、')}`,
          `Unknown key “${key}”`,
        );
      } else if (value !== null) found.set(key, value);
    }
    const missing = needed.find((key) => this.string(found.get(key) ?? null) === null);
    if (missing === undefined) return found;
    this.problem(
      node,
      `缺少“${missing}”，或其值不是文字，这一条未生效`,
      `“${missing}” is missing or no text`,
    );
    return null;
  }

  protected list<T>(value: Node | null, node: Node, read: (item: Node) => T | null): T[] {
    if (value === null || (isScalar(value) && value.value === null)) return [];
    if (!isSeq(value)) {
      this.problem(
        value ?? node,
        '这里应为列表，每行以“- ”开头',
        'A list is expected here, each line with “- ”',
      );
      return [];
    }
    return this.within(value.items, value).flatMap((item) => read(item as Node) ?? []);
  }

  /** The entries of a list that count; that there are more is told. */
  protected within<T>(items: readonly T[], node: Node): readonly T[] {
    const most = LIMITS.configurationEntries;
    if (items.length <= most) return items;
    this.problem(
      node,
      `这里有 ${items.length} 条，超过 ${most} 条，只用前 ${most} 条。请删去用不着的`,
      `${items.length} entries are more than ${most}; only the first ${most} are used`,
    );
    return items.slice(0, most);
  }

  /** Keys and values of a mapping, with the node to point at; tells when it is none. */
  protected entries(node: Node, zh: string, en: string): [string, Node | null, Node][] {
    if (isScalar(node) && node.value === null) return [];
    if (!isMap(node)) {
      this.problem(node, `${zh}应为“名称: 值”的形式`, `${en} takes “name: value”`);
      return [];
    }
    return this.within(node.items, node).flatMap(({ key, value }): [string, Node | null, Node][] =>
      isScalar(key) ? [[String(key.value), (value as Node | null) ?? null, key]] : [],
    );
  }

  protected string(node: Node | null): string | null {
    if (!isScalar(node) || isAlias(node)) return null;
    const { value } = node;
    if (typeof value === 'string') return value.trim() === '' ? null : value;
    // 2024 and the like: what the writer sees is a text.
    return typeof value === 'number' ? (node.source ?? String(value)) : null;
  }

  protected problem(at: Node | Span, zh: string, en: string): void {
    const range = 'start' in at ? [at.start, at.end] : (at as Node).range;
    const [start = 0, end = 0] = range ?? [];
    this.tell({ start, end: Math.max(end, start) }, { zh: `${zh}。`, en: `${en}.` });
  }

  protected tell(span: Span, message: Localized): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ span, message });
  }
}
