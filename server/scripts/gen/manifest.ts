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
  const properties = Object.entries<FormatOption>(FORMAT_OPTIONS).map(([name, option], index) => [
    `workSummary.export.${name}`,
    { scope: 'resource', order: 50 + index, ...formatSchema(name, option, describe) },
  ]);
  return { properties: Object.fromEntries(properties), texts };
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
