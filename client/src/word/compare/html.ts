import vscode = require('vscode');

import {
  type Carried,
  type ComparedParagraph,
  type Comparison,
  type Difference,
  escapeHtml,
  headingOf,
  inSingular,
  type Origin,
  share,
} from '#core';

/** What is compared, with the texts that the spans are of. */
export interface Compared {
  readonly comparison: Comparison;
  readonly text: string;
  readonly before: string;
  /** Name of last year's file. */
  readonly name: string;
}

/** The comparison to read: section by section, paragraph by paragraph. */
export function comparisonHtml({ comparison, text, before, name }: Compared): string {
  const { sections, whole, dropped } = comparison;
  const parts = sections.map(({ section, own, paragraphs }) => {
    const title = section === null ? vscode.l10n.t('Before the first section') : headingOf(section);
    const shown = paragraphs.filter(({ kind }) => kind !== 'title' && !isHeadingOf(section, kind));
    const body = shown.map((paragraph) => paragraphHtml(paragraph, text)).join('');
    return `<h2>${escapeHtml(title)}</h2>${figureHtml(own)}${body}`;
  });
  if (dropped.length > 0) {
    const list = dropped.map(({ start, end }) => `<p>${escapeHtml(before.slice(start, end))}</p>`);
    parts.push(
      `<h2>${escapeHtml(vscode.l10n.t('Only in last year’s ({0})', dropped.length))}</h2>${list.join('')}`,
    );
  }
  const title = escapeHtml(vscode.l10n.t('Compared with “{0}”', name));
  return `<h1>${title}</h1>${figureHtml(whole)}${parts.join('')}`;
}

const isHeadingOf = (section: unknown, kind: ComparedParagraph['kind']) =>
  section !== null && kind === 'heading';

function figureHtml(carried: Carried): string {
  if (carried.characters === 0) return '';
  const percent = share(carried);
  const words = inSingular(
    vscode.l10n.t(
      '{0}% carried over: {1} paragraphs unchanged, {2} reworded, {3} new',
      percent,
      carried.same,
      carried.reworded,
      carried.new,
    ),
  );
  return `<div class="figure"><meter min="0" max="100" value="${percent}"></meter>${escapeHtml(words)}</div>`;
}

function paragraphHtml({ span, line, origin, changes }: ComparedParagraph, text: string): string {
  const names: Record<Origin, string> = {
    same: vscode.l10n.t('unchanged'),
    reworded: vscode.l10n.t('reworded'),
    new: vscode.l10n.t('new'),
  };
  const content =
    origin === 'reworded'
      ? changes.map(changeHtml).join('')
      : escapeHtml(text.slice(span.start, span.end));
  return `<p class="${origin}" data-line="${line}" tabindex="0"><span class="badge">${escapeHtml(names[origin])}</span>${content}</p>`;
}

function changeHtml({ kind, text }: Difference): string {
  const tag = { same: '', removed: 'del', added: 'ins' }[kind];
  return tag === '' ? escapeHtml(text) : `<${tag}>${escapeHtml(text)}</${tag}>`;
}
