// `memfs:` for tests of the browser host: files that are on no disk, as those of a cloud drive are.
// They come from `files.json`, which the test's own server makes up: `{ "/年/总结.txt": "text" }`; bytes
// are given as `{ "base64": "…" }`.
const vscode = require('vscode');

class MemoryFileSystem {
  entries = new Map([['/', { type: vscode.FileType.Directory }]]);
  changed = new vscode.EventEmitter();
  onDidChangeFile = this.changed.event;

  watch() {
    return new vscode.Disposable(() => {});
  }

  entry(uri) {
    const entry = this.entries.get(uri.path.replace(/(?<=.)\/$/, ''));
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  stat(uri) {
    const { type, bytes, time = 0 } = this.entry(uri);
    return { type, ctime: 0, mtime: time, size: bytes?.length ?? 0 };
  }

  readDirectory(uri) {
    const folder = uri.path.replace(/\/?$/, '/');
    return [...this.entries]
      .filter(([path]) => path !== folder && /^[^/]+$/.test(path.slice(folder.length)))
      .filter(([path]) => path.startsWith(folder))
      .map(([path, { type }]) => [path.slice(folder.length), type]);
  }

  createDirectory(uri) {
    this.entries.set(uri.path, { type: vscode.FileType.Directory });
  }

  readFile(uri) {
    return this.entry(uri).bytes;
  }

  writeFile(uri, bytes) {
    const known = this.entries.has(uri.path);
    for (let at = uri.path.lastIndexOf('/'); at > 0; at = uri.path.lastIndexOf('/', at - 1)) {
      this.createDirectory(uri.with({ path: uri.path.slice(0, at) }));
    }
    this.entries.set(uri.path, { type: vscode.FileType.File, bytes, time: Date.now() });
    const type = known ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.changed.fire([{ type, uri }]);
  }

  delete(uri) {
    this.entries.delete(uri.path);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from, to) {
    this.writeFile(to, this.entry(from).bytes);
    this.delete(from);
  }
}

exports.activate = async (context) => {
  const files = new MemoryFileSystem();
  const list = vscode.Uri.joinPath(context.extensionUri, 'files.json').toString(true);
  const contents = await (await fetch(list)).json();
  for (const [path, content] of Object.entries(contents)) {
    const bytes =
      typeof content === 'string'
        ? new TextEncoder().encode(content)
        : Uint8Array.from(atob(content.base64), (char) => char.charCodeAt(0));
    files.writeFile(vscode.Uri.from({ scheme: 'memfs', path }), bytes);
  }
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }),
  );
};
