// Recomputes the figures of a report from its published files, and says where they differ. Independent: it shares
// no code with the program that made the files. In a browser a page starts it; elsewhere: node narekenen.mjs <map of
// adres>

const TABLES = ['resultaten', 'cijfers', 'wijzigingen', 'vergelijking'];

/** Columns of free text, in which a quote before =, +, -, @ or a tab keeps a spreadsheet from reading a formula. */
const FREE_TEXT = new Set(['toelichting', 'reden']);

/** Rows of a file as objects. Strict: anything that is not CSV as the site describes it is an error. */
function parseCsv(name, text) {
  function fault(what) {
    return new Error(`${name} is geen geldige CSV: ${what}`);
  }
  if (!text.startsWith('\uFEFF')) throw fault('het BOM-teken aan het begin ontbreekt');
  const lines = [[]];
  let at = 1;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw fault('een aanhalingsteken sluit niet');
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at++;
        } else break;
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
    if (row.length !== columns.length)
      throw fault(`regel ${index + 2} heeft ${row.length} cellen in plaats van ${columns.length}`);
    return Object.fromEntries(row.map((cell, column) => [columns[column], cell]));
  });
}

// Fractions of whole numbers: [numerator, denominator], so that nothing is rounded before the end.
function plus([a, b], [c, d]) {
  return [a * d + c * b, b * d];
}

function minus([a, b], [c, d]) {
  return [a * d - c * b, b * d];
}

