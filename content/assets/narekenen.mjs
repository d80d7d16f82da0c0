// Recomputes the figures of a report from its published files, and says where they differ. Stands on its own: it shares
// no code with the program that made the files. In a browser a page starts it; elsewhere: node narekenen.mjs <map of adres>

const TABLES = ['resultaten', 'cijfers', 'wijzigingen', 'vergelijking'];

/** Columns of free text, in which a quote before =, +, -, @ or a tab keeps a spreadsheet from seeing a formula. */
const FREE_TEXT = new Set(['toelichting', 'reden']);

/** Rows of a file as objects. Strict: anything that is not CSV as the site describes it is an error. */
const parseCsv = (name, text) => {
  const fault = (what) => new Error(`${name} is geen geldige CSV: ${what}`);
  if (!text.startsWith('\uFEFF')) throw fault('het BOM-teken aan het begin ontbreekt');
  const lines = [[]];
  let at = 1;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw fault('een aanhalingsteken sluit niet');
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') { cell += '"'; at++; }
        else break;
      }
      at++;
    } else {
      const end = /[;\r\n"]|$/g;
      end.lastIndex = at;
      const stop = end.exec(text).index;
      cell = text.slice(at, stop);
      at = stop;
    }
    lines.at(-1).push(cell);
    if (text[at] === ';') {
      at++;
      if (at >= text.length) throw fault('de laatste regel eindigt niet met een regeleinde');
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      lines.push([]);
    } else throw fault(`op regel ${lines.length} staat iets na een cel`);
  }
  if (lines.pop().length > 0) throw fault('de laatste regel eindigt niet met een regeleinde');
  const [columns = [], ...rows] = lines;
  return rows.map((row, index) => {
    if (row.length !== columns.length) throw fault(`regel ${index + 2} heeft ${row.length} cellen in plaats van ${columns.length}`);
    return Object.fromEntries(row.map((cell, column) => [columns[column], cell]));
  });
};

// Fractions of whole numbers: [numerator, denominator], so that nothing is rounded before the end.
const plus = ([a, b], [c, d]) => [a * d + c * b, b * d];
const minus = ([a, b], [c, d]) => [a * d - c * b, b * d];
const exact = (value) => {
  const [whole, decimals = ''] = String(value).split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
};

/** With a decimal comma and at most 4 decimals, halves away from zero; nothing where there is none. */
const decimal = (fraction) => {
  if (fraction === null) return '';
  const [a, b] = fraction;
  const size = (a < 0n ? -a : a) * 10_000n;
  const rounded = (2n * size + b) / (2n * b);
  const decimals = String(rounded % 10_000n).padStart(4, '0').replace(/0+$/, '');
  return `${a < 0n && rounded > 0n ? '-' : ''}${rounded / 10_000n}${decimals && ','}${decimals}`;
};

const STATUSES = ['behaald', 'deels behaald', 'niet behaald', 'niet beoordeeld', 'niet openbaar', 'niet van toepassing'];
const RANK = { 'niet behaald': 0, 'deels behaald': 1, behaald: 2 };
const isKnown = (status) => status in RANK;

const count = (statuses) => {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  for (const status of statuses) counts[status]++;
  const known = counts.behaald + counts['deels behaald'] + counts['niet behaald'];
  const unknown = counts['niet beoordeeld'] + counts['niet openbaar'];
  return { counts, known, unknown, applicable: known + unknown };
};

const NONE = { percentage: null, lower: null, upper: null, coverage: null };

const percentages = (statuses, weight) => {
  const { counts, known, unknown, applicable } = count(statuses);
  if (applicable === 0) return NONE;
  const score = plus([BigInt(counts.behaald), 1n], [BigInt(counts['deels behaald']) * weight[0], weight[1]]);
  const share = ([a, b]) => [100n * a, b * BigInt(applicable)];
  return {
    percentage: unknown === 0 ? share(score) : null,
    lower: share(score),
    upper: share(plus(score, [BigInt(unknown), 1n])),
    coverage: share([BigInt(known), 1n]),
  };
};

const mean = (fractions) => fractions.length === 0 || fractions.includes(null) ? null
  : (([a, b]) => [a, b * BigInt(fractions.length)])(fractions.reduce(plus, [0n, 1n]));

/** Every set of a norm, with the ids that say which cells are in it. */
const setsOf = ({ themas, deelnemers, ambitiepunten }) => [
  { bereik: 'totaal' },
  ...themas.map(({ id }) => ({ bereik: 'thema', thema: id })),
  ...deelnemers.map(({ organisatie }) => ({ bereik: 'organisatie', organisatie })),
  ...themas.flatMap(({ id }) => deelnemers.map(({ organisatie }) => ({ bereik: 'thema-organisatie', thema: id, organisatie }))),
  ...ambitiepunten.map(({ id, thema }) => ({ bereik: 'ambitiepunt', ambitiepunt: id, thema: thema ?? '' })),
];

