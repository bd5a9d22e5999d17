import { defineRule, type RuleExamples } from '../rule.js';

/** Before the first colon somebody says or thinks something: names of fields (时间：, 主题：) do not. */
const SAYS =
  /(?:提出|指出|强调|明确|要求|认为|表示|决定|建议|讲到|谈到|说|讲|写道|总结道|告诉[^，：]{0,6}|看来|如下|是)$/;

/** Before the second one stands what announces a list. */
const ANNOUNCES =
  /(?:以下|下列|如下|[几一二两三四五六七八九十\d]{1,4}(?:个|点|项|条|件|样|种|类|大|方)|有[几一二两三四五六七八九十]$|(?:任务|重点|要求|措施|做法|原因|问题|目标|内容|方面|包括|分别|主要|关键)(?:是|为|有|在于)?$)/;

/** Shorter ones are read at a glance. UTF-16 units. */
const SHORTEST = 14;

export default defineRule({
  id: 'two-colons',
  topic: 'marks',
  scope: 'paragraph',
  trigger: '：',
  severity: 'hint',
  title: { zh: '一句话里有两个冒号', en: 'Two colons in one sentence' },
  explain: {
    zh: '冒号提起下文，管到句末；一句里套两个冒号，范围就乱了。可以把一个改为逗号，或拆成两句。',
    en: 'A colon governs all that follows in its sentence; a second one blurs the first. Use a comma or two sentences.',
  },
  source: 'GB/T 15834—2011 A.7',
  mechanical: false,
  check({ prose, kind, report }) {
    if (kind !== 'body' && kind !== 'run-in') return;
    if (prose.indexOf('：') === prose.lastIndexOf('：')) return;
    // What no mark ends is a line of a form, or a title.
    for (const sentence of prose.matchAll(/[^。！？；\n]+/g)) {
      if (!/[。！？；]/.test(prose[sentence.index + sentence[0].length] ?? '')) continue;
      if (/[“”]/.test(sentence[0])) continue;
      const colons = [...sentence[0].matchAll(/(?<!\d)：(?!\d)/g)];
      if (colons.length !== 2) continue;
      const [lead, follow] = colons as [RegExpExecArray, RegExpExecArray];
      const says = sentence[0].slice(0, lead.index);
      const announces = sentence[0].slice(lead.index + 1, follow.index);
      if (!SAYS.test(says) || !ANNOUNCES.test(announces)) continue;
      if (/[，、\s]/.test(announces) || sentence[0].length < SHORTEST) continue;
      const at = sentence.index + follow.index;
      report({
        span: { start: at, end: at + 1 },
        message: {
          zh: '一句话里有两个冒号，提起的范围会乱。可以把一个改为逗号，或拆成两句。',
          en: 'Two colons in one sentence blur what each leads to. Use a comma, or make two sentences.',
        },
      });
    }
  },
});

export const examples: RuleExamples = {
  bad: [
    { bad: '会议提出：要做到以下两点⟦：⟧学习和服务。' },
    { bad: '\uFEFF　𠮷县会议明确：今年下半年的任务⟦：⟧开馆和服务。\r\n' },
  ],
  good: [
    '会议提出：要学习。时间：上午。',
    '比例为3：1，时间：上午9：30',
    '他说：“我的意见是：同意。”',
    '联系人：王某，电话：123',
    '活动主题：书香进万家：县图书馆下乡侧记。',
    '馆内感想是：读书如种树：慢慢长成。',
    '报名：周一　地点：一楼服务台，请带好证件。',
  ],
};
