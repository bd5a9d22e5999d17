/** Texts to measure on: the real ones beside the repository, and as much more of the same kind as is asked for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const CLEAN = new URL('../shared/corpora/clean/', pathToFileURL(`${process.cwd()}/`));

export const hasTexts = () => existsSync(CLEAN);

export function cleanTexts(): string[] {
  return readdirSync(CLEAN, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(new URL(encodeURI(name), CLEAN), 'utf8'));
}

/** Numerals, dates and the commonest words stay, so that labels and figures are found in every copy. */
const KEPT = new Set('一二三四五六七八九十百千万亿零〇年月日第是的了在和与及等');
const HAN = 20_902;

/** A text of so many UTF-16 units. From the second copy on every character is another one: nothing repeats. */
export function textOf(length: number, texts: readonly string[]): string {
  const once = `${texts.join('\n')}\n`;
  let text = '';
  for (let copy = 0; text.length < length; copy++) {
    text +=
      copy === 0
        ? once
        : once.replace(/[\u4e00-\u9fa5]/g, (character) =>
            KEPT.has(character)
              ? character
              : String.fromCharCode(
                  0x4e00 + ((character.charCodeAt(0) - 0x4e00 + copy * 1237) % HAN),
                ),
          );
  }
  return text.slice(0, length);
}
