import path from 'node:path';
import { editionDay } from '../contract/files/edition.ts';
import { DOCUMENT_KIND_WORDS, ORGANISATION_KIND_WORDS } from '../contract/files/report.ts';
import { ASSESSOR_WORDS, ROUND_KIND_WORDS } from '../contract/files/round.ts';
import { isFrozen, isOfTheSite, roleOf } from '../contract/layout.ts';
import { findReport, type Plan, problemsOfEdits, refused } from '../editing/draft.ts';
import { inStyle } from '../editing/format.ts';
import { CORRECTED_STATUSES, correctResult } from '../editing/correct.ts';
import { freeze, freezeAfter, takeOut } from '../editing/edition.ts';
import { newPoints } from '../editing/form/points.ts';
import { readForm } from '../editing/form/read-form.ts';
import { onlySheet } from '../editing/form/read-workbook.ts';
import { newReport } from '../editing/new-data.ts';
import { newDocument, newNorm, newOrganisation, newRound, publish, PUBLISHED_STATUSES } from '../editing/new.ts';
import { type Proposal, proposalOf, type Values } from '../editing/proposal.ts';
import type { Option } from '../cli/arguments.ts';
import { UsageError } from '../model/problem.ts';
import { MOST_BYTES, readBytes } from '../io/binary.ts';
import { readData } from '../io/read.ts';
import { settleEdits } from '../io/write-edits.ts';
import { type Choice, runChoice, runCommand, today } from '../cli/run.ts';
import type { ReportData } from '../model/report.ts';
import type { SourceFolder } from '../model/tree.ts';
import { carryOut, writeProposal } from '../editing/save-edits.ts';
import { writeReportSchemas } from '../editing/write-schemas.ts';

const EVERYWHERE = {
  rapport: { value: 'MAP', description: 'map van het rapport; zonder deze optie het rapport dat op / staat' },
  voorstel: {
    value: 'MAP',
    description: 'zet in deze map ook een voorstel klaar: de wijziging, en een titel en tekst voor een pull request',
  },
  data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
} satisfies Record<string, Option>;

function choice(
  name: string,
  description: string,
  own: Readonly<Record<string, Option>>,
  required: readonly string[],
  make: (folder: SourceFolder, report: ReportData, values: Values) => Plan | Promise<Plan>,
  examples: readonly string[],
): Choice {
  return {
    description,
    run: (given) =>
      runCommand(
        { name: `npm run new -- ${name}`, description, options: { ...own, ...EVERYWHERE }, examples },
        async (options, output) => {
          const values: Values = options;
          const missing = required.filter((option) => !values[option]);
          if (missing.length > 0)
            throw new UsageError(`geef ook ${missing.map((option) => `--${option}`).join(' en ')}`);
          settleEdits(values.data!, output.err);
          const folder = readData(values.data!);
          const found = findReport(folder, values.rapport ?? '');
          const plan =
            'refused' in found
              ? refused(found.refused)
              : styled(folder, whereItBelongs(await make(folder, found.report, values)));
          if (!('refused' in plan) && 'report' in found && name !== 'rapport')
            output.out(`Rapport: ${found.report.title} (${found.report.id})`);
          const status = carryOut(
            { name: values.data!, before: folder },
            plan,
            'refused' in plan ? [] : problemsOfEdits(folder, plan.edits),
            output,
          );
          // The schemas list the ids, so the editor then suggests the new ones too.
          if (status === 0) writeReportSchemas(values.data!);
          if (status === 0 && values.voorstel && !('refused' in plan) && 'report' in found)
            writeProposal(values.voorstel, [values.data!], proposalOfPlan(name, values, found.report, plan));
          return status;
        },
        given,
      ),
  };
}

function proposalOfPlan(
  task: string,
  values: Values,
  { id, title }: ReportData,
  { edits, notes }: Extract<Plan, { readonly edits: unknown }>,
): Proposal {
  const files = edits.map(({ path: name }) => path.posix.join(values.data!, name));
  return proposalOf(task, values, { report: `${title} (${id})`, files, notes });
}

/** Refuses a plan if an id or version in it does not make a valid file name. */
function whereItBelongs(plan: Plan): Plan {
  const wrong =
    'refused' in plan
      ? undefined
      : plan.edits.find(({ path }) => roleOf(path) === null && !isFrozen(path) && !isOfTheSite(path));
  return wrong
    ? refused(
        `"${wrong.path}" is geen goede plaats; een id heeft kleine letters, cijfers en losse streepjes, zoals "2026-voorjaar", en een versie is zoals "2.0"`,
      )
    : plan;
}

function styled(folder: SourceFolder, plan: Plan): Plan {
  return 'refused' in plan ? plan : { ...plan, edits: plan.edits.map((edit) => inStyle(folder, edit)) };
}

