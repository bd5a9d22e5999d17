/** The colours of a plain text before the server has answered; the server knows more. */
import { NUMERALS } from '../../src/core/base/numerals.js';
import { gbForm, type LabelForm } from '../../src/core/document/label-forms.js';

const LINE_START = '^([\\s\\x{3000}\\x{FEFF}]*)';
const NAME = 'punctuation.definition.heading.work-summary';

const form = (level: number): LabelForm => gbForm(level)!;
const numeral = (level: number) => NUMERALS[form(level).scripts[0]!].pattern;
/** （一） or （1）, brackets of either width. */
const bracketed = (level: number) =>
  `[${form(level).prefix}(]${numeral(level)}[${form(level).suffix})]`;

function heading(level: number, label: string, unless: string) {
  const name = `markup.heading.${level}.work-summary`;
  return {
    match: `${LINE_START}(${label})(?!${unless})([^。！？]*)`,
    captures: {
      2: { name: `${name} ${NAME}` },
      3: { name, patterns: [{ include: '#inline' }] },
    },
  };
}

const han = NUMERALS.han.character;

const HEADINGS = [
  // A second numeral after 、 names two things, as in 一、二年级.
  heading(1, numeral(1) + form(1).suffix, `(?:${han}|[百千万]){1,3}(?:年级|季度|月|号|、)`),
  // （一）至（三）项 and （一）项 refer to sections.
  heading(2, bracketed(2), '[至到和、]?[（(]|项(?!目)|款(?!待)'),
  {
    match: `${LINE_START}(${numeral(3)}(?:[.．](?!\\d)|、(?!\\d))|${bracketed(4)}(?![至到和、]?[（(])|${numeral(5)})`,
    captures: { 2: { name: `markup.list.numbered.work-summary ${NAME}` } },
  },
];

const PLACEHOLDERS = [
  '[Xx×]{1,4}年[Xx×]{1,2}月(?:[Xx×]{1,2}日)?',
  '[Xx×]{1,2}月[Xx×]{1,2}日',
  '(?<!\\d)(?:19|20)(?:\\d[Xx×*]|[Xx×*]{2})(?=年)',
  '(?<![A-Za-z0-9+._/@#-])(?:[XxＸ]{2,12}|[XＸ](?!射线|光(?!荣)|轴|线(?![上下索])|染色体))(?![A-Za-z0-9+@/_.-])',
  '(?<![\\d×])×{2,6}(?![\\d×])',
  '(?<=.)【[^】【]{1,40}】',
  '[（【]待(?:补充?|核实?|定|填写?|完善|确认|更新)[^）】]{0,30}[）】]',
  '(?<![A-Za-z0-9_])_{3,}(?![A-Za-z0-9_])',
  '某某',
];

export const grammar = () => ({
  name: '工作总结',
  scopeName: 'text.work-summary',
  patterns: [{ include: '#heading' }, { include: '#inline' }],
  repository: {
    heading: { patterns: HEADINGS },
    inline: { patterns: [{ include: '#placeholder' }, { include: '#title' }] },
    title: { match: '《[^《》]{1,80}》', name: 'string.other.title.work-summary' },
    placeholder: {
      name: 'keyword.control.placeholder.work-summary',
      match: PLACEHOLDERS.join('|'),
    },
  },
});
