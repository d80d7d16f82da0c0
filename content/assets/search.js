// Shows what the reader searched for. Loaded only by the page with results; asks only this site.
const form = document.querySelector('.search-form');
const input = form.elements.q;
const place = document.querySelector('#resultaten');
const status = place.querySelector('[role=status]');
const list = Object.assign(document.createElement('ol'), { className: 'found' });
const MOST = 20;
const title = document.title;

const pagefind = import(place.dataset.pagefind).then(async (module) => {
  await module.options({ excerptLength: 24 });
  return module;
});

/** An excerpt has its matches within <mark>; all else in it is text, with entities. */
const excerpt = (html) => {
  const paragraph = document.createElement('p');
  for (const node of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const text = node.textContent ?? '';
    paragraph.append(node.nodeName === 'MARK' ? Object.assign(document.createElement('mark'), { textContent: text }) : text);
  }
  return paragraph;
};

const item = ({ url, meta, excerpt: html }) => {
  const entry = document.createElement('li');
  entry.append(Object.assign(document.createElement('a'), { href: url, textContent: meta.title }), excerpt(html));
  return entry;
};

const sentence = (count, words) => {
  if (count === 0) return `Er is niets gevonden voor “${words}”. Probeer een ander of korter woord, of kijk bij A tot Z.`;
  const found = count === 1 ? 'Er is 1 pagina gevonden' : `Er zijn ${count} pagina’s gevonden`;
  return `${found} voor “${words}”${count > MOST ? `; dit zijn de eerste ${MOST}` : ''}.`;
};

let latest = 0;

const search = async () => {
  const words = input.value.trim();
  const turn = ++latest;
  if (words === '') {
    list.replaceChildren();
    document.title = title;
    status.textContent = 'Typ waar u naar op zoek bent.';
    return;
  }
  const { results } = await (await pagefind).search(words);
  const shown = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
  if (turn !== latest) return;
  list.replaceChildren(...shown.map(item));
  list.hidden = shown.length === 0;
  document.title = `${words} – ${title.toLowerCase().slice(0, 1)}${title.slice(1)}`;
  status.textContent = sentence(results.length, words);
};

const tell = () => search().catch(() => { status.textContent = 'Het zoeken lukt nu niet. Kijk bij A tot Z.'; });

place.append(list);
input.value = new URLSearchParams(location.search).get('q') ?? '';
let waiting;
input.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(tell, 250);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.replaceState(null, '', `?q=${encodeURIComponent(input.value.trim())}`);
  tell();
});
tell();
