// An interactive chart: tooltips, a choice of what to see, and a PNG to save. Runs only on the page that a reader opens
// for it, and loads Vega from this site. Expressions are interpreted, never evaluated as code.
const box = document.getElementById('grafiek');
const heading = document.querySelector('h1');
const explanation = document.getElementById('uitleg');
const libraries = box.dataset.libraries.split(' ');

const load = (source) => new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = source;
  script.onload = resolve;
  script.onerror = () => reject(new Error(`${source} is niet te laden`));
  document.head.append(script);
});

/** Names by which rows can be chosen: bars, organisations or ambitions, whichever the data have. */
const namesIn = (datasets) => [...new Set(Object.values(datasets).flat().map((row) => row.naam).filter(Boolean))];

const chosen = (specification, name) => name === '' ? specification : {
  ...specification,
  datasets: Object.fromEntries(Object.entries(specification.datasets).map(([key, rows]) => [key, rows.filter((row) => row.naam === undefined || row.naam === name)])),
};

/** Shows the descriptions of marks as tooltips, without Vega-Lite's English labels for screen readers. */
const withTooltips = (specification) => ({
  ...specification,
  layer: specification.layer.map((layer) => {
    const rows = specification.datasets[(layer.data ?? specification.data).name];
    const field = layer.encoding?.description?.field ?? (rows[0]?.omschrijving ? 'omschrijving' : null);
    return {
      ...layer,
      mark: { ...layer.mark, aria: false },
      encoding: field ? { ...layer.encoding, tooltip: { field, type: 'nominal' } } : layer.encoding,
    };
  }),
});

const select = (names, onChange) => {
  const label = document.createElement('label');
  const list = document.createElement('select');
  list.append(new Option('alles', ''), ...names.map((name) => new Option(name, name)));
  list.addEventListener('change', () => onChange(list.value));
  label.append('Toon: ', list);
  return label;
};

const button = (text, onClick) => {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
};

const tell = (sentence) => {
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.textContent = sentence;
  box.replaceChildren(text);
};

/** Shown below the picture on the page to embed: the meaning of its shapes, source and table. */
const belowPicture = async (id) => {
  const page = new DOMParser().parseFromString(await (await fetch(`../${id}/`)).text(), 'text/html');
  for (const link of page.querySelectorAll('.needs-script')) link.remove();
  return [...page.querySelectorAll('.chart-key, .chart-origin, .chart details')];
};

const start = async () => {
  const id = new URLSearchParams(location.search).get('grafiek') ?? '';
  if (!/^[a-z0-9-]+$/.test(id)) return tell('Er is geen grafiek gekozen. Kies onder een grafiek in het rapport “interactief en PNG”.');
  const response = await fetch(`../${id}/specificatie.json`);
  if (!response.ok) throw new Error(`de grafiek ${id} is er niet`);
  const wide = await response.json();
  const { titel, uitleg, pagina, smal } = wide.usermeta;
  const onPhone = matchMedia('(max-width: 44rem)');
  const specification = () => withTooltips(onPhone.matches ? { ...smal, datasets: wide.datasets } : wide);
  heading.textContent = titel;
  document.title = `${titel} – interactief`;
  explanation.textContent = uitleg;
  document.getElementById('terug').href = pagina;
  for (const library of libraries) await load(library);
  const stage = document.createElement('div');
  stage.className = 'chart-scroll';
  stage.tabIndex = 0;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  let view = null;
  let name = '';
  const draw = async () => {
    view?.finalize();
    const options = { actions: false, ast: true, renderer: 'svg', defaultStyle: false, tooltip: { disableDefaultStyle: true }, config: { background: '#ffffff' } };
    ({ view } = await globalThis.vegaEmbed(stage, chosen(specification(), name), options));
    // Vega presents it as a "graphics document", in English; here it is an image with the page's own title.
    stage.setAttribute('role', 'img');
    stage.setAttribute('aria-label', titel);
    stage.removeAttribute('aria-roledescription');
  };
  await draw();
  onPhone.addEventListener('change', draw);
  stage.classList.toggle('on-paper', dark);
  const names = namesIn(wide.datasets);
  const tools = document.createElement('p');
  tools.className = 'chart-tools';
  const choose = (chosenName) => {
    name = chosenName;
    return draw();
  };
  if (names.length > 1) tools.append(select(names, choose));
  tools.append(button('Bewaar als PNG', async () => {
    const link = document.createElement('a');
    link.href = await view.toImageURL('png', 2);
    link.download = 'grafiek.png';
    link.click();
  }));
  box.replaceChildren(tools, stage, ...await belowPicture(id));
};

start().catch((fault) => {
  tell('De interactieve grafiek is nu niet te laden. Het plaatje en de tabel staan op de pagina van het rapport.');
  console.error(fault);
});
