import type { Node, NumberedList } from './tree.js';

/**
 * Numbers sections that stand in one list anew. Unlabelled ones are passed over; another level begins
 * anew, and so does a list that was one of its own already (after a table, say). Where sections that
 * came from elsewhere stand first, the list still starts as it did.
 */
export function numberChildren(children: readonly Node[]): void {
  let run: Node[] = [];
  let list: NumberedList | null = null;
  const close = () => {
    const start = list?.start ?? 1;
    for (const [index, node] of run.entries()) node.number = start + index;
    run = [];
    list = null;
  };
  for (const node of children) {
    if (node.form.label === null) continue;
    const other = run.length > 0 && run[0]!.form.label!.form !== node.form.label.form;
    if (other || (list !== null && node.list !== null && list !== node.list)) close();
    run.push(node);
    list ??= node.list;
  }
  close();
}
