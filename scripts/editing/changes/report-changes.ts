import type { Report } from '../../compute/report.ts';
import { capitalized } from '../../format/sentence.ts';
import { addressesOf } from './addresses.ts';
import { entitiesOf, type Entity, KINDS } from './entities.ts';
import { figuresOf, type ShownFigure } from './figures.ts';
import { escaped, listed, quote } from './markdown.ts';
import { orderChanges } from './order.ts';
import { keyBefore, roundKey } from './round-key.ts';

/** What changed in one report, as sections of Markdown lines; empty lists where nothing did. */
export interface ReportChanges {
  /** That a report is called fictional no longer, or from now on; first of all, since all else is read in that light. */
  readonly fiction: readonly string[];
  readonly results: readonly string[];
  readonly figures: readonly string[];
  readonly things: readonly string[];
  readonly texts: readonly string[];
  readonly gone: readonly string[];
}

interface Pair {
  readonly before: Entity | null;
  readonly after: Entity | null;
}

function pairsOf(before: Report | null, after: Report | null): Pair[] {
  const [old, fresh] = [
    before ? entitiesOf(before, keyBefore(before, after)) : [],
    after ? entitiesOf(after, roundKey) : [],
  ];
  const [byOld, byFresh] = [
    new Map(old.map((each) => [each.key, each])),
    new Map(fresh.map((each) => [each.key, each])),
  ];
  return [
    ...fresh.map((each) => ({ before: byOld.get(each.key) ?? null, after: each })),
    ...old.filter((each) => !byFresh.has(each.key)).map((each) => ({ before: each, after: null })),
  ].sort((a, b) => KINDS.indexOf((a.after ?? a.before)!.kind) - KINDS.indexOf((b.after ?? b.before)!.kind));
}

function named({ name, within }: Entity): string {
  return `${escaped(name)}${within && ` (${escaped(within)})`}`;
}

function resultLine({ before, after }: Pair, rounds: ReadonlySet<string>): string[] {
  const either = (after ?? before)!;
  // Results of a round that is new or gone are told with that round.
  if (either.kind !== 'resultaat' || !rounds.has(either.within)) return [];
  const [from, to] = [before?.fields.status ?? 'geen resultaat', after?.fields.status ?? 'geen resultaat'];
  return from === to ? [] : [`${escaped(either.name)}: ${from} → **${to}** (${escaped(either.within)})`];
}

function textLines({ before, after }: Pair): string[] {
  if (!before || !after) return [];
  const fields = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].filter(
    (field) => !(after.kind === 'resultaat' && field === 'status'),
  );
  return fields
    .filter((field) => (before.fields[field] ?? null) !== (after.fields[field] ?? null))
    .map((field) => {
      const [from, to] = [before.fields[field] ?? null, after.fields[field] ?? null];
      const change =
        from === null ? `nu ${quote(to!)}` : to === null ? `weg, was ${quote(from)}` : `${quote(from)} → ${quote(to)}`;
      return `${capitalized(after.kind)} ${named(after)}, ${escaped(field)}: ${change}`;
    });
}

const NEW: Readonly<Record<Entity['kind'], string>> = {
  rapport: 'Nieuw rapport',
  organisatie: 'Nieuwe organisatie',
  document: 'Nieuw document',
  norm: 'Nieuwe norm',
  thema: 'Nieuw thema',
  punt: 'Nieuw punt',
  'vervallen punt': 'Nu vervallen',
  meting: 'Nieuwe meting',
  resultaat: 'Nieuw resultaat',
};

function thingLine({ before, after }: Pair): string[] {
  const either = (after ?? before)!;
  if ((before && after) || either.kind === 'resultaat') return [];
  return [before ? `Weg: ${either.kind} ${named(either)}` : `${NEW[either.kind]}: ${named(either)}`];
}

function figureText(before: ShownFigure | undefined, after: ShownFigure | undefined): string {
  const name = escaped((after ?? before)!.name);
  if (!before) return `${name} ${after!.shown}`;
  if (!after) return `${name} ${before.shown} → vervalt`;
  return before.shown === after.shown
    ? `${name} blijft ${after.shown}`
    : `${name} ${before.shown} → **${after.shown}**`;
}

