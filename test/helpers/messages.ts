import { nodesIn } from './syntax-tree.js';

/** The parts of a node of a syntax tree that are looked at. */
interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly callee?: { readonly property?: { readonly name?: string }; readonly object?: Node };
  readonly property?: { readonly name?: string };
  readonly arguments?: readonly Node[];
}

/** What the client says by `l10n.t('…')`, and every string that it has, which may be said by a name. */
export function messages(): { readonly said: Set<string>; readonly strings: Set<string> } {
  const said = new Set<string>();
  const strings = new Set<string>();
  for (const { node } of nodesIn('client/src/')) {
    const { type, value, callee, arguments: [first] = [] }: Node = node;
    if (typeof value === 'string') strings.add(value);
    const isMessage =
      type === 'CallExpression' &&
      callee?.property?.name === 't' &&
      callee.object?.property?.name === 'l10n';
    if (isMessage && typeof first?.value === 'string') said.add(first.value);
  }
  return { said, strings };
}
