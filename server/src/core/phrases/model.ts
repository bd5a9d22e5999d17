/** Standard phrasing as data: what there is to write, where it belongs and how it is found. */
import kinds from './kinds.json' with { type: 'json' };
import phrases from './phrases.json' with { type: 'json' };

/** What a document is for, as the id of one of {@link KINDS}. The skeletons and the phrasing follow it. */
export type DocumentKind = keyof typeof kinds;

/** What a part of a document is for. `heading` and `connector` stand in any part. */
export type Role =
  | 'title'
  | 'opening'
  | 'overview'
  | 'results'
  | 'study'
  | 'organization'
  | 'integrity'
  | 'problems'
  | 'causes'
  | 'next'
  | 'closing'
  | 'signoff'
  | 'attachment'
  | 'heading'
  | 'connector';

/**
 * How a phrase fits into the text: a `sentence` stands in a paragraph, a `paragraph` begins one, a
 * `section` begins with its heading, a `heading` follows a label or is a title, a `clause` is part
 * of a sentence, a `document` is all of it.
 */
export type Form = 'sentence' | 'paragraph' | 'section' | 'heading' | 'clause' | 'document';

/**
 * One phrase. In `text`, 【…】 is something to fill in and 【…｜…】 a choice, whose first is the usual
 * one; XX, X月, X月XX日 and 20XX年 stand for figures. Lines are paragraphs, without their indent; labels
 * are in the standard form and get the number that is due.
 */
export interface Phrase {
  readonly id: string;
  readonly section: Role;
  readonly form: Form;
  /** What it is about, in a few words. */
  readonly title: string;
  readonly text: string;
  /** Documents it is at home in; without them, every one. */
  readonly kinds?: readonly DocumentKind[];
  /** More words to find it by. */
  readonly keys?: readonly string[];
  /** One of the writer's own. */
  readonly own?: boolean;
}

/**
 * One section of a skeleton. `plain` puts its phrases into one paragraph, `headed` gives each a
 * heading （一） of its own, `listed` counts them 一是、二是.
 */
export interface SectionPlan {
  readonly heading: string;
  readonly role: Role;
  readonly layout: 'plain' | 'headed' | 'listed';
  readonly phrases: readonly string[];
}

/** The usual parts of one kind of document. `subject` is the stop for whom or what it is about. */
export interface KindPlan {
  readonly id: DocumentKind;
  readonly name: string;
  /** The time that such a document is usually about. */
  readonly period: 'year' | 'half-year' | 'quarter' | 'month' | 'week';
  /** A pattern of words by which a title tells this kind; without it, a document is never taken for it. */
  readonly titleWords?: string;
  /** Kinds are tried from 1 up, the more telling words first: a 述职述廉报告 is a 述职报告 too. */
  readonly titleRank?: number;
  /** A pattern of words of a trade: a text that has several of them is of it, whatever its title. */
  readonly textWords?: string;
  readonly subject: string;
  /** {period} is the time it is about. */
  readonly title: string;
  /** Ids of phrases. A plan or minutes have no words at their end. */
  readonly opening: string;
  readonly closing?: string;
  readonly signoff: string;
  readonly sections: readonly SectionPlan[];
  /** Phrases of this kind alone, by part: `title more keys|text`. */
  readonly own?: Readonly<Partial<Record<Role, readonly string[]>>>;
}

/** The id of a phrase that a plan names: a general one by its id, which is Latin, or one of its own by its title. */
const idOf = (kind: string, name: string) => (/^[a-z]/.test(name) ? name : `${kind}:${name}`);

export const KINDS: readonly KindPlan[] = Object.entries(
  kinds as unknown as Record<DocumentKind, Omit<KindPlan, 'id'>>,
).map(([id, plan]) => ({
  ...plan,
  id: id as DocumentKind,
  opening: idOf(id, plan.opening),
  sections: plan.sections.map((section) => ({
    ...section,
    phrases: section.phrases.map((name) => idOf(id, name)),
  })),
}));

/** Phrases that are at home in many kinds of document. */
export const GENERAL_PHRASES = phrases as readonly Phrase[];

const OWN_PHRASES: readonly Phrase[] = KINDS.flatMap(({ id, own = {} }) =>
  Object.entries(own).flatMap(([part, entries]) =>
    entries.map((entry) => ownPhrase(id, part as Role, entry)),
  ),
);

function ownPhrase(kind: DocumentKind, section: Role, entry: string): Phrase {
  const bar = entry.indexOf('|');
  const [title, ...keys] = entry.slice(0, bar).split(' ') as [string, ...string[]];
  const form = section === 'opening' ? 'paragraph' : section === 'heading' ? section : 'sentence';
  const text = entry.slice(bar + 1);
  return { id: idOf(kind, title), section, form, title, text, kinds: [kind], keys };
}

/** Titles of the kinds for which there is none among the general phrases. */
const TITLES: readonly Phrase[] = KINDS.filter(
  ({ id }) =>
    !GENERAL_PHRASES.some(({ section, kinds }) => section === 'title' && kinds?.includes(id)),
).map(({ id, name, title }) => ({
  id: `title:${id}`,
  section: 'title',
  form: 'heading',
  title: `${name}标题`,
  text: title.replace('{period}', '20XX年'),
  kinds: [id],
  keys: ['标题'],
}));

export const PHRASES: readonly Phrase[] = [...GENERAL_PHRASES, ...OWN_PHRASES, ...TITLES];

const BY_ID = new Map(PHRASES.map((phrase) => [phrase.id, phrase]));

/** A built-in phrase; plans name no others, which a test makes sure of. */
export function phraseOf(id: string): Phrase {
  return BY_ID.get(id)!;
}

/** How a role is called, for the list and for finding its phrases: the first name is shown. */
export const ROLE_NAMES: Readonly<Record<Role, readonly string[]>> = {
  title: ['标题'],
  opening: ['开头', '导语', '前言'],
  overview: ['基本情况', '概况'],
  results: ['主要工作', '工作成效', '完成情况'],
  study: ['学习情况', '思想建设'],
  organization: ['组织建设'],
  integrity: ['廉政建设', '廉洁自律'],
  problems: ['存在的问题', '不足'],
  causes: ['原因分析'],
  next: ['下一步打算', '工作安排', '今后计划'],
  closing: ['结尾', '结语'],
  signoff: ['落款'],
  attachment: ['附件说明'],
  heading: ['小标题'],
  connector: ['过渡语'],
};

export const isRole = (name: string): name is Role => Object.hasOwn(ROLE_NAMES, name);

/** The role that is called so: by its id or any of its names. */
export function roleNamed(name: string): Role | null {
  for (const [role, names] of Object.entries(ROLE_NAMES)) {
    if (role === name || names.includes(name)) return role as Role;
  }
  return null;
}
