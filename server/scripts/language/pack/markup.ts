/** Text without what marks it up. Roughly: a line that keeps too much of it is dropped when texts are cleaned. */

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
  hellip: '…',
};
const LAST_CODE_POINT = 0x10ffff;

export function withoutHtml(text: string): string {
  return text
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d|tr)>/gi, '\n')
    .replace(/<[^<>\n]{1,300}>/g, '')
    .replace(/&#(\d+);/g, (_, code) =>
      String.fromCodePoint(Math.min(Number(code), LAST_CODE_POINT)),
    )
    .replace(/&([a-z]+);/gi, (_, name) => ENTITIES[name] ?? ' ');
}

export function withoutMarkdown(text: string): string {
  return text
    .replace(/```[\s\S]*?```/g, '\n')
    .replace(/<!--[\s\S]*?-->/g, '\n')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#+|[-*+>]|\d+\.)\s+/gm, '')
    .replace(/\*\*|__|`/g, '');
}
