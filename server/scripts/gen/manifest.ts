/** What of the manifest and its texts is derived. */
import type { Localized } from '../../src/core/base/localized.js';
import { FORMAT_OPTIONS, type FormatOption } from '../../src/core/settings/print-format.js';
import { formatSchema } from './schemas.js';

const EXPORT_KEY = 'configuration.export.';

/** The settings `workSummary.export.…`, and their texts for the manifest. */
export function exportSettings() {
  const texts = new Map<string, Localized>();
  const describe = (key: string, text: Localized) => {
    texts.set(EXPORT_KEY + key, text);
    return { description: `%${EXPORT_KEY}${key}%` };
  };
  const properties = Object.entries<FormatOption>(FORMAT_OPTIONS).map(([name, option], index) => {
    const schema = formatSchema(name, option, describe);
    // Settings are found by what they say of themselves.
    const { zh, en } = option.description;
    texts.set(EXPORT_KEY + name, { zh: `导出工作总结：${zh}`, en });
    return [
      `workSummary.export.${name}`,
      {
        scope: 'resource',
        order: 50 + index,
        // What a choice means is said in the list of choices itself.
        ...renamed(schema, 'enumDescriptions', 'enumItemLabels'),
      },
    ];
  });
  return { properties: Object.fromEntries(properties), texts };
}

function renamed(schema: object, from: string, to: string): object {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key === from ? to : key, value]),
  );
}

/** All texts of the manifest by their keys: those of the export settings stand after the title of the settings. */
export function manifestTexts(
  written: Readonly<Record<string, Localized>>,
  ofExport: ReadonlyMap<string, Localized>,
): Map<string, Localized> {
  const texts = Object.entries(written);
  const place = texts.findIndex(([key]) => key === 'configuration.title') + 1;
  return new Map(texts.toSpliced(place, 0, ...ofExport));
}
