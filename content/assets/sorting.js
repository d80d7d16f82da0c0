// Sorts the rows of tables as a reader asks, and filters them by a text. Loaded only by the page for
// that; without it the tables are complete, in the order of the norm.
const NAMES = new Intl.Collator('nl', { sensitivity: 'base', numeric: true, ignorePunctuation: true });
const SORTS = {
  text: { ascending: 'van A tot Z', descending: 'van Z tot A' },
  number: { ascending: 'van laag naar hoog', descending: 'van hoog naar laag' },
  date: { ascending: 'van vroeg naar laat', descending: 'van laat naar vroeg' },
};

const made = (name, properties, ...content) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
};

/** The sort value of a cell: a number, or null where nothing is known. */
const numberOf = (cell) => {
  const text = cell.dataset.waarde ?? cell.textContent.trim();
  return text === '' ? null : Number(text);
};

/** The words of a cell, without the article of a name: "’s-Gravenhage" stands among those with a G, as in the list of A to Z. */
const textOf = (row, column) =>
  (row.cells[column].querySelector('a') ?? row.cells[column]).textContent.replace(
    /(^|\s)['’‘`]\p{L}{1,2}[-\s]+(?=\p{Lu})/gu,
    '$1',
  );

/** Compares rows by a column. Unknown values come last in either direction; equal ones keep the order of the norm. */
const comparison = (column, kind, direction) => {
  const sign = direction === 'ascending' ? 1 : -1;
  if (kind === 'text') return (a, b) => sign * NAMES.compare(textOf(a, column), textOf(b, column));
  return (a, b) => {
    const [one, other] = [numberOf(a.cells[column]), numberOf(b.cells[column])];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  };
};

/** Without capitals and accents, so that "beeld" finds "Beëld". */
const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const enhance = (table, index) => {
  const { een, meer } = table.dataset;
  const body = table.tBodies[0];
  const original = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const labels = heads.map((head) => head.textContent);
  const status = made('p', { className: 'sorting-status' });
  status.setAttribute('role', 'status');
  let order = 'In de volgorde van de norm';

  const filter = made('input', { type: 'search', id: `filter-${index}`, autocomplete: 'off' });
  const label = made('label', { htmlFor: filter.id }, `Toon alleen ${meer} met de tekst:`);
  const reset = made('button', { type: 'button', hidden: true }, 'Terug naar de volgorde van de norm');

  const tell = () => {
    const shown = original.filter((row) => !row.hidden).length;
    const count = shown === original.length ? `Alle ${shown} ${meer}` : `${shown} van de ${original.length} ${meer}`;
    status.textContent = shown === 0 ? `Er is geen ${een} met de tekst “${filter.value.trim()}”.` : `${count}. ${order}.`;
  };

  const sort = (column) => {
    const kind = heads[column].dataset.soort;
    const first = kind === 'number' ? 'descending' : 'ascending';
    const now = heads[column].getAttribute('aria-sort');
    const direction = now === null ? first : now === 'ascending' ? 'descending' : 'ascending';
    for (const head of heads) head.removeAttribute('aria-sort');
    heads[column].setAttribute('aria-sort', direction);
    body.append(...[...original].sort(comparison(column, kind, direction)));
    order = `Gesorteerd op ${labels[column].toLowerCase()}, ${SORTS[kind][direction]}`;
    reset.hidden = false;
    tell();
  };

  heads.forEach((head, column) => {
    const button = made('button', { type: 'button' }, labels[column]);
    button.addEventListener('click', () => sort(column));
    head.replaceChildren(button);
  });
  filter.addEventListener('input', () => {
    const wanted = bare(filter.value.trim());
    for (const row of original) row.hidden = !bare(row.textContent).includes(wanted);
    reset.hidden = wanted === '' && heads.every((head) => !head.hasAttribute('aria-sort'));
    tell();
  });
  reset.addEventListener('click', () => {
    for (const head of heads) head.removeAttribute('aria-sort');
    filter.value = '';
    for (const row of original) row.hidden = false;
    body.append(...original);
    order = 'In de volgorde van de norm';
    tell();
    reset.hidden = true;
    // The button disappears, so the focus moves to the control before it.
    filter.focus();
  });

  table.before(made('div', { className: 'sorting-tools' }, label, filter, reset), status);
  table.classList.add('sortable');
  tell();
};

document.querySelectorAll('table.sorting').forEach(enhance);
document.getElementById('uitleg').textContent = 'Kies waarop u sorteert. Kies hetzelfde nog eens om de volgorde om te keren. Wat niet bekend is, staat altijd onderaan.';
