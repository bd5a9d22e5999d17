/** JSON as it is kept in files. */
export const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
