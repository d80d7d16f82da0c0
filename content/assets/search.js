// Shows search results. Loaded only by the search page; fetches the index from this site once someone searches.
import { find, readSearchIndex, SEARCH_KINDS } from '../../scripts/site/search-index.ts';

const form = document.querySelector('.search-form');
const input = form.elements.q;
const place = document.querySelector('#resultaten');
const status = place.querySelector('[role=status]');
const list = Object.assign(document.createElement('ol'), { className: 'found' });
const MOST = 20;
const title = document.title;
const asked = new URLSearchParams(location.search);
/** The made-up report in which the search started, if any. */
const begunIn = /^[a-z0-9-]+$/.exec(asked.get('in') ?? '')?.[0];

const read = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return readSearchIndex(await answer.text());
};

const readAll = () => {
  const whole = place.dataset.index;
  return Promise.all([
    read(whole),
    // No such report, so nothing in it to find.
    ...(begunIn ? [read(whole.replace(/[^/]*$/, `in/${begunIn}.json`)).catch(() => null)] : []),
  ]).then((indexes) => indexes.filter((index) => index !== null));
};

let reading;
const indexes = () => {
  reading ??= readAll().catch((error) => {
    // Do not cache a failure: a next attempt may succeed.
    reading = undefined;
    throw error;
  });
  return reading;
};

const made = (name, properties, ...content) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
};

const item = ({ href, title: name, kind, detail, description, fictional }) => {
  const about = [SEARCH_KINDS[kind], detail].filter((part) => part).join(', ');
  return made(
    'li',
    {},
    made('a', { href, textContent: name }),
    ...(about ? [made('span', { className: 'muted', textContent: about })] : []),
    ...(fictional ? [made('strong', { className: 'made-up', textContent: 'Verzonnen voorbeeld' })] : []),
    made('p', { textContent: description }),
  );
};

const sentence = (count, exact, words) => {
  if (count === 0) return `Er is niets gevonden voor “${words}”. Probeer een ander of korter woord, of kijk bij A tot Z.`;
  const found = count === 1 ? '1 pagina' : `${count} pagina’s`;
  const first = count > MOST ? ` Dit zijn de eerste ${MOST}.` : '';
  if (exact) return `${found} gevonden voor “${words}”.${first}`;
  return `Niets gevonden voor precies “${words}”. Wel ${found} met woorden die erop lijken.${first}`;
};

let latest = 0;

const search = async () => {
  const words = input.value.trim();
  const turn = ++latest;
  if (words === '') {
    list.replaceChildren();
    list.hidden = true;
    document.title = title;
    status.textContent = 'Typ waar u naar op zoek bent.';
    return;
  }
  const { found, exact } = find(await indexes(), words);
  if (turn !== latest) return;
  const shown = found.slice(0, MOST);
  list.replaceChildren(...shown.map(item));
  list.hidden = shown.length === 0;
  document.title = `${words} – ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
  status.textContent = sentence(found.length, exact, words);
};

const tell = () => search().catch(() => { status.textContent = 'Het zoeken lukt nu niet. Kijk bij A tot Z.'; });

place.append(list);
input.value = asked.get('q') ?? '';
if (begunIn) form.append(made('input', { type: 'hidden', name: 'in', value: begunIn }));
let waiting;
input.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(tell, 250);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.replaceState(null, '', `?${new URLSearchParams(new FormData(form))}`);
  tell();
});
tell();
