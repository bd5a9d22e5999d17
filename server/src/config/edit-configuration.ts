/** Adding to `.work-summary.yaml` without touching what the writer wrote. */
import { type Document, isMap, isSeq, YAMLMap } from 'yaml';
import type {
  IgnoredOnce,
  LearnedWord,
  MustFix,
  NeverReported,
  UserTerm,
} from '../core/settings/lint-config.js';
import { LIMITS } from '../reading/limits.js';
import { parseYaml } from '../reading/yaml.js';

/** What a writer can have noted in the configuration from within the text. */
export type ConfigChange =
  | { readonly kind: 'ignore-once'; readonly entry: IgnoredOnce }
  | { readonly kind: 'never-report'; readonly entry: NeverReported }
  | { readonly kind: 'must-fix'; readonly entry: MustFix }
  | { readonly kind: 'terms'; readonly entry: UserTerm }
  | { readonly kind: 'rule-off'; readonly rule: string };

/** What past texts taught; a word that is known already gets its new count. */
export interface LearnedWords {
  readonly kind: 'learned';
  readonly words: readonly LearnedWord[];
}

const HEADER = ' 工作总结扩展的配置，对本文件夹及下级文件夹中的文稿有效';

/**
 * The configuration with one more entry; comments and order stay. Null when the text is no valid
 * YAML: then the writer has to mend it first.
 */
export function changeConfiguration(
  text: string,
  change: ConfigChange | LearnedWords,
): string | null {
  const { document }: { document: Document | null } = parseYaml(text, {
    pieces: LIMITS.yamlPieces,
  });
  if (document === null) return null;
  if (document.contents === null) {
    document.contents = new YAMLMap() as never;
    document.commentBefore ??= HEADER;
  }
  if (!isMap(document.contents)) return null;
  if (change.kind === 'rule-off') {
    const path = ['rules', change.rule];
    if (!isMap(document.get('rules'))) document.set('rules', document.createNode({}));
    if (isMap(document.getIn(path))) document.setIn([...path, 'level'], 'off');
    else document.setIn(path, 'off');
  } else if (change.kind === 'learned') {
    if (!isMap(document.get('learned'))) document.set('learned', document.createNode({}));
    for (const { word, count } of change.words) document.setIn(['learned', word], count);
  } else {
    if (!isSeq(document.get(change.kind))) document.set(change.kind, document.createNode([]));
    document.addIn([change.kind], document.createNode(entryOf(change)));
  }
  return document.toString({ lineWidth: 0 });
}

/** An entry as a writer would note it: a word alone where that says it all. */
function entryOf(change: Exclude<ConfigChange, { kind: 'rule-off' }>): unknown {
  const { kind, entry } = change;
  if (kind === 'terms') return entry.variants.length > 0 ? { ...entry } : { term: entry.term };
  return kind !== 'ignore-once' && Object.keys(entry).length === 1 ? entry.text : { ...entry };
}
