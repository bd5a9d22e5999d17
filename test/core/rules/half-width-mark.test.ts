import halfWidthMark from '../../../server/src/core/lint/rules/half-width-mark.js';
import { mends } from '../../helpers/rule-cases.js';

describe('half-width-mark', () => {
  mends(halfWidthMark, [
    // First what files and writers bring along: a byte order mark, CRLF, U+3000, characters of two units.
    ['\uFEFF　𠮷⟦,⟧办理借书证300张⟦.⟧\r\n', '\uFEFF　𠮷，办理借书证300张。\r\n'],
    // Behind a figure, a sign, a word in Latin letters, and what closes.
    [
      '满意率升到96%⟦,⟧读者认可⟦;⟧投入8万⟦,⟧其中设备5万。',
      '满意率升到96%，读者认可；投入8万，其中设备5万。',
    ],
    ['室温26℃⟦,⟧湿度50%⟦;⟧新开WiFi⟦,⟧读者叫好。', '室温26℃，湿度50%；新开WiFi，读者叫好。'],
    [
      '依照《借阅办法》⟦,⟧推行“一卡通”⟦;⟧分馆（站）⟦:⟧全部联网。',
      '依照《借阅办法》，推行“一卡通”；分馆（站）：全部联网。',
    ],
    ['分馆(含流动站)⟦,⟧全部联网⟦!⟧', '分馆(含流动站)，全部联网！'],
    ['为什么人少⟦?⟧开馆晚⟦!!⟧要改。', '为什么人少？开馆晚！！要改。'],
    // Chinese words before, figures and words in Latin letters after.
    ['联系人⟦:⟧王小明⟦,⟧2023年入馆⟦,⟧WPS熟练。', '联系人：王小明，2023年入馆，WPS熟练。'],
    // Behind and before straight quotes and bold type.
    ['倡导"以读者为本"⟦,⟧做到"四勤"⟦:⟧勤问勤记。', '倡导"以读者为本"，做到"四勤"：勤问勤记。'],
    ['**学习方面**⟦,⟧读书⟦,⟧**实践方面**⟦:⟧下乡。', '**学习方面**，读书，**实践方面**：下乡。'],
    // The blank after it goes with it.
    ['借阅便利⟦,⟧ 读者满意⟦;⟧　来馆增多⟦.⟧', '借阅便利，读者满意；来馆增多。'],
    ['借阅便利⟦.⟧ 读者满意⟦.⟧ 《馆讯》照常出刊⟦.⟧', '借阅便利。读者满意。《馆讯》照常出刊。'],
    // The end of a sentence after figures, brackets, quotations, abbreviations.
    ['到馆人次增长12%⟦.⟧', '到馆人次增长12%。'],
    ['购书款六万元（含运费）⟦.⟧接着编目⟦.⟧', '购书款六万元（含运费）。接着编目。'],
    ['借阅证办结450张⟦.⟧ \r\n全馆启用OA⟦.⟧', '借阅证办结450张。 \r\n全馆启用OA。'],
    ['办讲座12场⟦.⟧接着办展览⟦.⟧', '办讲座12场。接着办展览。'],
    ['参加的有王小明，李力⟦.⟧', '参加的有王小明，李力。'],
    ['书架已经整理完毕⟦.⟧随后开始编目工作。', '书架已经整理完毕。随后开始编目工作。'],
    ['各组做法不一⟦､⟧效果也不同⟦｡⟧', '各组做法不一、效果也不同。'],
    // Figures, ratios and times keep theirs; so do letters and lists of them.
    '新书1,234册，上午8:30开门，按1:3配置，共2,000,000元。',
    '图1,2和表a,b均已更新，另见f(x,y)。',
    '借阅增长3.5%，见附件3.docx。',
    '版本为2.0.1，编号A.3。',
    // Addresses, paths, files, code, English.
    '网址 http://example.org/书目?题=史,地;类=甲:乙 可查',
    '书目在http://example.org/馆藏/新书,旧书目录。',
    '存在E:\\馆藏\\新书,旧书里。',
    '附件是新书,旧书.xlsx。',
    '配置写作size=3,颜色=红。',
    '写作&nbsp;即可。',
    'Please come and see us, 欢迎光临。',
    '{"书名":"县志","册数":3,"架号":"甲"}',
    '选“文件: 另存为”。',
    // Names, labels.
    '伊万.彼得罗夫先生来访交流。',
    '作家乔治.奥威尔笔下的故事发人深省。',
    '一.回顾\n二.打算',
    '（1）.学习\n（2）.实践',
    '2.学习\n3.实践',
    // Rows of a table that is typed with commas.
    '书名,册数,架号\n本县地方志,12,A3\n农家菜谱,8,B1',
    '科室,姓名,职务',
    // A list of clauses is none.
    ['抓好采编工作⟦,⟧办好读者讲座⟦,⟧管好古籍书库', '抓好采编工作，办好读者讲座，管好古籍书库'],
  ]);
});
