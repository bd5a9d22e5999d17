/** Strokes of characters, from packages that nothing else needs. */

interface Cnchar {
  use(plugin: unknown): void;
  /** Of several orders each; nothing for what it does not know. */
  stroke(character: string, kind: 'order'): string | readonly string[] | undefined;
}

/** The strokes of each character that the package knows; throws with a sentence for the reader when it is not installed. */
export async function strokesOf(characters: readonly string[]): Promise<Map<string, string>> {
  const cnchar = await installed<Cnchar>('cnchar');
  cnchar.use(await installed('cnchar-order'));
  const strokes = new Map<string, string>();
  for (const character of characters) {
    const found = cnchar.stroke(character, 'order');
    const order = typeof found === 'string' ? found : found?.[0];
    if (order !== undefined && order !== '') strokes.set(character, order);
  }
  return strokes;
}

async function installed<T>(name: string): Promise<T> {
  try {
    return ((await import(name)) as { default: T }).default;
  } catch {
    throw new Error(
      'Look-alikes need two more packages: npm install --no-save cnchar@3.2.6 cnchar-order@3.2.6',
    );
  }
}
