import assert from 'node:assert/strict';
import { findPlaceholders } from '../../server/src/core/analysis/placeholders/placeholders.js';
import { parseSummary } from '../../server/src/core/document/parse.js';
import { lint } from '../../server/src/core/lint/linter.js';
import { RULES } from '../../server/src/core/lint/rules.generated.js';
import {
  KINDS,
  PHRASES,
  type Phrase,
  phraseOf,
  ROLE_NAMES,
} from '../../server/src/core/phrases/model.js';
import {
  type Detail,
  dateText,
  periodsFor,
  SECTIONS,
  skeleton,
} from '../../server/src/core/phrases/skeleton.js';
import type { PlaceholderStyle } from '../../server/src/core/phrases/style.js';
import { renderStops, snippetOf, textOf } from '../../server/src/core/phrases/tab-stops.js';
import { DEFAULT_CONFIG } from '../../server/src/core/settings/lint-config.js';

const STYLES: readonly PlaceholderStyle[] = ['mixed', 'upper', 'lower', 'times', 'bracket', 'line'];
const ALL: readonly Phrase[] = [...PHRASES, ...SECTIONS];

/** What is wrong of a text only because it stands alone. */
const ALONE = new Set(['label-start', 'missing-section', 'missing-document-part']);
const STRICT = { ...DEFAULT_CONFIG, rules: { superlative: { level: 'hint' as const } } };

/** What the proofreader says of a text that stands alone: all but that it is incomplete. */
function findings(text: string, syntax: 'plain' | 'markdown' = 'plain') {
  return lint(parseSummary(text, syntax), { rules: RULES, config: STRICT })
    .filter(({ rule, span }) => !ALONE.has(rule) && !isPlaceholder(text, span))
    .map(({ rule, span, message }) => `${rule} ${text.slice(span.start, span.end)} ${message.zh}`);
}

const placeholdersOf = (text: string) =>
  findPlaceholders(text, parseSummary(text, 'plain').lines, { markdown: false, exempt: [] });

function isPlaceholder(text: string, span: { start: number; end: number }) {
  return placeholdersOf(text).some(
    (found) => found.span.start <= span.start && span.end <= found.span.end,
  );
}

const standing = ({ text }: Phrase, style: PlaceholderStyle) =>
  text
    .split('\n')
    .map((line) => `　　${textOf(renderStops(line, style))}`)
    .join('\n');

describe('the built-in phrases', () => {
  it('have ids of their own, and every kind, part and plan has some', () => {
    assert.equal(new Set(ALL.map(({ id }) => id)).size, ALL.length);
    assert.equal(new Set(ALL.map(({ text }) => text)).size, ALL.length);
    for (const { id, opening, closing, signoff, sections } of KINDS) {
      for (const name of [
        opening,
        ...(closing === undefined ? [] : [closing]),
        signoff,
        ...sections.flatMap(({ phrases }) => phrases),
      ]) {
        assert.ok(phraseOf(name), `${id}: ${name}`);
      }
      assert.ok(
        PHRASES.some(({ kinds }) => kinds?.includes(id)),
        id,
      );
    }
    for (const role of Object.keys(ROLE_NAMES)) {
      assert.ok(
        PHRASES.some(({ section }) => section === role),
        role,
      );
    }
  });

  for (const style of STYLES) {
    it(`pass the proofreader with their placeholders written in the style ${style}`, () => {
      const all = ALL.map((phrase) => [phrase.id, ...findings(standing(phrase, style))]);
      assert.deepEqual(
        all.filter(({ length }) => length > 1),
        [],
      );
    });
  }

  it('are sentences with something to fill in, between twelve and forty of each kind', () => {
    for (const { id, own } of KINDS) {
      if (own === undefined) continue;
      const phrases = PHRASES.filter(
        ({ kinds, form }) => form === 'sentence' && kinds?.includes(id),
      );
      assert.ok(phrases.length >= 12 && phrases.length <= 40, `${id}: ${phrases.length}`);
      for (const { id: name, text } of phrases) {
        assert.match(text, /【|XX/, name);
        assert.match(text, /[。：；]$/, name);
      }
      for (const part of ['results', 'problems', 'next']) {
        assert.ok(
          phrases.some(({ section }) => section === part),
          `${id}: ${part}`,
        );
      }
    }
  });

  it('hold no figure and no name', () => {
    for (const { id, text } of ALL) {
      const rest = text
        .replace(/20XX年|附件：1\.|^　+2\./gm, '')
        .replace(/“一岗双责”|中央八项规定/g, '');
      assert.doesNotMatch(rest, /\d|同志|某/, id);
    }
  });

  it('have stops that are found as placeholders, figures with their measure word', () => {
    for (const phrase of ALL) {
      for (const line of phrase.text.split('\n')) {
        const parts = renderStops(line, 'mixed');
        const text = `　　${textOf(parts)}`;
        const found = placeholdersOf(text);
        let at = 2;
        for (const part of parts) {
          const length = typeof part === 'string' ? part.length : part.text.length;
          if (typeof part !== 'string' && part.shape !== 'choice') {
            const placeholder = found.find(
              ({ span }) => span.start <= at && at + length <= span.end,
            );
            assert.ok(placeholder, `${phrase.id}: ${part.text} in ${text}`);
            if (part.shape === 'figure') {
              assert.notEqual(placeholder.kind, 'text', `${phrase.id}: ${text.slice(at, at + 8)}`);
              assert.notEqual(placeholder.kind, 'name', `${phrase.id}: ${text.slice(at, at + 8)}`);
            }
          }
          at += length;
        }
      }
    }
  });
});

