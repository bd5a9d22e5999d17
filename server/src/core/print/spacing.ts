import type { Block } from './blocks.js';

/** GB/T 9704—2012 7.3: an empty line below the title, above the attachment notice and above the sign-off. */
export function emptyLineBefore(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]!;
  const previous = blocks[index - 1];
  if (previous === undefined) return false;
  const kind = kindOf(block);
  const before = kindOf(previous);
  const titles = ['title', 'subtitle', 'attachment-title'];
  if (titles.includes(before)) return !titles.includes(kind);
  if (kind === 'attachment-title') return true;
  if (kind === 'attachment-notice') return true;
  if (kind === 'signature') return before !== 'signature';
  return kind === 'date' && before !== 'signature';
}

const kindOf = (block: Block) => (block.type === 'table' ? 'table' : block.kind);
