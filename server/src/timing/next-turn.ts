/** Resolves when others have had their turn. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
