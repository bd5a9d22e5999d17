/** Half-year summaries of thirty offices of three trades, with facts that are known. */

export interface Fact {
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
}

export interface Department {
  readonly file: string;
  readonly office: string;
  readonly text: string;
  readonly facts: readonly Fact[];
}

/** Two documents that give one figure with two values. */
export interface PlantedContradiction {
  readonly file: string;
  readonly indicator: string;
  readonly own: number;
  readonly other: number;
}

export interface Departments {
  readonly all: readonly Department[];
  /** The district's own text, which says other things of some of them. */
  readonly district: Department;
  readonly contradictions: readonly PlantedContradiction[];
  /** Sentences that several of them have. */
  readonly shared: readonly string[];
}

interface Trade {
  readonly names: readonly string[];
  readonly headings: readonly string[];
  /** The indicator, what leads to it, and its unit. */
  readonly figures: readonly (readonly [lead: string, indicator: string, unit: string])[];
  readonly work: readonly string[];
}

const AREAS = ['东𠮷', '南坪', '西塘', '北岗', '中渡', '上洲', '下湾', '青石', '白鹭', '长桥'];

const TRADES: readonly Trade[] = [
  {
    names: AREAS.map((area) => `${area}教育局`),
    headings: ['抓好教师培训', '改善办学条件', '关爱留守学生'],
    figures: [
      ['', '培训教师', '期'],
      ['', '培训教师', '人次'],
      ['先后', '改造教室', '间'],
      ['', '家访学生', '名'],
      ['共', '投入经费', '万元'],
    ],
    work: [
      '把课堂交还给学生，听课评课成了教研组的日常',
      '校车路线逐条走过一遍，站点向家长公开',
      '食堂后厨装上了明亮的玻璃窗，家长随时可以进去看',
      '放学后的教室继续亮着灯，作业在学校里做完',
    ],
  },
  {
    names: AREAS.map((area) => `${area}文化馆`),
    headings: ['办好群众活动', '送戏送书下乡', '守护老手艺'],
    figures: [
      ['', '接待读者', '人次'],
      ['', '送戏下乡', '场'],
      ['先后', '征集老照片', '幅'],
      ['', '编印乡土读本', '册'],
      ['共', '投入经费', '万元'],
    ],
    work: [
      '馆里的展厅晚上不关门，下班的人也看得上展',
      '老艺人坐到台前，把一双手的功夫讲给年轻人听',
      '旧书架换成了矮的，孩子自己就够得着',
      '乐队的排练搬到广场上，路过的人都能听',
    ],
  },
  {
    names: AREAS.map((area) => `${area}应急局`),
    headings: ['排查风险隐患', '练好应急队伍', '备足救灾物资'],
    figures: [
      ['', '检查企业', '家'],
      ['共', '整改隐患', '处'],
      ['举办', '演练', '场'],
      ['', '培训网格员', '人次'],
      ['共', '投入经费', '万元'],
    ],
    work: [
      '值班室的电话响两声就有人接，夜里也一样',
      '河边的水尺重新刷了漆，涨水一眼看得出来',
      '仓库里的帐篷逐顶撑开晾过，破的补了',
      '每个村都有人记得住转移的路，走得通',
    ],
  },
];

const SHARED = [
  '主要负责同志带头把文件读到底，再把任务分到人头上',
  '每件事都记在本子上，办完一件划掉一件',
  '遇到拿不准的先问群众，再问专家，最后才定下来',
];

const PROBLEMS = [
  '懂行的人手还是少，几个岗位靠一个人顶着',
  '下面报上来的材料多，真正下去看的时间少',
  '有的事开头热，后来跟得不紧',
];