/** The day on which an outcome becomes public, or today where that is past or not said to the day. */
function dayOfPublication(published: string): string {
  return editionDay(published) !== null && published > today() ? published : today();
}

const id = { value: 'ID', description: 'vaste naam, met kleine letters, cijfers en streepjes; verandert nooit' };
function kinds(words: readonly string[]): string {
  return `een van: ${words.join(', ')}`;
}

await runChoice(
  'npm run new',
  'Begint iets nieuws in de gegevens: maakt de bestanden en vult in wat al vaststaat. Overschrijft nooit iets.',
  {
    meting: choice(
      'meting',
      'een meting in concept, met elk resultaat op "niet beoordeeld"',
      {
        norm: { value: 'VERSIE', description: 'versie van de norm' },
        id,
        datum: { value: 'DATUM', description: 'wanneer er wordt gemeten, zoals 2026-04' },
        soort: { value: 'SOORT', description: kinds(ROUND_KIND_WORDS) },
        titel: { value: 'TITEL', description: 'naam van de meting; zonder deze optie soort en datum' },
        beoordeling: { value: 'WIE', description: `wie beoordeelt, ${kinds(ASSESSOR_WORDS)}` },
      },
      ['norm', 'id', 'datum'],
      (folder, report, { norm = '', id: round = '', datum = '', soort = '', titel = '', beoordeling = '' }) =>
        newRound(folder, report, { norm, id: round, datum, soort, titel, beoordeling }),
      ['npm run new -- meting --norm 2.0 --id 2026-voorjaar --datum 2026-04'],
    ),
    publicatie: choice(
      'publicatie',
      'maakt een meting of norm openbaar die in concept is, en legt vast wat het rapport dan zegt',
      {
        norm: { value: 'VERSIE', description: 'versie van de norm' },
        id: { value: 'ID', description: 'id van de meting; zonder deze optie wordt de norm zelf openbaar' },
        gepubliceerd: { value: 'DATUM', description: 'wanneer de uitkomst openbaar wordt, zoals 2026-06-15' },
        status: {
          value: 'STATUS',
          description: `status van een norm die openbaar wordt: ${PUBLISHED_STATUSES.join(', ')}; zonder deze optie "van kracht"`,
        },
      },
      ['norm'],
      (folder, report, { norm = '', id: round = '', gepubliceerd = '', status = '' }) =>
        freezeAfter(
          folder,
          report,
          publish(folder, report, { norm, id: round, gepubliceerd, status }),
          dayOfPublication(gepubliceerd),
        ),
      ['npm run new -- publicatie --norm 2.0 --id 2026-voorjaar --gepubliceerd 2026-06-15'],
    ),
    correctie: choice(
      'correctie',
      'verandert een resultaat dat al op de site staat, en zet erbij wat er anders werd en waarom',
      {
        norm: { value: 'VERSIE', description: 'versie van de norm' },
        id: { value: 'ID', description: 'id van de meting' },
        organisatie: { value: 'ID', description: 'id van de organisatie waarvan het resultaat is' },
        punt: { value: 'ID', description: 'id van het ambitiepunt' },
        nieuw: { value: 'STATUS', description: `wat er moet staan, ${kinds(CORRECTED_STATUSES)}` },
        reden: { value: 'ZIN', description: 'waarom het is gecorrigeerd; staat op de site' },
        datum: { value: 'DATUM', description: 'wanneer het is gecorrigeerd; zonder deze optie vandaag' },
        bron: { value: 'ID', description: 'id van het document waarop de correctie rust' },
        verwacht: { value: 'DATUM', description: 'wanneer het punt naar verwachting is behaald' },
      },
      ['norm', 'id', 'organisatie', 'punt', 'nieuw', 'reden'],
      (folder, report, values) => {
        const { norm = '', id: round = '', organisatie = '', punt = '', nieuw = '', reden = '' } = values;
        const { datum = '', bron = '', verwacht = '' } = values;
        const said = { norm, id: round, organisatie, punt, nieuw, reden, bron, verwacht };
        return correctResult(folder, report, { ...said, datum: datum || today() });
      },
      [
        'npm run new -- correctie --norm 2.0 --id 2026-voorjaar --organisatie voorbeelddam --punt boa-training --nieuw behaald --reden "Ook de laatste boa is getraind."',
      ],
    ),
    editie: choice(
      'editie',
      'legt vast wat het rapport nu zegt; dat blijft daarna voor altijd zo',
      { id: { value: 'DAG', description: 'dag van vastleggen, zoals 2026-06-15', default: today() } },
      ['id'],
      (folder, report, { id: day = '' }) => freeze(folder, report, { id: day }),
      ['npm run new -- editie --rapport voorbeeld', 'npm run new -- editie --id 2026-06-15'],
    ),
    weghalen: choice(
      'weghalen',
      'haalt uit elke editie wat niet meer openbaar is; de editie zegt dan dat er iets stond',
      {},
      [],
      takeOut,
      ['npm run new -- weghalen --rapport voorbeeld'],
    ),
    norm: choice(
      'norm',
      'een norm in concept, met elk punt gelijk aan dat van de norm die zij vervangt',
      {
        versie: { value: 'VERSIE', description: 'versie van de nieuwe norm, zoals 2.1' },
        van: { value: 'VERSIE', description: 'versie van de norm die zij vervangt' },
        titel: { value: 'TITEL', description: 'naam van de nieuwe norm' },
      },
      ['versie', 'van'],
      (folder, report, { versie = '', van = '', titel = '' }) => newNorm(folder, report, { versie, van, titel }),
      ['npm run new -- norm --versie 2.1 --van 2.0'],
    ),
    punten: choice(
      'punten',
      'de thema’s en ambitiepunten uit een spreadsheet, in een norm die nog geen meting heeft; is die norm er niet, dan begint zij in concept',
      {
        bestand: { value: 'BESTAND', description: 'lijst met punten: .xlsx of .csv', positional: true },
        norm: { value: 'VERSIE', description: 'versie van de norm, zoals 1.0' },
        titel: { value: 'TITEL', description: 'naam van een norm die hiermee begint' },
      },
      ['norm'],
      async (folder, report, { bestand = '', norm = '', titel = '' }) => {
        const reading = await readForm(readBytes(bestand, MOST_BYTES), path.basename(bestand), onlySheet);
        return 'refused' in reading
          ? reading
          : newPoints(folder, report, { sheet: reading.sheet, versie: norm, titel });
      },
      ['npm run new -- punten punten.xlsx --norm 1.0 --titel "Zeeuwse Norm 1.0"'],
    ),
    rapport: choice(
      'rapport',
      'nog een rapport op deze site, dat nog geen norm heeft',
      {
        id,
        titel: { value: 'TITEL', description: 'naam van het rapport' },
        regio: { value: 'NAAM', description: 'gebied waar het over gaat' },
      },
      ['id', 'titel', 'regio'],
      (folder, _, { id: report = '', titel = '', regio = '' }) => newReport(folder, { id: report, titel, regio }),
      ['npm run new -- rapport --id walcheren --titel "Norm Walcheren" --regio Walcheren'],
    ),
    organisatie: choice(
      'organisatie',
      'een organisatie, en als u wilt meteen als deelnemer aan een norm',
      {
        id,
        naam: { value: 'NAAM', description: 'volledige naam' },
        'korte-naam': { value: 'NAAM', description: 'naam voor tabellen en grafieken' },
        soort: { value: 'SOORT', description: kinds(ORGANISATION_KIND_WORDS) },
        tooi: { value: 'CODE', description: 'code in het TOOI-register, zoals gemeente/gm0034' },
        norm: { value: 'VERSIE', description: 'norm waaraan zij meedoet' },
        vanaf: { value: 'DATUM', description: 'vanaf wanneer zij meedoet' },
      },
      ['id', 'naam', 'soort'],
      newOrganisation,
      [
        'npm run new -- organisatie --id nieuwdorp --naam "Gemeente Nieuwdorp" --soort gemeente --norm 2.0 --vanaf 2026',
      ],
    ),
    document: choice(
      'document',
      'een document waarnaar resultaten kunnen verwijzen',
      {
        id,
        titel: { value: 'TITEL', description: 'titel van het document' },
        soort: { value: 'SOORT', description: kinds(DOCUMENT_KIND_WORDS) },
        uitgever: { value: 'NAAM', description: 'wie het document uitgaf' },
        datum: { value: 'DATUM', description: 'datum van het document' },
        registratienummer: {
          value: 'NUMMER',
          description:
            'nummer in het register van de uitgever; is niets dan dit bekend, laat dan titel en uitgever weg',
        },
        afdeling: { value: 'NAAM', description: 'afdeling waar het document vandaan komt' },
        portefeuillehouder: { value: 'NAAM', description: 'bestuurder die er verantwoordelijk voor is' },
        'ter-kennisname': {
          value: 'NAMEN',
          description: 'aan wie het ter kennisname is gestuurd, met komma’s ertussen',
        },
        url: { value: 'ADRES', description: 'waar het document te lezen is, met https://' },
        verwijst: { value: 'IDS', description: 'ids van documenten waar het naar verwijst, met komma’s ertussen' },
        'niet-openbaar': { description: 'niemand mag weten wat dit document is; geef dan alleen --id' },
      },
      ['id'],
      newDocument,
      [
        'npm run new -- document --id brief-2026-03 --titel "Brief over de norm" --soort raadsbrief --uitgever "Gemeente Voorbeelddam"',
      ],
    ),
  },
);