const keyOf = ({ bereik, thema = '', ambitiepunt = '', organisatie = '' }) => [bereik, thema, ambitiepunt, organisatie].join(' ');

/** Cells of a round by every set that they are in. */
const bySet = (cells) => {
  const sets = new Map();
  const add = (set, cell) => {
    const key = keyOf(set);
    if (sets.has(key)) sets.get(key).push(cell);
    else sets.set(key, [cell]);
  };
  for (const cell of cells) {
    const { thema, ambitiepunt, organisatie } = cell;
    add({ bereik: 'totaal' }, cell);
    add({ bereik: 'organisatie', organisatie }, cell);
    add({ bereik: 'ambitiepunt', ambitiepunt, thema }, cell);
    if (thema) {
      add({ bereik: 'thema', thema }, cell);
      add({ bereik: 'thema-organisatie', thema, organisatie }, cell);
    }
  }
  return (set) => sets.get(keyOf(set)) ?? [];
};

/** The rows that cijfers.csv must have of one round, without what sources report. */
const figuresOf = (norm, cells) => {
  const weight = exact(norm.telling.deels_behaald);
  const within = bySet(cells);
  const statuses = (set) => within(set).map(({ status }) => status);
  const figuresIn = (set) => {
    if (set.bereik === 'ambitiepunt') return percentages(statuses(set), weight);
    if (!norm.volledig) return NONE;
    const joint = percentages(statuses(set), weight);
    if (norm.telling.totaal !== 'gemiddelde-per-organisatie' || !['totaal', 'thema'].includes(set.bereik)) return joint;
    const parts = norm.deelnemers
      .map(({ organisatie }) => statuses(set.bereik === 'totaal' ? { bereik: 'organisatie', organisatie } : { bereik: 'thema-organisatie', thema: set.thema, organisatie }))
      .filter((part) => count(part).applicable > 0)
      .map((part) => percentages(part, weight));
    return { percentage: mean(parts.map((part) => part.percentage)), lower: mean(parts.map((part) => part.lower)), upper: mean(parts.map((part) => part.upper)), coverage: joint.coverage };
  };
  return setsOf(norm).map((set) => {
    const { counts, known, applicable } = count(statuses(set));
    const { percentage, lower, upper, coverage } = figuresIn(set);
    return { set, values: {
      van_toepassing: String(applicable), bekend: String(known), behaald: String(counts.behaald), deels_behaald: String(counts['deels behaald']),
      niet_behaald: String(counts['niet behaald']), niet_beoordeeld: String(counts['niet beoordeeld']), niet_openbaar: String(counts['niet openbaar']),
      niet_van_toepassing: String(counts['niet van toepassing']),
      percentage: decimal(percentage), ondergrens: decimal(lower), bovengrens: decimal(upper), dekking: decimal(coverage),
    } };
  });
};

/** The rows that wijzigingen.csv must have of one round and the one before it. */
const changesOf = (norm, from, to) => {
  const weight = exact(norm.telling.deels_behaald);
  const before = new Map(from.map((cell) => [`${cell.ambitiepunt} ${cell.organisatie}`, cell.status]));
  const pairs = to.map((cell) => ({ ...cell, was: before.get(`${cell.ambitiepunt} ${cell.organisatie}`) }))
    .filter(({ was, status }) => was !== undefined && isKnown(was) && isKnown(status));
  const within = bySet(pairs);
  return setsOf(norm).filter(({ bereik }) => ['totaal', 'thema', 'organisatie'].includes(bereik)).map((set) => {
    const cells = within(set);
    const steps = cells.map(({ was, status }) => RANK[status] - RANK[was]);
    const share = (statuses) => (norm.volledig ? percentages(statuses, weight).percentage : null);
    const [old, now] = [share(cells.map(({ was }) => was)), share(cells.map(({ status }) => status))];
    return { set, values: {
      punten: String(cells.length), vooruit: String(steps.filter((step) => step > 0).length), achteruit: String(steps.filter((step) => step < 0).length),
      gelijk: String(steps.filter((step) => step === 0).length),
      percentage_van: decimal(old), percentage_naar: decimal(now), verschil: decimal(old && now && minus(now, old)),
    } };
  });
};

const nameOf = (keys, { bereik, ...ids }) => [...keys, bereik, ...Object.values(ids).filter((id) => id !== '')].join(' / ');

