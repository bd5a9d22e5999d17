/** What of the manifest and its texts is derived. */
import type { Localized } from '../../src/core/base/localized.js';
import { FORMAT_OPTIONS, type FormatOption } from '../../src/core/settings/print-format.js';
import { json } from './json.js';
import { formatSchema } from './schemas.js';

const EXPORT_KEY = 'configuration.export.';

/** The settings `workSummary.export.…`, and their texts for the manifest in both languages. */
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

/** A file of manifest texts, with those of the export settings in it. */
export function manifestTexts(
  content: string,
  texts: ReadonlyMap<string, Localized>,
  locale: 'zh' | 'en',
): string {
  const known: Record<string, string> = JSON.parse(content);
  const others = Object.entries(known).filter(([key]) => !key.startsWith(EXPORT_KEY));
  const own = [...texts].map(([key, localized]): [string, string] => [key, localized[locale]]);
  const place = others.findIndex(([key]) => key === 'configuration.title') + 1;
  others.splice(place, 0, ...own);
  return json(Object.fromEntries(others));
}
