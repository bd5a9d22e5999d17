/** What the docx library has no word for: one more part, and settings of East Asian text. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const RELATIONSHIP =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';

/** No lines taken along, no marks over the edge, no space between Chinese and digits. */
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
 * hang over the edge, and lines taken to the next page for company.
 */
export function finishPackage(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  edit(files, 'word/styles.xml', (xml) =>
    xml
      .replace(/(<w:name w:val="Normal"\/><w:qFormat\/>)/, `$1<w:pPr>${TEXT_SETTINGS}</w:pPr>`)
      // Lines of a title are as high as all others; its font would take two lines of the grid each.
      .replace(/(w:styleId="(?:Attachment)?Title".*?)(?=<w:jc )/g, '$1<w:snapToGrid w:val="0"/>'),
  );
  edit(files, 'word/fontTable.xml', (xml) =>
    xml.replace(/(?:\/>|><\/w:fonts>)$/, `>${ALTERNATES}</w:fonts>`),
  );
  return zipSync(files, { level: 6 });
}

/** Adds a custom XML part, which Word keeps when it saves. */
export function addPart(bytes: Uint8Array, part: string): Uint8Array {
  const files = unzipSync(bytes);
  edit(files, 'word/_rels/document.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rIdBlanks" Type="${RELATIONSHIP}" Target="../customXml/item1.xml"/></Relationships>`,
    ),
  );
  files['customXml/item1.xml'] = strToU8(part);
  return zipSync(files, { level: 6 });
}

function edit(
  files: Record<string, Uint8Array>,
  name: string,
  change: (xml: string) => string,
): void {
  const file = files[name];
  if (file !== undefined) files[name] = strToU8(change(strFromU8(file)));
}
