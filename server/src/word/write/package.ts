/** What the docx library cannot write: one more part, and settings of East Asian text. */
import { strToU8 } from 'fflate';
import { edit, type Parts, replaced } from '../parts.js';

const RELATIONSHIP =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';

/** No widow control, no hanging punctuation, no space between Chinese and digits. */
const TEXT_SETTINGS =
  '<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

/** What Word takes where a font of the standard is not installed. */
const ALTERNATES = [
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
  ['方正小标宋简体', '宋体'],
]
  .map(([name, alternate]) => `<w:font w:name="${name}"><w:altName w:val="${alternate}"/></w:font>`)
  .join('');

/**
 * Switches off what would break the grid of characters: space between Chinese and digits, marks that
 * hang over the edge, and lines kept together with the next page (widow control).
 */
export function finishParts(files: Parts): void {
  edit(files, 'word/styles.xml', (xml) =>
    replaced(
      replaced(
        xml,
        /(<w:name w:val="Normal"\/><w:qFormat\/>)/,
        `$1<w:pPr>${TEXT_SETTINGS}</w:pPr>`,
      ),
      // Lines of a title are as high as all others; its font would take two lines of the grid each. Those of
      // a table are lower than the grid.
      /(w:styleId="(?:(?:Attachment)?Title|TableText)".*?)(?=<w:jc )/g,
      '$1<w:snapToGrid w:val="0"/>',
    ),
  );
  edit(files, 'word/fontTable.xml', (xml) =>
    replaced(xml, /(?:\/>|><\/w:fonts>)$/, `>${ALTERNATES}</w:fonts>`),
  );
}

/** Adds a custom XML part, which Word keeps when it saves. `main` names the part of the text. */
export function addCustomXmlPart(files: Parts, main: string, part: string): void {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relationships = `${folder}_rels/${main.slice(folder.length)}.rels`;
  let name = '';
  for (let n = 1; name === '' || files[name] !== undefined; n++) name = `customXml/item${n}.xml`;
  const up = '../'.repeat(folder.split('/').length - 1);
  edit(files, relationships, (xml) =>
    replaced(
      xml,
      '</Relationships>',
      `<Relationship Id="rIdBlanks" Type="${RELATIONSHIP}" Target="${up}${name}"/></Relationships>`,
    ),
  );
  files[name] = strToU8(part);
}
