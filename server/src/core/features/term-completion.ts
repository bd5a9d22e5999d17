/** Set terms from their first two characters, and abbreviations written out or folded. */

import { SET_PHRASES, type SetPhrase } from '../analysis/lexicon/data.js';
import { Lexicon, type LexiconHit } from '../analysis/lexicon/lexicon.js';
import type { Localized } from '../base/localized.js';
import { lineAt, type Span, shift, type TextEdit } from '../base/text.js';
import type { ParsedSummary } from '../document/model.js';
import { type Key, keyOf, matchKey, queriesBefore } from '../phrases/match.js';
import type { LintConfig } from '../settings/lint-config.js';
import type { CoreCompletion } from './completion-item.js';

/** Initials of fewer letters mean too many terms. */
const FEWEST_LETTERS = 3;

const MOST = 12;

interface Term {
  readonly text: string;
  readonly key: Key;
  readonly group: string | null;
  readonly expansion: string | undefined;
}

const wordings = ({ term }: SetPhrase) => term.split('；');

/** All that set terms are found by: their readings are looked up at build time. */
export function termTexts(): string[] {
  return SET_PHRASES.flatMap(wordings);
}

let setTerms: readonly Term[] | undefined;

function termsOf({ disabledGroups, terms }: LintConfig): Term[] {
  setTerms ??= SET_PHRASES.flatMap((phrase) =>
    wordings(phrase).map((text) => ({
      text,
      key: keyOf(text),
      group: phrase.group,
      expansion: phrase.expansion,
    })),
  );
  const own = terms.map(({ term }) => ({
    text: term,
    key: keyOf(term),
    group: null,
    expansion: undefined,
  }));
  return [...own, ...setTerms.filter(({ group }) => !disabledGroups.includes(group!))];
}

/**
 * Terms that begin with what stands before `offset` (UTF-16): at least two characters, or three
 * letters of their pinyin. A quotation mark typed before or standing after is not doubled.
 */
export function termCompletions(
  { text, lines }: ParsedSummary,
  offset: number,
  config: LintConfig,
): CoreCompletion[] {
  const lineStart = lines[lineAt(lines, offset)]!.start;
  const queries = queriesBefore(text, lineStart, offset);
  if (queries.length === 0) return [];
  const found: { term: Term; span: Span; literal: boolean; length: number }[] = [];
  for (const term of termsOf(config)) {
    for (const { start, typed } of queries) {
      const match = matchKey(term.key, typed);
      if (match === null || (!match.literal && typed.length < FEWEST_LETTERS)) continue;
      const span = quoted(text, term.text, start, offset);
      // What stands there already needs no proposal.
      if (text.slice(span.start, span.end) === term.text) continue;
      found.push({ term, span, literal: match.literal, length: typed.length });
      break;
    }
  }
  return found
    .sort((a, b) => b.length - a.length || Number(b.literal) - Number(a.literal))
    .slice(0, MOST)
    .map(({ term, span }) => ({
      label: term.text,
      kind: 'term',
      detail:
        term.group === null
          ? { zh: '自定的词语', en: 'Own term' }
          : { zh: `提法·${term.group}`, en: 'Set term' },
      ...(term.expansion !== undefined && {
        documentation: { zh: `全称：${term.expansion}`, en: `Stands for: ${term.expansion}` },
      }),
      span,
      newText: term.text,
      chosen: `term:${term.text}`,
    }));
}

/** The span of what was typed with the term's own marks around it, where they stand already. */
function quoted(text: string, term: string, start: number, end: number): Span {
  const open = /^[“《]/.exec(term)?.[0];
  const close = /[”》]$/.exec(term)?.[0];
  return {
    start: open !== undefined && text[start - 1] === open ? start - 1 : start,
    end: close !== undefined && text[end] === close ? end + 1 : end,
  };
}

/** A rewriting of a term at the caret: never a correction, both wordings are right. */
export interface Rewriting {
  readonly title: Localized;
  readonly edit: TextEdit;
}

/** “四个意识” stands for a list that can take its place; “五位一体”总体布局 says more than its list. */
const REPLACEABLE = /^[^“”]*“[^“”]*[一二两三四五六七八九十\d][^“”]*”$/;

/** Longest expansion shown in a title, in UTF-16 units. */
const SHOWN = 24;

/** What can be written out or folded where `span` (UTF-16) lies or touches. */
export function rewritingsAt(summary: ParsedSummary, span: Span, config: LintConfig): Rewriting[] {
  const { text, paragraphs, exempt } = summary;
  const paragraph = paragraphs.find(({ start, end }) => start <= span.start && span.start <= end);
  if (paragraph === undefined) return [];
  const at = shift(span, -paragraph.start);
  const hits = Lexicon.for(config)
    .find(text.slice(paragraph.start, paragraph.end))
    .filter(({ kind, phrase, start, end }) => {
      return (
        kind === 'term' && phrase?.expansion !== undefined && start <= at.start && at.end <= end
      );
    });
  return hits.flatMap((hit) => {
    const place = shift(hit, paragraph.start);
    if (exempt.some(({ start, end }) => start < place.end && place.start < end)) return [];
    return rewrite(hit, text.slice(place.start, place.end), place);
  });
}

const bare = (text: string) => text.replace(/[“”‘’]/g, '');

function rewrite({ phrase }: LexiconHit, wording: string, span: Span): Rewriting[] {
  const { term, expansion } = phrase!;
  // （2020—2021 第一轮） tells of the expansion and is no part of it; 不写 tells what not to write.
  const full = expansion!.replace(/（[^（）]*[\d—][^（）]*）$/, '');
  if (full.includes('不写')) return [];
  if (bare(wording) === bare(full)) {
    const edit = { span, newText: term };
    return [{ title: { zh: `简写为${term}`, en: `Abbreviate to ${term}` }, edit }];
  }
  if (bare(wording) !== bare(term)) return [];
  const shown = full.length <= SHOWN ? full : `${full.slice(0, SHOWN)}…`;
  const note: Rewriting = {
    title: { zh: `在后面注明：（${shown}）`, en: `Explain after it: （${shown}）` },
    edit: { span: { start: span.end, end: span.end }, newText: `（${full}）` },
  };
  const replaceable = REPLACEABLE.test(term) || phrase!.group === '称谓';
  if (!replaceable) return [note];
  const title = { zh: `展开为：${shown}`, en: `Write out: ${shown}` };
  return [{ title, edit: { span, newText: full } }, note];
}