/** Holds the rows of one round, or pair of rounds, against what they must be. */
const compareRows = (report, file, keys, rows, expected) => {
  const stated = new Map(rows.map((row) => [keyOf(row), row]));
  if (stated.size < rows.length) report.differ(file, keys.join(' / '), '', `${rows.length} regels`, `${stated.size} verschillende`);
  for (const { set, values } of expected) {
    const row = stated.get(keyOf(set));
    stated.delete(keyOf(set));
    if (!row) { report.differ(file, nameOf(keys, set), '', 'geen regel', 'een regel'); continue; }
    for (const [column, value] of Object.entries(values)) report.check(file, nameOf(keys, set), column, row[column], value);
  }
  for (const row of stated.values()) report.differ(file, nameOf(keys, { bereik: row.bereik, thema: row.thema, ambitiepunt: row.ambitiepunt ?? '', organisatie: row.organisatie }), '', 'een regel', 'geen regel');
};

/** Every cell of every CSV file is also in rapport.json, so that a changed one shows. */
const compareCopies = (report, tables, json) => {
  const written = (value, column) => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value).replace('.', ',');
    return FREE_TEXT.has(column) && /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  };
  for (const name of TABLES) {
    const [rows, copies] = [tables[name], json[name]];
    if (rows.length !== copies.length) report.differ(`${name}.csv`, '', '', `${rows.length} regels`, `${copies.length} in rapport.json`);
    copies.forEach((copy, index) => {
      for (const [column, value] of Object.entries(copy)) {
        if (rows[index] && rows[index][column] !== written(value, column)) report.differ(`${name}.csv`, `regel ${index + 2}`, column, rows[index][column], `${written(value, column)} (in rapport.json)`);
      }
    });
  }
};

/** Every result belongs to a round, point and participant of its norm. */
const checkResults = (report, rows, norms) => {
  rows.forEach((row, index) => {
    const wrong = (column) => report.differ('resultaten.csv', `regel ${index + 2}`, column, row[column], 'iets dat in de norm staat');
    const norm = norms.find(({ versie }) => versie === row.norm);
    const point = norm?.ambitiepunten.find(({ id }) => id === row.ambitiepunt);
    if (!norm) return wrong('norm');
    if (!norm.metingen.some(({ id, datum }) => id === row.meting && datum === row.datum)) wrong('meting');
    if (!point) wrong('ambitiepunt');
    else if ((point.thema ?? '') !== row.thema) wrong('thema');
    if (!norm.deelnemers.some(({ organisatie }) => organisatie === row.organisatie)) wrong('organisatie');
    if (!STATUSES.includes(row.status)) wrong('status');
  });
};

/**
 * Recomputes a report. `read` gives the text of a file by its name. Resolves to how many cells were checked, and each
 * that differs: {bestand, regel, kolom, gevonden, verwacht}.
 */
export const recompute = async (read) => {
  const texts = await Promise.all([...TABLES.map((name) => `${name}.csv`), 'rapport.json'].map(read));
  const tables = Object.fromEntries(TABLES.map((name, index) => [name, parseCsv(`${name}.csv`, texts[index])]));
  const json = JSON.parse(texts.at(-1));
  const differences = [];
  let checked = 0;
  const report = {
    differ: (bestand, regel, kolom, gevonden, verwacht) => differences.push({ bestand, regel, kolom, gevonden, verwacht }),
    check: (bestand, regel, kolom, gevonden, verwacht) => {
      checked++;
      if (gevonden !== verwacht) report.differ(bestand, regel, kolom, gevonden, verwacht);
    },
  };
  checkResults(report, tables.resultaten, json.normen);
  if (differences.length === 0) {
    const [figures, changes] = [new Set(tables.cijfers), new Set(tables.wijzigingen)];
    const take = (rows, keep) => [...rows].filter(keep).map((row) => (rows.delete(row), row));
    for (const norm of json.normen) {
      const cellsOf = ({ id }) => tables.resultaten.filter((row) => row.norm === norm.versie && row.meting === id);
      let before = null;
      for (const round of norm.metingen) {
        const stated = take(figures, (row) => row.norm === norm.versie && row.meting === round.id);
        if (round.niveau === 'totaal') {
          for (const row of stated) for (const column of ['van_toepassing', 'percentage', 'ondergrens', 'bovengrens', 'dekking']) report.check('cijfers.csv', nameOf([norm.versie, round.id], { bereik: row.bereik }), column, row[column], '');
          continue;
        }
        compareRows(report, 'cijfers.csv', [norm.versie, round.id], stated, figuresOf(norm, cellsOf(round)));
        if (before) {
          const rows = take(changes, (row) => row.norm === norm.versie && row.van === before.id && row.naar === round.id);
          compareRows(report, 'wijzigingen.csv', [norm.versie, before.id, round.id], rows, changesOf(norm, cellsOf(before), cellsOf(round)));
        }
        before = round;
      }
    }
    for (const row of figures) report.differ('cijfers.csv', `${row.norm} / ${row.meting}`, '', 'een regel', 'geen regel');
    for (const row of changes) report.differ('wijzigingen.csv', `${row.norm} / ${row.van} / ${row.naar}`, '', 'een regel', 'geen regel');
  }
  compareCopies(report, tables, json);
  return { results: tables.resultaten.length, checked, differences };
};