function exact(value) {
  const [whole, decimals = ''] = String(value).split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

/** With a decimal comma and at most 4 decimals, halves rounded away from zero; empty for null. */
function decimal(fraction) {
  if (fraction === null) return '';
  const [a, b] = fraction;
  const size = (a < 0n ? -a : a) * 10_000n;
  const rounded = (2n * size + b) / (2n * b);
  const decimals = String(rounded % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${a < 0n && rounded > 0n ? '-' : ''}${rounded / 10_000n}${decimals && ','}${decimals}`;
}

const STATUSES = [
  'behaald',
  'deels behaald',
  'niet behaald',
  'niet beoordeeld',
  'niet openbaar',
  'niet van toepassing',
];
const RANK = { 'niet behaald': 0, 'deels behaald': 1, behaald: 2 };
function isKnown(status) {
  return status in RANK;
}

function count(statuses) {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  for (const status of statuses) counts[status]++;
  const known = counts.behaald + counts['deels behaald'] + counts['niet behaald'];
  const unknown = counts['niet beoordeeld'] + counts['niet openbaar'];
  return { counts, known, unknown, applicable: known + unknown };
}

const NONE = { percentage: null, lower: null, upper: null, coverage: null };

function percentages(statuses, weight) {
  const { counts, known, unknown, applicable } = count(statuses);
  if (applicable === 0) return NONE;
  const score = plus([BigInt(counts.behaald), 1n], [BigInt(counts['deels behaald']) * weight[0], weight[1]]);
  function share([a, b]) {
    return [100n * a, b * BigInt(applicable)];
  }
  return {
    percentage: unknown === 0 ? share(score) : null,
    lower: share(score),
    upper: share(plus(score, [BigInt(unknown), 1n])),
    coverage: share([BigInt(known), 1n]),
  };
}

function mean(fractions) {
  return fractions.length === 0 || fractions.includes(null)
    ? null
    : (([a, b]) => [a, b * BigInt(fractions.length)])(fractions.reduce(plus, [0n, 1n]));
}

const SEASONS = { 21: '03', 22: '06', 23: '09', 24: '12' };

/** First day of a date, as YYYY-MM-DD: 2025-23 is autumn 2025, which begins on 1 September. */
function firstDay(date) {
  const [year, month = '01', day = '01'] = date.split('-');
  return [year, SEASONS[month] ?? month, day].join('-');
}

function holdsOn(day, { vanaf, tot }) {
  return (vanaf === null || firstDay(vanaf) <= day) && (tot === null || day < firstDay(tot));
}

/** Number of participants that an ambition applies to on the first day of a round. `kinds` has the kind of each organisation. */
function reachOf({ deelnemers }, { datum }, point, kinds) {
  const day = firstDay(datum);
  if (!holdsOn(day, point)) return 0;
  return deelnemers.filter(
    (participant) =>
      holdsOn(day, participant) &&
      (point.geldt_voor === null ||
        point.geldt_voor.includes(participant.organisatie) ||
        point.geldt_voor.includes(kinds.get(participant.organisatie))),
  ).length;
}

/** Items by key, in their original order. */
function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Every set of a norm, with the ids that determine its cells. */
function setsOf({ themas, deelnemers, ambitiepunten }) {
  return [
    { bereik: 'totaal' },
    ...themas.map(({ id }) => ({ bereik: 'thema', thema: id })),
    ...deelnemers.map(({ organisatie }) => ({ bereik: 'organisatie', organisatie })),
    ...themas.flatMap(({ id }) =>
      deelnemers.map(({ organisatie }) => ({ bereik: 'thema-organisatie', thema: id, organisatie })),
    ),
    ...ambitiepunten.map(({ id, thema }) => ({ bereik: 'ambitiepunt', ambitiepunt: id, thema: thema ?? '' })),
  ];
}

function keyOf({ bereik, thema = '', ambitiepunt = '', organisatie = '' }) {
  return [bereik, thema, ambitiepunt, organisatie].join(' ');
}

/** Cells of a round by set; a cell is in several. */
function bySet(cells) {
  const pairs = cells.flatMap((cell) => {
    const { thema, ambitiepunt, organisatie } = cell;
    return [
      { bereik: 'totaal' },
      { bereik: 'organisatie', organisatie },
      { bereik: 'ambitiepunt', ambitiepunt, thema },
      ...(thema
        ? [
            { bereik: 'thema', thema },
            { bereik: 'thema-organisatie', thema, organisatie },
          ]
        : []),
    ].map((set) => ({ key: keyOf(set), cell }));
  });
  const sets = grouped(pairs, ({ key }) => key);
  return (set) => (sets.get(keyOf(set)) ?? []).map(({ cell }) => cell);
}

function isMean({ telling }, { bereik }) {
  return telling.totaal === 'gemiddelde-per-organisatie' && (bereik === 'totaal' || bereik === 'thema');
}

/** The rows that cijfers.csv must have for one round, reported figures excluded. */
function figuresOf(norm, round, cells, kinds) {
  const weight = exact(norm.telling.deels_behaald);
  const within = bySet(cells);
  function statuses(set) {
    return within(set).map(({ status }) => status);
  }
  function figuresIn(set) {
    if (!norm.volledig) {
      // Only for an ambition without missing rows: the known ones alone are not a smaller whole.
      if (set.bereik !== 'ambitiepunt') return NONE;
      const point = norm.ambitiepunten.find(({ id }) => id === set.ambitiepunt);
      return within(set).length === reachOf(norm, round, point, kinds) ? percentages(statuses(set), weight) : NONE;
    }
    const joint = percentages(statuses(set), weight);
    if (!isMean(norm, set)) return joint;
    const parts = norm.deelnemers
      .map(({ organisatie }) =>
        statuses(
          set.bereik === 'totaal'
            ? { bereik: 'organisatie', organisatie }
            : { bereik: 'thema-organisatie', thema: set.thema, organisatie },
        ),
      )
      .filter((part) => count(part).applicable > 0)
      .map((part) => percentages(part, weight));
    return {
      percentage: mean(parts.map((part) => part.percentage)),
      lower: mean(parts.map((part) => part.lower)),
      upper: mean(parts.map((part) => part.upper)),
      coverage: joint.coverage,
    };
  }
  return setsOf(norm).map((set) => {
    const { counts, known, applicable } = count(statuses(set));
    const { percentage, lower, upper, coverage } = figuresIn(set);
    return {
      set,
      values: {
        van_toepassing: String(applicable),
        bekend: String(known),
        behaald: String(counts.behaald),
        deels_behaald: String(counts['deels behaald']),
        niet_behaald: String(counts['niet behaald']),
        niet_beoordeeld: String(counts['niet beoordeeld']),
        niet_openbaar: String(counts['niet openbaar']),
        niet_van_toepassing: String(counts['niet van toepassing']),
        percentage: decimal(percentage),
        ondergrens: decimal(lower),
        bovengrens: decimal(upper),
        dekking: decimal(coverage),
      },
    };
  });
}

/**
 * The percentages then and now, of results known in both; where the norm takes the mean of organisations, of those that have
 * such results.
 */
function sharesOver(norm, set, pairs) {
  if (!norm.volledig || pairs.length === 0) return [null, null];
  const weight = exact(norm.telling.deels_behaald);
  const parts = grouped(pairs, ({ organisatie }) => (isMean(norm, set) ? organisatie : ''));
  function share(side) {
    return mean(
      [...parts.values()].map(
        (part) =>
          percentages(
            part.map((pair) => pair[side]),
            weight,
          ).percentage,
      ),
    );
  }
  return [share('was'), share('status')];
}

function differenceOf([old, now]) {
  return {
    percentage_van: decimal(old),
    percentage_naar: decimal(now),
    verschil: decimal(old && now && minus(now, old)),
  };
}

/** The rows that wijzigingen.csv must have for one round and the one before it. */
function changesOf(norm, from, to) {
  const before = new Map(from.map((cell) => [`${cell.ambitiepunt} ${cell.organisatie}`, cell.status]));
  const pairs = to
    .map((cell) => ({ ...cell, was: before.get(`${cell.ambitiepunt} ${cell.organisatie}`) }))
    .filter(({ was, status }) => was !== undefined && isKnown(was) && isKnown(status));
  const within = bySet(pairs);
  return setsOf(norm)
    .filter(({ bereik }) => ['totaal', 'thema', 'organisatie'].includes(bereik))
    .map((set) => {
      const cells = within(set);
      const steps = cells.map(({ was, status }) => RANK[status] - RANK[was]);
      return {
        set,
        values: {
          punten: String(cells.length),
          vooruit: String(steps.filter((step) => step > 0).length),
          achteruit: String(steps.filter((step) => step < 0).length),
          gelijk: String(steps.filter((step) => step === 0).length),
          ...differenceOf(sharesOver(norm, set, cells)),
        },
      };
    });
}

/** What happens to a comparable pair at an organisation: compared, or the first reason why not. */
function verdictOf(isInBoth, was, status) {
  if (!isInBoth) return 'een_norm';
  if ([was, status].some((each) => each === undefined || each === 'niet van toepassing')) return 'niet_van_toepassing';
  return isKnown(was) && isKnown(status) ? 'cellen' : 'niet_bekend';
}

/** The rows that vergelijking.csv must have for a norm and the one it replaces; both count as the newer one does. */
function comparisonOf(from, to, organisations, cellsOf) {
  const rounds = [from, to].map(({ metingen }) => metingen.findLast(({ niveau }) => niveau === 'punten'));
  const isJudged = rounds.every((round) => round !== undefined);
  const isWhole = from.volledig && to.volledig;
  const old = new Set(from.ambitiepunten.map(({ id }) => id));
  function comparable(point) {
    return point.herkomst.filter(({ punt, vergelijkbaar }) => vergelijkbaar && old.has(punt));
  }
  function takesPart(norm, id) {
    return norm.deelnemers.some(({ organisatie }) => organisatie === id);
  }
  const involved = organisations.map(({ id }) => id).filter((id) => takesPart(from, id) || takesPart(to, id));
  const statuses = [from, to].map(
    (norm, index) =>
      new Map(
        rounds[index] === undefined
          ? []
          : cellsOf(norm, rounds[index]).map((cell) => [`${cell.ambitiepunt} ${cell.organisatie}`, cell.status]),
      ),
  );
  const pairs = to.ambitiepunten.flatMap((point) =>
    comparable(point).flatMap(({ punt }) =>
      involved.map((organisatie) => {
        const [was, status] = [
          statuses[0].get(`${punt} ${organisatie}`),
          statuses[1].get(`${point.id} ${organisatie}`),
        ];
        return {
          thema: point.thema,
          organisatie,
          was,
          status,
          verdict: verdictOf(takesPart(from, organisatie) && takesPart(to, organisatie), was, status),
        };
      }),
    ),
  );
  function row(set, inSet, points, dropped) {
    function counted(verdict) {
      return pairs.filter((pair) => inSet(pair) && pair.verdict === verdict);
    }
    function number(verdict) {
      return isJudged ? String(counted(verdict).length) : '';
    }
    function pointCount(value) {
      return isWhole && value !== null ? String(value) : '';
    }
    return {
      set,
      values: {
        meting_van: rounds[0]?.id ?? '',
        meting_naar: rounds[1]?.id ?? '',
        cellen: number('cellen'),
        ...differenceOf(isJudged && isWhole ? sharesOver(to, set, counted('cellen')) : [null, null]),
        nieuw: pointCount(points && points.filter(({ herkomst }) => herkomst.length === 0).length),
        vervallen: pointCount(dropped),
        niet_vergelijkbaar: pointCount(
          points && points.filter((point) => point.herkomst.length > 0 && comparable(point).length === 0).length,
        ),
        een_norm: number('een_norm'),
        niet_van_toepassing: number('niet_van_toepassing'),
        niet_bekend: number('niet_bekend'),
      },
    };
  }
  return [
    row({ bereik: 'totaal' }, () => true, to.ambitiepunten, to.vervallen.length),
    ...to.themas.map(({ id }) =>
      row(
        { bereik: 'thema', thema: id },
        ({ thema }) => thema === id,
        to.ambitiepunten.filter(({ thema }) => thema === id),
        null,
      ),
    ),
    ...involved.map((id) =>
      row({ bereik: 'organisatie', organisatie: id }, ({ organisatie }) => organisatie === id, null, null),
    ),
  ];
}

function nameOf(keys, { bereik, ...ids }) {
  return [...keys, bereik, ...Object.values(ids).filter((id) => id !== '')].join(' / ');
}

/** Compares the rows of one round, or pair of rounds, with what they must be. */
function compareRows(report, file, keys, rows, expected) {
  const stated = new Map(rows.map((row) => [keyOf(row), row]));
  if (stated.size < rows.length)
    report.differ(file, keys.join(' / '), '', `${rows.length} regels`, `${stated.size} verschillende`);
  for (const { set, values } of expected) {
    const row = stated.get(keyOf(set));
    stated.delete(keyOf(set));
    if (!row) {
      report.differ(file, nameOf(keys, set), '', 'geen regel', 'een regel');
      continue;
    }
    if (report.isTakenOut(keys, row, Object.keys(values))) continue;
    for (const [column, value] of Object.entries(values))
      report.check(file, nameOf(keys, set), column, row[column], value);
  }
  for (const row of stated.values())
    report.differ(
      file,
      nameOf(keys, {
        bereik: row.bereik,
        thema: row.thema,
        ambitiepunt: row.ambitiepunt ?? '',
        organisatie: row.organisatie,
      }),
      '',
      'een regel',
      'geen regel',
    );
}

/** Compares every cell of every CSV file with rapport.json, so that a changed one is found. */
function compareCopies(report, tables, json) {
  function written(value, column) {
    if (value === null) return '';
    if (typeof value === 'number') return String(value).replace('.', ',');
    return FREE_TEXT.has(column) && /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  }
  for (const name of TABLES) {
    const [rows, copies] = [tables[name], json[name]];
    if (rows.length !== copies.length)
      report.differ(`${name}.csv`, '', '', `${rows.length} regels`, `${copies.length} in rapport.json`);
    copies.forEach((copy, index) => {
      for (const [column, value] of Object.entries(copy)) {
        // rapport.json has more fields for a result than the CSV file has columns.
        if (rows[index] && column in rows[index] && rows[index][column] !== written(value, column))
          report.differ(
            `${name}.csv`,
            `regel ${index + 2}`,
            column,
            rows[index][column],
            `${written(value, column)} (in rapport.json)`,
          );
      }
    });
  }
}

/** Checks that every result belongs to a round, ambition and participant of its norm. */
function checkResults(report, rows, norms) {
  rows.forEach((row, index) => {
    function wrong(column) {
      return report.differ('resultaten.csv', `regel ${index + 2}`, column, row[column], 'iets dat in de norm staat');
    }
    const norm = norms.find(({ versie }) => versie === row.norm);
    const point = norm?.ambitiepunten.find(({ id }) => id === row.ambitiepunt);
    if (!norm) return wrong('norm');
    if (!norm.metingen.some(({ id, datum }) => id === row.meting && datum === row.datum)) wrong('meting');
    if (!point) wrong('ambitiepunt');
    else if ((point.thema ?? '') !== row.thema) wrong('thema');
    if (!norm.deelnemers.some(({ organisatie }) => organisatie === row.organisatie)) wrong('organisatie');
    if (!STATUSES.includes(row.status)) wrong('status');
  });
}

/**
 * Recomputes a report. `read` returns the text of a file by name. Resolves to the number of cells checked, and each
 * that differs: {bestand, regel, kolom, gevonden, verwacht}.
 */
export async function recompute(read) {
  const texts = await Promise.all([...TABLES.map((name) => `${name}.csv`), 'rapport.json'].map(read));
  const tables = Object.fromEntries(TABLES.map((name, index) => [name, parseCsv(`${name}.csv`, texts[index])]));
  const json = JSON.parse(texts.at(-1));
  const differences = [];
  let checked = 0;
  const gone = json.editie?.weggehaald.resultaten ?? [];
  const report = {
    // In an edition from which a result was taken out, the figures that counted it are empty.
    isTakenOut: (keys, row, columns) =>
      gone.some(({ norm }) => keys.includes(norm)) &&
      columns.every((column) => /^meting/.test(column) || row[column] === ''),
    differ: (bestand, regel, kolom, gevonden, verwacht) =>
      differences.push({ bestand, regel, kolom, gevonden, verwacht }),
    check: (bestand, regel, kolom, gevonden, verwacht) => {
      checked++;
      if (gevonden !== verwacht) report.differ(bestand, regel, kolom, gevonden, verwacht);
    },
  };
  checkResults(report, tables.resultaten, json.normen);
  if (differences.length === 0) {
    const kinds = new Map(json.organisaties.map(({ id, soort }) => [id, soort]));
    function cellsOf(norm, round) {
      return tables.resultaten.filter((row) => row.norm === norm.versie && row.meting === round.id);
    }
    const [figures, changes, comparisons] = [tables.cijfers, tables.wijzigingen, tables.vergelijking].map(
      (rows) => new Set(rows),
    );
    function take(rows, keep) {
      return [...rows].filter(keep).map((row) => (rows.delete(row), row));
    }
    for (const norm of json.normen) {
      let before = null;
      for (const round of norm.metingen) {
        const stated = take(figures, (row) => row.norm === norm.versie && row.meting === round.id);
        if (round.niveau === 'totaal') {
          for (const row of stated)
            for (const column of ['van_toepassing', 'percentage', 'ondergrens', 'bovengrens', 'dekking'])
              report.check(
                'cijfers.csv',
                nameOf([norm.versie, round.id], { bereik: row.bereik }),
                column,
                row[column],
                '',
              );
          continue;
        }
        compareRows(
          report,
          'cijfers.csv',
          [norm.versie, round.id],
          stated,
          figuresOf(norm, round, cellsOf(norm, round), kinds),
        );
        if (before) {
          const rows = take(
            changes,
            (row) => row.norm === norm.versie && row.van === before.id && row.naar === round.id,
          );
          compareRows(
            report,
            'wijzigingen.csv',
            [norm.versie, before.id, round.id],
            rows,
            changesOf(norm, cellsOf(norm, before), cellsOf(norm, round)),
          );
        }
        before = round;
      }
      const replaced = json.normen.find(({ versie }) => versie === norm.opvolger_van);
      if (replaced) {
        const rows = take(comparisons, (row) => row.van === replaced.versie && row.naar === norm.versie);
        compareRows(
          report,
          'vergelijking.csv',
          [replaced.versie, norm.versie],
          rows,
          comparisonOf(replaced, norm, json.organisaties, cellsOf),
        );
      }
    }
    for (const row of figures)
      report.differ('cijfers.csv', `${row.norm} / ${row.meting}`, '', 'een regel', 'geen regel');
    for (const row of changes)
      report.differ('wijzigingen.csv', `${row.norm} / ${row.van} / ${row.naar}`, '', 'een regel', 'geen regel');
    for (const row of comparisons)
      report.differ('vergelijking.csv', `${row.van} / ${row.naar}`, '', 'een regel', 'geen regel');
  }
  compareCopies(report, tables, json);
  const edition = json.editie ? { day: json.editie.datum, sha256: await sha256(texts.at(-1)) } : null;
  return { results: tables.resultaten.length, checked, differences, edition };
}

async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A message about the hash of an edition. `stated` is the hash on its page, if that is available. */
function hashVerdict({ day, sha256: hash }, stated) {
  if (stated === undefined)
    return `Dit is de editie van ${day}. SHA-256 van rapport.json: ${hash}. Kijk of de pagina van de editie dezelfde waarde noemt.`;
  return hash === stated
    ? `De SHA-256 van rapport.json klopt: dit is de editie van ${day}, zoals zij is vastgelegd.`
    : `De SHA-256 van rapport.json is ${hash}, en dat is niet ${stated}: dit is niet de editie die op de pagina staat.`;
}

function number(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

function verdict({ results, checked, differences }) {
  return differences.length === 0
    ? `Alles klopt. Uit ${number(results)} resultaten zijn ${number(checked)} getallen en percentages nagerekend. Elk is gelijk aan wat er staat.`
    : `Dit klopt niet: ${differences.length === 1 ? '1 verschil' : `${number(differences.length)} verschillen`} gevonden.`;
}

const SHOWN = 50;

async function inBrowser(target) {
  function element(name, text, parent) {
    return parent.appendChild(Object.assign(document.createElement(name), { textContent: text }));
  }
  target.replaceChildren();
  element('p', 'Bezig met narekenen…', target);
  let outcome;
  try {
    // An edition is next to the data of its report; only its day comes from the address.
    const day = /^\?editie=(\d{4}-\d\d-\d\d)$/.exec(location.search)?.[1];
    const data = new URL(target.dataset.narekenen, location.href);
    const folder = day === undefined ? data : new URL(`../editie/${day}/`, data);
    outcome = await recompute(async (name) => {
      const response = await fetch(new URL(name, folder));
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
  element('p', verdict(outcome), target).className =
    outcome.differences.length === 0 ? 'recalculated-right' : 'recalculated-wrong';
  if (outcome.edition) element('p', hashVerdict(outcome.edition), target);
  if (outcome.differences.length === 0) return;
  document.title = `Klopt niet: ${document.title}`;
  const section = Object.assign(element('section', '', target), { className: 'table-scroll', tabIndex: 0 });
  section.setAttribute('aria-label', 'Verschillen');
  const table = element('table', '', section);
  element('caption', outcome.differences.length > SHOWN ? `De eerste ${SHOWN} verschillen` : 'Verschillen', table);
  function row(parent, cells, name) {
    const line = element('tr', '', parent);
    for (const cell of cells) element(name, cell === '' ? '(leeg)' : cell, line);
    return line;
  }
  for (const head of row(element('thead', '', table), ['Bestand', 'Regel', 'Kolom', 'Er staat', 'Het moet zijn'], 'th')
    .children)
    head.scope = 'col';
  const body = element('tbody', '', table);
  for (const { bestand, regel, kolom, gevonden, verwacht } of outcome.differences.slice(0, SHOWN))
    row(body, [bestand, regel, kolom, gevonden, verwacht], 'td');
}

async function inTerminal(place, stated) {
  if (place === undefined) {
    console.error(
      'Gebruik: node narekenen.mjs <map of adres> [SHA-256 van een editie]\nDe map of het adres is die van de bestanden, zoals https://voorbeeld.nl/data/',
    );
    return 2;
  }
  const { readFile } = await import('node:fs/promises');
  const isAddress = /^https?:\/\//.test(place);
  function decode(bytes) {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  }
  try {
    const outcome = await recompute(async (name) => {
      if (!isAddress) return decode(await readFile(`${place.replace(/\/$/, '')}/${name}`));
      const response = await fetch(`${place.replace(/\/$/, '')}/${name}`);
      if (!response.ok) throw new Error(`${name} is niet op te halen (${response.status})`);
      return decode(await response.arrayBuffer());
    });
    for (const { bestand, regel, kolom, gevonden, verwacht } of outcome.differences)
      console.log(`${bestand}: ${regel}${kolom && `, ${kolom}`}: er staat "${gevonden}", het moet zijn "${verwacht}"`);
    console.log(verdict(outcome));
    if (outcome.edition) console.log(hashVerdict(outcome.edition, stated));
    const isOther = stated !== undefined && outcome.edition?.sha256 !== stated;
    if (isOther && !outcome.edition) console.log('Dit zijn de gegevens van nu, en geen editie.');
    return outcome.differences.length === 0 && !isOther ? 0 : 1;
  } catch (fault) {
    console.error(`Narekenen is niet gelukt. ${fault.message}`);
    return 2;
  }
}

if (typeof document !== 'undefined') {
  const target = document.querySelector('[data-narekenen]');
  if (target) await inBrowser(target);
} else if (process.argv[1]?.endsWith('narekenen.mjs')) {
  process.exitCode = await inTerminal(process.argv[2], process.argv[3]);
}