describe('a new document', () => {
  const today = { year: 2026, month: 7, day: 5 };
  for (const { id, name } of KINDS) {
    for (const detail of ['brief', 'standard', 'full'] as const satisfies Detail[]) {
      for (const syntax of ['plain', 'markdown'] as const) {
        it(`${name}, ${detail}, ${syntax}: complete, and only its placeholders are left`, () => {
          const parts = skeleton({
            kind: id,
            detail,
            syntax,
            style: 'mixed',
            date: dateText(today),
          });
          const text = textOf(parts);
          const summary = parseSummary(text, syntax);
          assert.ok(summary.title !== null, text);
          assert.deepEqual(
            summary.sections.map(({ title }) => title),
            KINDS.find((kind) => kind.id === id)!.sections.map(({ heading }) => heading),
          );
          assert.equal(summary.paragraphs.at(-1)!.kind, 'date');
          assert.deepEqual(
            lint(summary, { rules: RULES })
              .filter(({ span }) => !isPlaceholder(text, span))
              .map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`),
            [],
            text,
          );
        });
      }
    }
  }

  it('is about what the writer says it is', () => {
    const parts = skeleton({
      kind: 'half-year',
      detail: 'brief',
      syntax: 'plain',
      style: 'mixed',
      subject: '𠮷县图书馆',
      period: '2026年上半年',
      date: dateText(today),
    });
    const text = textOf(parts);
    assert.ok(
      text.startsWith('𠮷县图书馆2026年上半年工作总结\n\n　　今年上半年，𠮷县图书馆'),
      text,
    );
    assert.ok(text.endsWith('\n\n𠮷县图书馆\n2026年7月5日\n'), text);
    // The first stop is the first blank: what was answered is none.
    const stops = [...snippetOf(parts).matchAll(/\$\{\d+:([^}]*)\}/g)].map(([, blank]) => blank!);
    assert.ok(stops.length > 3);
    assert.ok(
      stops.every((blank) => !/2026|𠮷县/.test(blank)),
      stops.join(' '),
    );
  });

  it('knows the periods that are due', () => {
    assert.deepEqual(periodsFor('half-year', today)[0], '2026年上半年');
    assert.deepEqual(periodsFor('half-year', { ...today, month: 1 })[0], '2025年下半年');
    assert.deepEqual(periodsFor('annual', { ...today, month: 1 })[0], '2025年');
    assert.deepEqual(periodsFor('annual', { ...today, month: 12 })[0], '2026年');
    assert.deepEqual(periodsFor('quarter', { ...today, month: 1 }), [
      '2025年第四季度',
      '2025年第三季度',
      '2025年第二季度',
      '2025年第一季度',
    ]);
    assert.deepEqual(periodsFor('quarter', { ...today, month: 4 })[0], '2026年第一季度');
    assert.deepEqual(periodsFor('monthly', today), ['2026年6月', '2026年7月']);
    assert.deepEqual(periodsFor('monthly', { ...today, day: 30 })[0], '2026年7月');
    assert.deepEqual(periodsFor('monthly', { year: 2026, month: 1, day: 3 })[0], '2025年12月');
    assert.deepEqual(periodsFor('weekly', today), ['2026年第27周', '2026年第26周']);
    // Weeks of ISO 8601: the first one of a year is that of its first Thursday.
    assert.deepEqual(periodsFor('weekly', { year: 2027, month: 1, day: 2 })[0], '2026年第53周');
    assert.deepEqual(periodsFor('weekly', { year: 2024, month: 12, day: 31 })[0], '2025年第1周');
  });
});
