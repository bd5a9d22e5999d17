/** Which files of a folder are documents of a writer's: the same for the command line and the editor. */

/** Hidden folders, and packages that were installed. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** `~$` is how office programs name the lock of an open file. */
export function isDocumentName(name: string): boolean {
  return /^(?!\.|~\$).*\.(?:txt|md)$/i.test(name);
}

/** The same for a Word file. */
export function isWordName(name: string): boolean {
  return /^(?!\.|~\$).*\.docx$/i.test(name);
}

/** How a file is read, told by its name, path or URI. */
export function syntaxOf(name: string): 'markdown' | 'plain' {
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'plain';
}
