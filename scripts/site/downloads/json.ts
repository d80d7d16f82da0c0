import type { z } from 'zod';
import type { Report } from '../../compute/report.ts';
import { jsonNumber } from '../../format/number.ts';
import type { Norm } from '../../model/norm.ts';
import type { Correction, Reported, ReportedScope, Round } from '../../model/round.ts';
import type { Source } from '../../model/source.ts';
import { scopePath } from '../views/figure.ts';
import { FORMAT, type correction, type reported, type ReportJson } from './json-format.ts';
import { toRecords, type Table } from './table.ts';
import {
  assessorWord,
  documentKindWord,
  normStatusWord,
  organisationKindWord,
  relationWord,
  roundKindWord,
  statusWord,
} from './tables.ts';

function sourceList(list: readonly Source[]) {
  return list.map((source) => (source.public ? { document: source.document } : { openbaar: false as const }));
}

function scopeWord(scope: ReportedScope): string {
  return scopePath(scope).replace('/', ':');
}

function reportedJson({ scope, percentage, sources: from, explanation }: Reported): z.infer<typeof reported> {
  return {
    bereik: scopeWord(scope),
    percentage: jsonNumber(percentage)!,
    bron: sourceList(from),
    toelichting: explanation,
  };
}

function correctionJson({ date, value, reason, sources: from }: Correction): z.infer<typeof correction> {
  return {
    datum: date,
    ...(value.kind === 'result'
      ? {
          punt: value.ambition,
          organisatie: value.organisation,
          bereik: null,
          oud: value.from && statusWord[value.from],
          nieuw: statusWord[value.to],
        }
      : {
          punt: null,
          organisatie: null,
          bereik: scopeWord(value.scope),
          oud: jsonNumber(value.from)!,
          nieuw: jsonNumber(value.to)!,
        }),
    reden: reason,
    bron: sourceList(from),
  };
}

function roundJson(round: Round): ReportJson['normen'][number]['metingen'][number] {
  return {
    id: round.id,
    titel: round.title,
    datum: round.date,
    soort: roundKindWord[round.kind],
    beoordeling: round.assessment && {
      door: assessorWord[round.assessment.by],
      toelichting: round.assessment.explanation,
    },
    gepubliceerd: round.published,
    toelichting: round.explanation,
    bron: sourceList(round.sources),
    niveau: round.level === 'points' ? 'punten' : 'totaal',
    gerapporteerd: round.reported.map(reportedJson),
    reacties: round.results.flatMap(({ organisation, response }) =>
      response === null ? [] : [{ organisatie: organisation, reactie: response }],
    ),
    correcties: round.corrections.map(correctionJson),
  };
}

function normJson(each: Norm): ReportJson['normen'][number] {
  return {
    versie: each.version,
    titel: each.title,
    samenvatting: each.summary,
    status: normStatusWord[each.status],
    looptijd: each.term && { van: each.term.from, tot: each.term.to },
    vastgesteld: each.adopted,
    bron: sourceList(each.sources),
    opvolger_van: each.predecessor,
    volledig: each.complete,
    telling: {
      deels_behaald: jsonNumber(each.counting.partlyAchieved)!,
      totaal: each.counting.total === 'joint' ? 'gezamenlijk' : 'gemiddelde-per-organisatie',
    },
    statuswoorden:
      Object.keys(each.statusWords).length === 0
        ? null
        : {
            behaald: each.statusWords.achieved ?? null,
            'deels behaald': each.statusWords['partly-achieved'] ?? null,
            'niet behaald': each.statusWords['not-achieved'] ?? null,
          },
    niet_openbare_metingen: each.undatedRounds && {
      aantal: each.undatedRounds.count,
      toelichting: each.undatedRounds.explanation,
      bron: sourceList(each.undatedRounds.sources),
    },
    deelnemers: each.participants.map(({ organisation, from, until }) => ({
      organisatie: organisation,
      vanaf: from,
      tot: until,
    })),
    themas: each.themes.map(({ id, title, explanation }) => ({ id, titel: title, toelichting: explanation })),
    ambitiepunten: each.ambitions.map((ambition) => ({
      id: ambition.id,
      nummer: ambition.number,
      thema: ambition.theme,
      titel: ambition.title,
      toelichting: ambition.explanation,
      criteria: [...ambition.criteria],
      geldt_voor:
        ambition.appliesTo?.map((to) => ('kind' in to ? organisationKindWord[to.kind] : to.organisation)) ?? null,
      vanaf: ambition.from,
      tot: ambition.until,
      herkomst: ambition.origins.map((origin) => ({
        punt: origin.ambition,
        relatie: relationWord[origin.relation],
        vergelijkbaar: origin.comparable,
        reden: origin.reason,
      })),
    })),
    vervallen: each.dropped.map(({ ambition, reason }) => ({ punt: ambition, reden: reason })),
    metingen: each.rounds.map(roundJson),
  };
}

/** The text of rapport.json: the norms, and everything in the tables. */
export function reportJson({ data, norms }: Report, tables: readonly Table[]): string {
  const records = Object.fromEntries(tables.map((table) => [table.name, toRecords(table)]));
  // In the same order as the table's rows, which have no columns but those of the published format.
  const cells = norms.flatMap(({ rounds }) => rounds.flatMap((round) => round.cells));
  const json: ReportJson = {
    versie: FORMAT,
    titel: data.title,
    regio: data.region,
    samenvatting: data.summary,
    trefwoorden: [...data.keywords],
    fictief: data.fictional,
    organisaties: data.organisations.map(({ id, name, shortName, kind, tooi }) => ({
      id,
      naam: name,
      korte_naam: shortName,
      soort: organisationKindWord[kind],
      tooi,
    })),
    documenten: data.documents.map((document) => ({
      id: document.id,
      titel: document.title,
      soort: documentKindWord[document.kind],
      datum: document.date,
      uitgever: document.publisher,
      registratienummer: document.registrationNumber,
      afdeling: document.department,
      portefeuillehouder: document.portfolioHolder,
      ter_kennisname_aan: [...document.addressees],
      url: document.url,
      verwijst_naar: sourceList(document.refersTo),
      bijlagen: document.attachments.map(({ title, edocs, url }) => ({ titel: title, edocs, url })),
    })),
    verwante_normen: data.relatedNorms.map(({ name, region, explanation, sources: from }) => ({
      naam: name,
      regio: region,
      toelichting: explanation,
      bron: sourceList(from),
    })),
    normen: data.norms.map(normJson),
    resultaten: (records.resultaten ?? []).map((row, at) => ({
      ...row,
      verantwoordelijk: cells[at]!.result.responsible,
    })),
    cijfers: records.cijfers ?? [],
    wijzigingen: records.wijzigingen ?? [],
    vergelijking: records.vergelijking ?? [],
  };
  return `${JSON.stringify(json)}\n`;
}