/** Numbers by a seed: the same each time. */
export function randomOf(seed: number): (below: number) => number {
  let state = (seed >>> 0) + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @param count Of each trade, up to ten. */
export function departments(seed: number, count = 10): Departments {
  const random = randomOf(seed);
  const all = TRADES.flatMap((trade, index) =>
    trade.names.slice(0, count).map((office) => department(trade, office, index, random)),
  );
  const contradictions: PlantedContradiction[] = [];
  const said: string[] = [];
  for (const { file, office, facts } of all) {
    if (random(4) !== 0) continue;
    const fact = facts[random(facts.length)]!;
    const isPlanted = random(2) === 0;
    const value = isPlanted ? fact.value + 1 + random(9) : fact.value;
    const verb = fact.indicator === '演练' ? '举办' : '';
    said.push(`${office}${verb}${fact.indicator}${value}${fact.unit}`);
    if (isPlanted) {
      contradictions.push({ file, indicator: fact.indicator, own: fact.value, other: value });
    }
  }
  const text = [
    '𠮷水区2026年上半年工作总结',
    '',
    '一、主要工作',
    ...said.map((sentence) => `　　${sentence}。`),
    '　　各单位守土有责，配合得比往年更顺手。',
    '二、存在的问题',
    '　　各单位之间的数字有时对不上，还要再核一遍。',
    '',
  ].join('\n');
  const district = { file: '全区.txt', office: '𠮷水区', text, facts: [] };
  return { all, district, contradictions, shared: SHARED };
}

function department(
  trade: Trade,
  office: string,
  index: number,
  random: (below: number) => number,
): Department {
  const facts = trade.figures.map(([, indicator, unit]) => ({
    indicator,
    unit,
    value: 2 + random(90),
  }));
  const figure = (at: number) => {
    const [lead, indicator, unit] = trade.figures[at]!;
    return `${lead}${indicator}${facts[at]!.value}${unit}`;
  };
  const own = (at: number) => `${office}${trade.work[at]!.slice(0, 6)}的做法在本地传开了`;
  const markdown = random(3) === 0;
  const title = markdown ? '# ' : '';
  const heading = markdown ? '## ' : '';
  const below = markdown ? '### ' : '　　';
  const indent = markdown ? '' : '　　';
  const gap = markdown ? [''] : [];
  const paragraph = (...sentences: string[]) => [`${indent}${sentences.join('。')}。`, ...gap];
  const name = random(2) === 0 ? '主要工作' : '上半年工作完成情况';
  const lines = [
    `${title}${office}2026年上半年工作总结`,
    '',
    ...(random(2) === 0 ? ['各位领导：', ...gap] : []),
    ...paragraph(`半年来，${office}一件事接着一件事做`, '现将情况汇报如下'),
    `${heading}一、${name}`,
    ...gap,
    `${below}（一）${trade.headings[0]}`,
    ...gap,
    ...paragraph(`${figure(0)}，${figure(1)}`, trade.work[random(4)]!, own(0)),
    ...(markdown
      ? [`${below}（二）${trade.headings[1]}`, '', ...paragraph(figure(2), SHARED[random(3)]!)]
      : paragraph(`（二）${trade.headings[1]}`, figure(2), SHARED[random(3)]!)),
    `${below}（三）${trade.headings[2]}`,
    ...gap,
    ...paragraph(figure(3), figure(4)),
    ...paragraph(
      `去年同期${trade.figures[3]![1]}${1 + random(50)}${trade.figures[3]![2]}，底子还薄`,
    ),
    `${heading}二、${['存在的问题', '问题和不足', '困难与短板'][random(3)]}`,
    ...gap,
    ...paragraph(PROBLEMS[random(3)]!, `${office}还缺一名懂${['电', '水', '火'][index]}的技术员`),
    `${heading}三、下一步打算`,
    ...gap,
    ...paragraph(
      `计划再${trade.figures[0]![1]}${50 + random(40)}${trade.figures[0]![2]}`,
      '待填的数字是XX，月底前补齐',
    ),
    ...(random(3) === 0
      ? [`${heading}四、说点别的`, ...gap, ...paragraph(`${office}的院子里新栽了一排桂花树`)]
      : []),
    '',
    office,
    '2026年7月2日',
    '',
  ];
  const eol = random(3) === 0 ? '\r\n' : '\n';
  return {
    file: `${office}.${markdown ? 'md' : 'txt'}`,
    office,
    text: (random(4) === 0 ? '\uFEFF' : '') + lines.join(eol),
    facts,
  };
}
