const NESTED = /“[^”]*“/;

/**
 * A message with the quotation marks that are inside others as GB/T 15834—2011 4.8.3.2 has them:
 * ““一岗双责”责任” becomes “‘一岗双责’责任”. One in which marks have no partner stays as it is.
 */
export function nestQuotes(message: string): string {
  // Few messages have any.
  if (!NESTED.test(message)) return message;
  let depth = 0;
  let nested = '';
  for (const char of message) {
    if (char === '“') nested += ++depth > 1 ? '‘' : char;
    else if (char === '”') nested += depth-- > 1 ? '’' : char;
    else nested += char;
    if (depth < 0 || depth > 2) return message;
  }
  return depth === 0 ? nested : message;
}