/** Figures that changed, also where rounding hides it, by where they are shown. */
function figureLines(before: Report | null, after: Report | null): string[] {
  const [old, fresh] = [
    before ? figuresOf(before, keyBefore(before, after)) : new Map<string, ShownFigure>(),
    after ? figuresOf(after, roundKey) : new Map<string, ShownFigure>(),
  ];
  const places = new Map<string, Map<string, string[]>>();
  for (const key of new Set([...fresh.keys(), ...old.keys()])) {
    const [from, to] = [old.get(key), fresh.get(key)];
    if (from?.exact === to?.exact) continue;
    const { place, group } = (to ?? from)!;
    const groups = places.get(place) ?? new Map<string, string[]>();
    groups.set(group, [...(groups.get(group) ?? []), figureText(from, to)]);
    places.set(place, groups);
  }
  return [...places].flatMap(([place, groups]) => [
    `**${escaped(place)}**`,
    '',
    ...[...groups].flatMap(([group, texts]) =>
      texts.length > 12
        ? [
            '<details>',
            `<summary>${escaped(group)}: ${texts.length} cijfers</summary>`,
            '',
            ...texts.map((text) => `- ${text}`),
            '',
            '</details>',
            '',
          ]
        : [`- ${group === 'Kop' ? '' : `${escaped(group)}: `}${texts.join('; ')}`],
    ),
    '',
  ]);
}

function roundsOf(report: Report | null): string[] {
  return (
    report?.norms.flatMap(({ norm, rounds }) => rounds.map(({ round }) => `norm ${norm.version}, ${round.title}`)) ?? []
  );
}

/** What it means that `fictief` comes or goes. */
function fictionLines(before: Report | null, after: Report | null): string[] {
  if (!before || !after || before.data.fictional === after.data.fictional) return [];
  const title = escaped(after.data.title);
  return before.data.fictional
    ? [
        `**‘${title}’ was verzonnen, en is dat na deze wijziging niet meer.** De mededeling dat alles verzonnen is, verdwijnt van elke pagina, en zoekmachines, feeds en de sitemap nemen het rapport op als een echt rapport. Is het wél verzonnen? Zet dan \`fictief: true\` terug in ${after.data.id}/rapport.yaml.`,
      ]
    : [
        `**‘${title}’ is na deze wijziging verzonnen.** Elke pagina krijgt de mededeling dat alles verzonnen is, en het rapport verdwijnt uit zoekmachines, feeds en de sitemap. Is het wél echt? Haal dan \`fictief: true\` weg uit ${after.data.id}/rapport.yaml.`,
      ];
}

/** What a change does to one report; null stands for a report that is not there. */
export function reportChanges(before: Report | null, after: Report | null): ReportChanges {
  const pairs = pairsOf(before, after);
  const older = new Set(roundsOf(before));
  const titles = new Set([...older].filter((title) => roundsOf(after).includes(title)));
  for (const { before: old, after: fresh } of pairs) {
    if (fresh?.kind === 'meting' && old && old.name !== fresh.name) titles.add(`${fresh.within}, ${fresh.name}`);
  }
  const left = after ? addressesOf(after) : new Set<string>();
  return {
    fiction: fictionLines(before, after),
    results: pairs.flatMap((pair) => resultLine(pair, titles)),
    figures: figureLines(before, after),
    things: pairs.flatMap(thingLine),
    texts: [...pairs.flatMap(textLines), ...(before && after ? orderChanges(before, after) : [])],
    gone: before ? [...addressesOf(before)].filter((address) => !left.has(address)) : [],
  };
}

/** The sections of a report that have something to say. */
export function sectionsOf({ fiction, results, figures, things, texts, gone }: ReportChanges): string[] {
  return [
    ...(fiction.length > 0 ? ['### Verzonnen of echt', '', ...fiction, ''] : []),
    ...(results.length > 0
      ? [
          `### ${results.length === 1 ? 'Eén resultaat verandert' : `${results.length} resultaten veranderen`}`,
          '',
          ...listed(results, 'resultaten'),
          '',
        ]
      : []),
    ...(figures.length > 0 ? ['### Wat dat doet met de cijfers', '', ...figures] : []),
    ...(things.length > 0 ? ['### Nieuw en vervallen', '', ...listed(things, 'keer nieuw of vervallen', 40), ''] : []),
    ...(texts.length > 0 ? ['### Teksten en gegevens', '', ...listed(texts, 'wijzigingen'), ''] : []),
    ...(gone.length > 0
      ? [
          '### Adressen die verdwijnen',
          '',
          'Wie naar deze pagina’s verwijst, vindt straks niets meer. Een id verandert nooit: zet hem terug, of zorg voor een doorverwijzing.',
          '',
          ...listed(
            gone.map((address) => `\`${address}\``),
            'adressen',
          ),
          '',
        ]
      : []),
  ];
}
