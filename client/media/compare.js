// The script of the comparison: a paragraph that is clicked is shown in the editor.
(() => {
  const vscode = acquireVsCodeApi();
  const reveal = ({ target }) => {
    const paragraph = target instanceof Element ? target.closest('[data-line]') : null;
    if (paragraph !== null) vscode.postMessage({ line: Number(paragraph.dataset.line) });
  };
  document.addEventListener('click', reveal);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') reveal(event);
  });
})();
