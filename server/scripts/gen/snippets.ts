import { pinyin } from 'pinyin-pro';
import { GENERAL_PHRASES, KINDS, ROLE_NAMES, type Role } from '../../src/core/phrases/model.js';
import { LAYOUTS, layOut, SECTIONS, skeleton } from '../../src/core/phrases/skeleton.js';
import { type Part, renderStops, snippetOf } from '../../src/core/phrases/tab-stops.js';

/**
 * Whole documents, and sections and phrases of no one trade, as static snippets: for editors without
 * the server, and for VS Code's own command.
 */
export function snippets(): Record<string, unknown> {
  const taken = new Set<string>();
  const result: Record<string, unknown> = {};
  const add = (title: string, role: Role, parts: readonly Part[]) => {
    const name = [...title].filter((character) => /[\u4e00-\u9fff]/.test(character)).join('');
    const syllables = pinyin(name, { toneType: 'none', v: true, type: 'array' });
    const initials = syllables.map((syllable) => syllable[0]).join('');
    const short = taken.has(initials) ? syllables.join('') : initials;
    if (taken.has(name) || taken.has(short)) throw new Error(`two snippets named ${title}`);
    taken.add(name).add(short);
    result[name] = {
      prefix: [name, short],
      body: snippetOf(parts).split('\n'),
      description: ROLE_NAMES[role][0],
    };
  };
  const numbered = (text: string): Part[] => {
    const label = /^(（?)一([、）])/.exec(text);
    if (label === null) return renderStops(text, 'mixed');
    const [all, open, close] = label as unknown as [string, string, string];
    const rest = renderStops(close + text.slice(all.length), 'mixed');
    return [...(open === '' ? [] : [open]), { shape: 'figure', text: '一' }, ...rest];
  };
  for (const { id, name, textWords } of KINDS) {
    if (textWords !== undefined) continue;
    const parts = skeleton({ kind: id, detail: 'brief', syntax: 'plain', style: 'mixed' });
    add(name, 'title', parts);
  }
  const indented = (text: string) => layOut(text.split('\n'), LAYOUTS.plain);
  const general = new Set(GENERAL_PHRASES.map(({ id }) => id));
  const sections = SECTIONS.filter(({ kinds, title }) => {
    const plan = KINDS.find(({ id }) => id === kinds![0])!;
    const section = plan.sections.find(({ heading }) => heading === title)!;
    return section.phrases.every((id) => general.has(id));
  });
  for (const { form, section, title, text } of [...sections, ...GENERAL_PHRASES]) {
    // Of sections that several kinds have, the most general stands for all.
    if (form === 'section' && result[title] !== undefined) continue;
    const begins = form === 'paragraph' && section !== 'signoff';
    const body = form === 'section' ? indented(text) : begins ? indented(text) : text;
    const indent = /^\u3000*/.exec(body)![0];
    const parts = numbered(body.slice(indent.length));
    add(title, section, indent === '' ? parts : [indent, ...parts]);
  }
  return result;
}
