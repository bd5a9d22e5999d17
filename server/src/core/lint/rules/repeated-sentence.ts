import { SharedNumbers } from '../../base/shared-numbers.js';
import { isBlank, type Span, shift } from '../../base/text.js';
import { defineRule, type RuleExamples, type UnplacedFact } from '../rule.js';

/** Shorter sentences, slogans and salutations, may well come again. UTF-16 units. */
const SHORTEST = 18;

/** 责任单位： and the like: what such an entry of a list says may well come again. UTF-16 units. */
const LONGEST_ENTRY_NAME = 8;

/** What notices, letters and forms say again by custom: greetings, thanks, requests and closing words. */
const CUSTOM =
  /^(?:特此|以上|此致|敬请|恳请|请|望|希望|感谢|谢谢|衷心|最后|祝|预祝|恭祝|欢迎|如有|若有|如无|凡|逾期|未尽事宜|联系|各位|尊敬的|亲爱的|大家好|各[\u4e00-\u9fff]{1,8}[要应须务]|本(?:表|通知|方案|办法|报告|人))|[_＿]{2}|[□☐☑√]|[XxＸ×*]{2}/;

/** A sentence that closes so many paragraphs, after others, is a refrain: who pastes by mistake has it twice. */
const REFRAIN = 3;

/** The sentences of a paragraph that may be compared, each with a hash of its text. */
interface Sentences {
  readonly prose: string;
  readonly hashes: readonly number[];
  readonly spans: readonly Span[];
}

/**
 * The sentences of a paragraph that may be compared, without their end marks and outer blanks. What
 * no end mark closes is none; after “ or ； stands the end of a sentence, and statutes repeat those
 * by design.
 */
function sentencesIn(prose: string): Omit<Sentences, 'prose'> {
  const hashes: number[] = [];
  const spans: Span[] = [];
  let start = 0;
  let end = 0;
  let hash = 0;
  let whole = true;
  let quoted = false;
  for (let at = 0; at < prose.length; at++) {
    const unit = prose.charCodeAt(at);
    // Most characters are no mark at all.
    if (unit > 0x3002 && unit < 0xff00) {
      hash = (Math.imul(hash, 31) + unit) | 0;
      end = at + 1;
    } else if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f) {
      if (whole && end - start >= SHORTEST) {
        hashes.push(hash);
        spans.push({ start, end });
      }
      start = at + 1;
      end = start;
      hash = 0;
      whole = !quoted;
    } else if (unit === 0x201c || unit === 0xff1b || unit === 0) {
      quoted ||= unit === 0x201c;
      whole = false;
    } else if (unit <= 0x3000 && isBlank(unit)) {
      // Blanks at its ends are not of the sentence; between words they count, as line ends do.
      if (end === start) start = end = at + 1;
    } else {
      if (unit === 0xff1a && at - start <= LONGEST_ENTRY_NAME) whole = false;
      // After 。” the writer's own words go on.
      if (unit === 0x201d && quoted) {
        quoted = false;
        if (end === start) whole = true;
      }
      hash = (Math.imul(hash, 31) + unit) | 0;
      end = at + 1;
    }
  }
  return { hashes, spans };
}

const textOf = ({ data, span }: { data: Sentences; span: Span }) =>
  data.prose.slice(span.start, span.end);

export default defineRule<Record<never, never>, Sentences>({
  id: 'repeated-sentence',
  topic: 'sentences',
  scope: 'document',
  severity: 'warning',
  title: { zh: '整句重复', en: 'Sentence given twice' },
  explain: {
    zh: '同一句话在一篇里出现两次，多半是复制时多贴了一遍。',
    en: 'The same sentence stands twice: pasted once too often.',
  },
  source: null,
  mechanical: false,
  gather({ prose, kind }, add) {
    if (kind !== 'body' && kind !== 'run-in' && kind !== 'item') return;
    const { hashes, spans } = sentencesIn(prose);
    if (spans.length > 0) add({ start: 0, end: prose.length }, { prose, hashes, spans });
  },
  check({ unplaced, factAt, kept, report }) {
    const shared = kept(
      () => new SharedNumbers<UnplacedFact<Sentences>>(({ data }) => data.hashes),
    );
    shared.update(unplaced);
    const sharing = shared.sharing();
    if (sharing.size === 0) return;
    const first = new Map<number, { data: Sentences; span: Span }>();
    const closings = new Map<number, number>();
    for (const fact of unplaced) {
      if (!sharing.has(fact)) continue;
      const { data } = fact;
      const hash = data.hashes.at(-1)!;
      const { start, end } = data.spans.at(-1)!;
      if (data.prose.length - end <= 1 && /[。！？]/.test(data.prose.slice(0, start))) {
        closings.set(hash, (closings.get(hash) ?? 0) + 1);
      }
    }
    for (let factIndex = 0; factIndex < unplaced.length; factIndex++) {
      if (!sharing.has(unplaced[factIndex]!)) continue;
      const { data } = unplaced[factIndex]!;
      const again: Span[] = [];
      for (const [index, span] of data.spans.entries()) {
        const hash = data.hashes[index]!;
        const known = first.get(hash);
        if (known === undefined) {
          first.set(hash, { data, span });
          continue;
        }
        const text = textOf({ data, span });
        if (textOf(known) !== text || CUSTOM.test(text)) continue;
        if ((closings.get(hash) ?? 0) >= REFRAIN) continue;
        const last = again.at(-1);
        if (last !== undefined && last.end + 1 === span.start) {
          again[again.length - 1] = { start: last.start, end: span.end };
        } else again.push(span);
      }
      for (const span of again) {
        report({
          span: shift(span, factAt(factIndex).span.start),
          message: {
            zh: '这里与前面的一处一字不差，可能是复制时多贴了一遍。请删去一处，或改写。',
            en: 'This very sentence stands above already; it may have been pasted twice. Delete one, or reword it.',
          },
        });
      }
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    {
      bad: '馆内全年组织读书分享会和讲座三十场次。\n二、服务\n⟦馆内全年组织读书分享会和讲座三十场次⟧。',
    },
    {
      bad: '\uFEFF　𠮷县图书馆坚持每周开放七天服务读者。中间一句。\r\n⟦𠮷县图书馆坚持每周开放七天服务读者⟧。',
    },
  ],
  good: [
    '一、抓好服务提升读者满意度水平\n抓好服务提升读者满意度水平',
    '短句重复。短句重复。',
    '馆内全年组织读书分享会和讲座三十场次。\n简报写道：“全年平稳。馆内全年组织读书分享会和讲座三十场次。”',
    '请各科室高度重视并于本周五前报送到馆办公室。\n二、展览\n请各科室高度重视并于本周五前报送到馆办公室。',
    '感谢各位领导和同事一年来对我的关心与支持。\n二、服务\n感谢各位领导和同事一年来对我的关心与支持。',
    '新书上架。全馆上下要把读者的小事当成自己的大事。\n夜读开放。全馆上下要把读者的小事当成自己的大事。\n送书下乡。全馆上下要把读者的小事当成自己的大事。',
    '责任单位：县图书馆、县文化馆、各乡镇文化站。\n二、服务\n责任单位：县图书馆、县文化馆、各乡镇文化站。',
    '馆内全年组织读书分享会和讲座三十场次。馆内全年组织读书分享会和讲座四十场次。',
  ],
};
