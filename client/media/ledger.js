// The script of the ledger: filters its rows, and says what was clicked.
(() => {
  const vscode = acquireVsCodeApi();
  const filter = document.getElementById('filter');
  const count = document.getElementById('count');
  const chart = document.getElementById('chart');
  const figures = document.getElementById('ledger');

  const apply = () => {
    const words = filter.value.trim().toLowerCase().split(/\s+/);
    const rows = figures.querySelectorAll('tbody tr');
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown++;
    }
    count.textContent = `${shown}/${rows.length}`;
    vscode.setState({ filter: filter.value });
  };
  filter.value = vscode.getState()?.filter ?? '';
  filter.addEventListener('input', apply);

  const act = ({ target }) => {
    const at =
      target instanceof Element ? target.closest('[data-file],[data-chart],[data-export]') : null;
    if (at === null) return;
    const { file, line, chart: row, export: format } = at.dataset;
    if (file !== undefined) vscode.postMessage({ file, line: Number(line) });
    else if (row !== undefined) vscode.postMessage({ chart: Number(row) });
    else vscode.postMessage({ export: format });
  };
  document.addEventListener('click', act);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.tagName === 'LI') act(event);
  });
  window.addEventListener('message', ({ data }) => {
    if (data.figures !== undefined) {
      figures.innerHTML = data.figures;
      apply();
      return;
    }
    chart.hidden = false;
    const title = document.createElement('h2');
    title.textContent = data.title;
    chart.innerHTML = data.html;
    chart.prepend(title);
    chart.scrollIntoView({ block: 'nearest' });
  });
  vscode.postMessage({ ready: true });
})();
