// The script of the preview: puts pages in, keeps place with the editor. It runs nothing of the document.
(() => {
  const vscode = acquireVsCodeApi();
  const main = document.querySelector('main');
  const count = document.querySelector('#count');
  /** A scroll that the editor asked for is not told back to it. Milliseconds. */
  const ECHO = 300;
  const GAP = 24;
  let quietUntil = 0;

  const scale = () => {
    const page = main.firstElementChild;
    if (page === null) return;
    main.style.zoom = '1';
    const width = page.offsetWidth + GAP;
    main.style.zoom = String(Math.min(1.5, document.documentElement.clientWidth / width));
  };

  const places = () => [...main.querySelectorAll('[data-line]')];
  const placeOf = (element) => Number(element.dataset.line) + Number(element.dataset.part);
  const headHeight = () => document.querySelector('header').offsetHeight;

  const scrollTo = (line) => {
    let target = null;
    for (const element of places()) {
      if (placeOf(element) > line) break;
      target = element;
    }
    quietUntil = performance.now() + ECHO;
    const top = target === null ? 0 : target.getBoundingClientRect().top + window.scrollY;
    window.scrollTo({ top: Math.max(0, top - headHeight() - GAP) });
  };

  window.addEventListener('message', ({ data }) => {
    if (data.type === 'scroll') scrollTo(data.line);
    if (data.type !== 'pages') return;
    while (main.children.length > data.count) main.lastElementChild.remove();
    while (main.children.length < data.count) {
      const page = document.createElement('section');
      page.className = 'page';
      main.append(page);
    }
    for (const [index, html] of data.changed) main.children[index].innerHTML = html;
    count.textContent = data.label;
    scale();
  });

  window.addEventListener('resize', scale);

  window.addEventListener('scroll', () => {
    if (performance.now() < quietUntil) return;
    const top = headHeight();
    const first = places().find((element) => element.getBoundingClientRect().bottom > top);
    if (first !== undefined)
      vscode.postMessage({ type: 'scrolled', line: Math.floor(placeOf(first)) });
  });

  main.addEventListener('dblclick', ({ target }) => {
    const place = target instanceof Element ? target.closest('[data-line]') : null;
    if (place !== null) vscode.postMessage({ type: 'reveal', line: Number(place.dataset.line) });
  });

  for (const action of ['print', 'export']) {
    document
      .querySelector(`#${action}`)
      .addEventListener('click', () => vscode.postMessage({ type: action }));
  }

  vscode.postMessage({ type: 'ready' });
})();
