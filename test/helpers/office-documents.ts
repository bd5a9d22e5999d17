/** Word files as offices make them: by styles or by hand, with tables, notes, boxes, pictures and revisions. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { PNG } from './pictures.js';

export interface OfficeDocument {
  readonly name: string;
  readonly docx: Uint8Array;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

const FONT = '<w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>';
const BOLD = FONT.replace('<w:sz', '<w:b/><w:sz');

const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const line = (content: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const plain = (text: string, properties = '') => line(run(text, FONT), properties);

/** A paragraph as an input method leaves it: a run for every few characters, each with marks of its own. */
const split = (text: string, size = 3) =>
  line(
    (text.match(new RegExp(`.{1,${size}}`, 'gsu')) ?? [])
      .map(
        (part, index) =>
          `<w:r w:rsidR="00A${index % 10}5B3C"><w:rPr>${index % 3 === 1 ? BOLD : FONT}</w:rPr><w:t xml:space="preserve">${part}</w:t></w:r>${index % 4 === 2 ? '<w:proofErr w:type="spellStart"/>' : ''}`,
      )
      .join(''),
    '<w:ind w:firstLineChars="200" w:firstLine="640"/>',
  );

const numbered = (text: string, level: number, id: number) =>
  plain(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);

const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result, FONT)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (columns: number, ...rows: string[]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;

const simpleTable = table(
  3,
  row(cell(plain('项目')), cell(plain('数量')), cell(plain('备注'))),
  row(cell(plain('讲座')), cell(plain('12')), cell(plain('含𠮷日课堂'))),
  row(cell(plain('送书下乡')), cell(plain('1,350')), cell('<w:p/>')),
);

const mergedTable = table(
  3,
  row(
    cell(plain('类别'), '<w:vMerge w:val="restart"/>'),
    cell(plain('全年情况'), '<w:gridSpan w:val="2"/>'),
  ),
  row(cell('<w:p/>', '<w:vMerge/>'), cell(plain('上半年')), cell(plain('下半年'))),
  row(cell(plain('接待人次')), cell(plain('3,200') + plain('（含团体）')), cell(plain('4,150'))),
);

const picture = (id: number, description: string) =>
  `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="952500" cy="952500"/><wp:docPr id="${id}" name="图片 ${id}" descr="${description}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="${id}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPic"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="952500" cy="952500"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const box = (text: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="400000"/><wp:docPr id="77" name="文本框 77"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${plain(text)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:140pt;height:32pt"><v:textbox><w:txbxContent>${plain(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const note = (id: number) =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
const inserted = (text: string, id: number) =>
  `<w:ins w:id="${id}" w:author="李某" w:date="2024-12-01T09:00:00Z">${run(text, FONT)}</w:ins>`;
const deleted = (text: string, id: number) =>
  `<w:del w:id="${id}" w:author="李某" w:date="2024-12-01T09:00:00Z"><w:r><w:rPr>${FONT}</w:rPr><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const link = (text: string) => `<w:hyperlink r:id="rIdLink">${run(text, FONT)}</w:hyperlink>`;
const bookmark = (text: string, id: number) =>
  `<w:bookmarkStart w:id="${id}" w:name="处${id}"/>${text}<w:bookmarkEnd w:id="${id}"/>`;

const title = (text: string) => line(run(text, '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>');
const signed =
  plain('云溪区图书馆', '<w:jc w:val="right"/>') + plain('2024年12月5日', '<w:jc w:val="right"/>');

const STYLES = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="2"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>`;

const level = (index: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = [
  `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/>${level(0, 'bullet', '●')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="singleLevel"/>${level(0, 'chineseCounting', '第%1条')}</w:abstractNum>`,
  ...[0, 1, 2, 3].map(
    (id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`,
  ),
].join('');

/** Faults that any check of words and marks finds, among words that are right. */
const FAULTY = [
  '一年来，我们认真布署各项工作，，做到有计划、有落实。',
  '截止2024年12月，共接待𠮷村读者3200人次,比上年增长百分之五。',
  '馆员既使加班也坚持开放。。为读者排忧解难。',
  '全馆迫不急待地启动了改造，再接再励，取得了新的成绩。',
];
const RIGHT = [
  '本馆围绕“书香云溪”建设，完成了全年各项任务。',
  '下一步，将继续做好基层服务点的指导工作。',
];

type Make = { readonly body: string; readonly wrap?: (parts: Zippable) => Zippable };

/** Each in the manner of another office. */
const BODIES: Readonly<Record<string, Make>> = {
  标题用样式: {
    body:
      line(run('云溪区图书馆2024年工作总结'), '<w:pStyle w:val="t"/>') +
      line(run('一、主要工作'), '<w:pStyle w:val="1"/>') +
      plain(FAULTY[0]!) +
      line(run('（一）读者服务'), '<w:pStyle w:val="2"/>') +
      plain(FAULTY[1]!) +
      signed,
  },
  标题用手打序号: {
    body:
      title('云溪区图书馆2024年工作总结') +
      plain('一、主要工作', '<w:ind w:firstLine="640"/>') +
      plain(FAULTY[0]!) +
      plain('（一）读者服务。全年开放三百天。') +
      plain(FAULTY[2]!) +
      plain('二、下一步打算') +
      plain(RIGHT[1]!) +
      signed,
  },
  自动编号: {
    body:
      title('2024年工作总结') +
      numbered('主要工作', 0, 1) +
      plain(FAULTY[0]!) +
      numbered('读者服务', 1, 1) +
      plain(FAULTY[1]!) +
      numbered('队伍建设', 1, 1) +
      plain(FAULTY[3]!) +
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>' +
      numbered('存在的问题', 0, 1) +
      plain(RIGHT[1]!),
  },
  样式带编号: {
    body:
      line(run('2024年工作总结'), '<w:pStyle w:val="t"/>') +
      numbered('主要工作', 0, 1) +
      line(run('读者服务'), '<w:pStyle w:val="3"/>') +
      plain(FAULTY[1]!) +
      line(run('活动推广'), '<w:pStyle w:val="3"/>') +
      plain(FAULTY[2]!),
  },
  阿拉伯数字多级编号: {
    body:
      title('信息化工作总结') +
      numbered('项目概况', 0, 2) +
      numbered('系统上线', 1, 2) +
      plain(FAULTY[0]!) +
      numbered('系统培训', 1, 2) +
      plain(FAULTY[3]!) +
      numbered('下一步打算', 0, 2) +
      plain(RIGHT[1]!),
  },
  制度分条: {
    body:
      title('云溪区图书馆阅览规定') +
      numbered('为了方便读者，制定本规定。', 0, 4) +
      numbered(FAULTY[2]!, 0, 4) +
      numbered('本规定自印发之日起施行。', 0, 4),
  },
  项目符号: {
    body:
      title('2024年工作要点') +
      plain('一、主要任务') +
      numbered(FAULTY[0]!, 0, 3) +
      numbered('办好讲座', 0, 3) +
      numbered(FAULTY[3]!, 0, 3) +
      plain(RIGHT[0]!),
  },
  逐字分段的文字: {
    body:
      title('云溪区图书馆2024年工作总结') +
      split(FAULTY[0]!, 1) +
      split(FAULTY[1]!, 3) +
      split(`　　${FAULTY[2]!}`, 2) +
      split(FAULTY[3]!, 5),
  },
  简单表格: {
    body:
      title('2024年工作总结') +
      plain('一、工作情况') +
      plain(FAULTY[0]!) +
      plain('表1　全年活动') +
      simpleTable +
      plain(FAULTY[1]!) +
      signed,
  },
  合并单元格: {
    body:
      title('2024年服务统计说明') +
      plain(FAULTY[1]!) +
      mergedTable +
      plain(FAULTY[2]!) +
      simpleTable +
      plain(RIGHT[1]!),
  },
  嵌套表格: {
    body:
      title('2024年工作总结') +
      plain(FAULTY[3]!) +
      table(1, row(cell(plain('外层') + simpleTable + plain('外层末尾')))) +
      plain(FAULTY[0]!),
  },
  脚注: {
    body:
      title('云溪区图书馆2024年工作总结') +
      line(
        run('一年来，我们认真布', FONT) +
          note(2) +
          run('署各项工作，，完成任务', FONT) +
          note(3) +
          run('。', FONT),
      ) +
      plain(FAULTY[1]!) +
      signed,
  },
  图片: {
    body:
      title('2024年工作总结') +
      plain(FAULTY[0]!) +
      line(picture(3, '阅览室一角'), '<w:jc w:val="center"/>') +
      plain('图1　阅览室') +
      line(run('见下图', FONT) + picture(4, '') + run('所示，再接再励。', FONT)),
  },
  文本框: {
    body:
      title('2024年工作总结') +
      line(box('文本框里的说明') + run('一年来，我们认真布署各项工作。', FONT)) +
      plain(FAULTY[2]!),
  },
  已有修订: {
    body:
      title('2024年工作总结') +
      line(
        run('一年来，我们认真', FONT) +
          deleted('部暑', 901) +
          inserted('布署各项工作，，', 902) +
          run('完成', FONT) +
          inserted('全年', 903) +
          run('任务。', FONT),
      ) +
      line(
        `<w:moveFrom w:id="904" w:author="李某"><w:r><w:t>移走的话。</w:t></w:r></w:moveFrom>` +
          run('全馆既使加班也坚持开放。', FONT) +
          `<w:moveTo w:id="905" w:author="李某">${run('再接再励。', FONT)}</w:moveTo>`,
      ),
  },
  已有批注: {
    body:
      title('2024年工作总结') +
      line(
        `<w:commentRangeStart w:id="4"/>${run('认真布署', FONT)}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${run('各项工作，，完成任务。', FONT)}`,
      ) +
      plain(FAULTY[3]!),
    wrap: (parts) => ({
      ...parts,
      'word/comments.xml': strToU8(
        `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="${W}"><w:comment w:id="4" w:author="王某" w:initials="王"><w:p><w:r><w:t>此处请改</w:t></w:r></w:p></w:comment></w:comments>`,
      ),
    }),
  },
  超链接: {
    body:
      title('2024年工作总结') +
      line(
        run('认真布', FONT) +
          link('署各项工作，，') +
          run('详见', FONT) +
          link('馆网站') +
          run('。', FONT),
      ) +
      plain(FAULTY[1]!),
  },
  域与书签: {
    body:
      title('2024年工作总结') +
      line(
        run('于', FONT) +
          field('DATE', '2024年12月') +
          bookmark(run('认真布署', FONT), 31) +
          run('各项工作。', FONT),
      ) +
      line(
        `${run('截止', FONT)}<w:fldSimple w:instr=" QUOTE 年底 ">${run('年底', FONT)}</w:fldSimple>${run('，，任务完成，', FONT)}${field('HYPERLINK "https://example.org/b"', '再接再励')}`,
      ),
  },
  控件与智能标记: {
    body:
      title('2024年工作总结') +
      `<w:sdt><w:sdtPr><w:alias w:val="内容"/></w:sdtPr><w:sdtContent>${plain(FAULTY[0]!) + plain(RIGHT[0]!)}</w:sdtContent></w:sdt>` +
      line(
        `${run('全馆', FONT)}<w:sdt><w:sdtPr/><w:sdtContent>${run('既使加班', FONT)}</w:sdtContent></w:sdt>${run('也', FONT)}<w:smartTag w:uri="x" w:element="y">${run('坚持开放。。', FONT)}</w:smartTag>`,
      ),
  },
  制表符与换行: {
    body:
      title('2024年工作总结') +
      line(
        `<w:r><w:rPr>${FONT}</w:rPr><w:tab/><w:t>认真布署</w:t><w:br/><w:t xml:space="preserve">各项 </w:t><w:tab></w:tab><w:t>工作，，好。</w:t></w:r>`,
      ) +
      line('<w:r><w:t>甲 &amp; 乙 &lt; 丙，再接再励。</w:t></w:r>') +
      plain(`\u3000\u3000${FAULTY[2]!}`),
  },
  公式与隐藏字: {
    body:
      title('2024年工作总结') +
      line(
        `${run('认真布', FONT)}${run('暗', '<w:vanish/>')}${run('署各项工作，增长率为', FONT)}<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>${run('，，完成。', FONT)}`,
      ) +
      plain(FAULTY[3]!),
  },
  上标与空白线: {
    body:
      title('2024年工作总结') +
      line(
        run('阅览室扩大到100m', FONT) +
          run('2', '<w:vertAlign w:val="superscript"/>') +
          run('，再接再励。', FONT),
      ) +
      line(
        run('填表人：', FONT) +
          run('　　　　', '<w:u w:val="single"/>') +
          run('，日期：', FONT) +
          run('      ', '<w:u w:val="single"/>'),
      ) +
      plain(FAULTY[0]!),
  },
  分节横向: {
    body:
      title('2024年工作总结') +
      plain(FAULTY[0]!) +
      line('', '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>') +
      simpleTable +
      plain(FAULTY[1]!) +
      line('', '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>') +
      plain(FAULTY[2]!),
  },
  附件: {
    body:
      title('2024年工作总结') +
      plain('一、主要工作') +
      plain(FAULTY[0]!) +
      plain('附件：1. 活动清单') +
      plain('2. 人员名单') +
      signed +
      `<w:p><w:r><w:br w:type="page"/></w:r></w:p>` +
      plain('附件1') +
      title('活动清单') +
      simpleTable,
  },
  目录: {
    body:
      title('2024年工作总结') +
      line(run('一、主要工作\t1'), '<w:pStyle w:val="TOC1"/>') +
      line(run('一、主要工作'), '<w:pStyle w:val="1"/>') +
      plain(FAULTY[3]!) +
      plain(RIGHT[0]!),
  },
  两行标题: {
    body:
      title('云溪区图书馆') +
      title('2024年度总分馆建设工作总结') +
      title('（2024年12月5日）') +
      plain(`各位领导：`) +
      plain(FAULTY[2]!) +
      plain(RIGHT[1]!),
  },
  述职报告: {
    body:
      title('2024年度述职报告') +
      line(run('馆长　张某某'), '<w:jc w:val="center"/>') +
      line(run('一、履职情况。', BOLD) + run('一年来，本人认真布署各项工作，，带头学习。', FONT)) +
      line(run('二、不足。', BOLD) + run('学习不够系统，工作中有时急于求成。', FONT)) +
      plain('张某某', '<w:jc w:val="right"/>') +
      plain('2024年12月5日', '<w:jc w:val="right"/>'),
  },
  缩进的印刷体: {
    body:
      title('2024年工作总结') +
      [FAULTY[0]!, FAULTY[1]!, FAULTY[3]!]
        .map(
          (text) =>
            `<w:p>\n  <w:pPr>\n    <w:ind w:firstLine="640"/>\n  </w:pPr>\n  <w:r>\n    <w:rPr>\n      <w:b/>\n    </w:rPr>\n    <w:t>${text}</w:t>\n  </w:r>\n</w:p>\n`,
        )
        .join(''),
  },
  别的前缀: {
    body:
      title('2024年工作总结') +
      plain(FAULTY[0]!) +
      line(run('于', FONT) + link('做好，，工作') + run('再接再励。', FONT)),
    wrap: (parts) => ({
      ...parts,
      'word/document.xml': strToU8(
        new TextDecoder()
          .decode(parts['word/document.xml'] as Uint8Array)
          .replaceAll('xmlns:w=', 'xmlns:文=')
          .replace(/(<\/?|\s)w:/g, '$1文:'),
      ),
    }),
  },
  文字成段与注解: {
    body:
      title('2024年工作总结') +
      line(
        `<w:r><w:t><![CDATA[认真布署 A<B & ]]>各项<!-- 旁注 -->工作，，<![CDATA[𠮷]]></w:t></w:r>${run('再接再励。', FONT)}`,
      ) +
      plain(FAULTY[2]!),
  },
};

/** All of them, 30, each with a title and faults in its words. */
export function officeDocuments(): OfficeDocument[] {
  return Object.entries(BODIES).map(([name, { body, wrap = (parts: Zippable) => parts }]) => ({
    name,
    docx: zipSync(wrap(partsOf(body)), { level: 6 }),
  }));
}

function partsOf(body: string): Zippable {
  const part = (root: string, content: string) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:${root} ${NAMESPACES}>${content}</w:${root}>`,
    );
  const type = (name: string, kind: string) =>
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  const hasComments = body.includes('commentReference');
  const relationship = (id: string, kind: string, target: string, more = '') =>
    `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"${more}/>`;
  const relationships = (content: string) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
    );
  const footnote = (id: number, text: string) =>
    `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(text)}</w:p></w:footnote>`;
  return {
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${type('word/document.xml', 'document.main')}${type('word/styles.xml', 'styles')}${type('word/numbering.xml', 'numbering')}${type('word/footnotes.xml', 'footnotes')}${type('word/header1.xml', 'header')}${hasComments ? type('word/comments.xml', 'comments') : ''}</Types>`,
    ),
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': part(
      'document',
      `<w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="rIdHead"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>`,
    ),
    'word/_rels/document.xml.rels': relationships(
      [
        relationship('rIdS', 'styles', 'styles.xml'),
        relationship('rIdN', 'numbering', 'numbering.xml'),
        relationship('rIdF', 'footnotes', 'footnotes.xml'),
        relationship('rIdHead', 'header', 'header1.xml'),
        relationship('rIdPic', 'image', 'media/image1.png'),
        relationship('rIdLink', 'hyperlink', 'https://example.org/#/a', ' TargetMode="External"'),
        hasComments ? relationship('rIdC', 'comments', 'comments.xml') : '',
      ].join(''),
    ),
    'word/styles.xml': part('styles', STYLES),
    'word/numbering.xml': part('numbering', NUMBERING),
    'word/footnotes.xml': part(
      'footnotes',
      `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>${footnote(2, '含总馆与分馆。')}${footnote(3, '截至年底的数字。')}`,
    ),
    'word/header1.xml': part('hdr', line(run('内部资料'))),
    'word/media/image1.png': PNG,
  };
}
