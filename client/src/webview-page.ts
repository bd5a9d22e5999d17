import vscode = require('vscode');

/** A page with the styles and the script of this name in `media`; nothing else runs in it or is loaded. */
export function webviewPage(
  webview: vscode.Webview,
  media: vscode.Uri,
  name: string,
  body: string,
): string {
  const nonce = crypto.randomUUID();
  const address = (extension: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(media, `${name}.${extension}`));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${address('css')}">
</head>
<body>
${body}
<script nonce="${nonce}" src="${address('js')}"></script>
</body>
</html>`;
}