const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
const verdict = ({ results, checked, differences }) => differences.length === 0
  ? `Alles klopt. Uit ${number(results)} resultaten zijn ${number(checked)} getallen en percentages nagerekend. Elk is gelijk aan wat er staat.`
  : `Dit klopt niet: ${differences.length === 1 ? '1 verschil' : `${number(differences.length)} verschillen`} gevonden.`;

const SHOWN = 50;

const inBrowser = async (target) => {
  const element = (name, text, parent) => parent.appendChild(Object.assign(document.createElement(name), { textContent: text }));
  target.replaceChildren();
  element('p', 'Bezig met narekenen…', target);
  let outcome;
  try {
    outcome = await recompute(async (name) => {
      const response = await fetch(new URL(name, new URL(target.dataset.narekenen, location.href)));
      if (!response.ok) throw new Error(`${name} is niet op te halen (${response.status})`);
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await response.arrayBuffer());
    });
  } catch (fault) {
    target.replaceChildren();
    target.dataset.uitkomst = 'mislukt';
    element('p', `Narekenen is niet gelukt. ${fault.message}.`, target).className = 'recalculated-wrong';
    return;
  }
  target.replaceChildren();
  target.dataset.uitkomst = outcome.differences.length === 0 ? 'klopt' : 'klopt-niet';
  element('p', verdict(outcome), target).className = outcome.differences.length === 0 ? 'recalculated-right' : 'recalculated-wrong';
  if (outcome.differences.length === 0) return;
  document.title = `Klopt niet: ${document.title}`;
  const section = Object.assign(element('section', '', target), { className: 'table-scroll', tabIndex: 0 });
  section.setAttribute('aria-label', 'Verschillen');
  const table = element('table', '', section);
  element('caption', outcome.differences.length > SHOWN ? `De eerste ${SHOWN} verschillen` : 'Verschillen', table);
  const row = (parent, cells, name) => {
    const line = element('tr', '', parent);
    for (const cell of cells) element(name, cell === '' ? '(leeg)' : cell, line);
    return line;
  };
  for (const head of row(element('thead', '', table), ['Bestand', 'Regel', 'Kolom', 'Er staat', 'Het moet zijn'], 'th').children) head.scope = 'col';
  const body = element('tbody', '', table);
  for (const { bestand, regel, kolom, gevonden, verwacht } of outcome.differences.slice(0, SHOWN)) row(body, [bestand, regel, kolom, gevonden, verwacht], 'td');
};

const inTerminal = async (place) => {
  if (place === undefined) {
    console.error('Gebruik: node narekenen.mjs <map of adres>\nDe map of het adres is die van de bestanden, zoals https://voorbeeld.nl/data/');
    return 2;
  }
  const { readFile } = await import('node:fs/promises');
  const isAddress = /^https?:\/\//.test(place);
  const decode = (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  try {
    const outcome = await recompute(async (name) => {
      if (!isAddress) return decode(await readFile(`${place.replace(/\/$/, '')}/${name}`));
      const response = await fetch(`${place.replace(/\/$/, '')}/${name}`);
      if (!response.ok) throw new Error(`${name} is niet op te halen (${response.status})`);
      return decode(await response.arrayBuffer());
    });
    for (const { bestand, regel, kolom, gevonden, verwacht } of outcome.differences) console.log(`${bestand}: ${regel}${kolom && `, ${kolom}`}: er staat "${gevonden}", het moet zijn "${verwacht}"`);
    console.log(verdict(outcome));
    return outcome.differences.length === 0 ? 0 : 1;
  } catch (fault) {
    console.error(`Narekenen is niet gelukt. ${fault.message}`);
    return 2;
  }
};

if (typeof document !== 'undefined') {
  const target = document.querySelector('[data-narekenen]');
  if (target) await inBrowser(target);
} else if (process.argv[1]?.endsWith('narekenen.mjs')) {
  process.exitCode = await inTerminal(process.argv[2]);
}
